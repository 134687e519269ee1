<?php

/**
 * ShoppingCartValidateProductUpdate: tells the client at once what the account could not take, in the client's language. The order
 * itself is checked again before anything is sent.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Complaint;
use IspmanagerNoc\Command\Step\Period;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Cart;
use IspmanagerNoc\Whmcs\Encoded;
use IspmanagerNoc\Whmcs\FieldTable;
use IspmanagerNoc\Whmcs\ProductRecord;
use IspmanagerNoc\Whmcs\StoredField;

final class OrderForm
{
    /**
     * @param array<string, mixed> $vars what was posted; `customfield` holds values by the fields' ids
     * @return list<string> complaints
     */
    public function __invoke(array $vars): array
    {
        $product = App::get()->products()->find((int) Cart::product($vars));
        if ($product === null) {
            return [];
        }
        $server = App::get()->servers()->forProduct($product->id);
        $tariffId = (int) $product->settings->tariffId;
        $kind = App::get()->prices()->kind($server, $tariffId);
        $posted = array_filter(is_array($vars['customfield'] ?? null) ? $vars['customfield'] : [], 'is_string');
        $complaints = [
            self::aboutCycle($product, App::get()->prices()->tariff($server, $tariffId), $vars['billingcycle'] ?? null),
            $product->scales && (int) ($vars['qty'] ?? 1) > 1 ? Texts::current()->get('order.quantity') : null,
        ];
        foreach ((new FieldTable())->ofProduct($product->id) as $field) {
            $complaints[] = isset($posted[$field->id]) ? self::complaint($kind, $field, $posted[$field->id]) : null;
        }
        return array_values(array_filter($complaints));
    }

    /** @param mixed $cycle as it was posted; products without recurring payment have none to choose */
    private static function aboutCycle(ProductRecord $product, ?Tariff $tariff, mixed $cycle): ?string
    {
        if ($product->payType !== 'recurring' || !is_string($cycle)) {
            return null;
        }
        $months = Period::monthsOf($cycle);
        $isSold = $months !== null && ($tariff === null || $tariff->cost($months) !== null);
        return $isSold ? null : Texts::current()->get('order.cycle');
    }

    private static function complaint(Kind $kind, StoredField $field, string $value): ?string
    {
        // WHMCS itself complains about a required field that is empty.
        $isWhmcss = $field->required && trim($value) === '';
        return $isWhmcss ? null : Complaint::about($kind, $field->name, Encoded::decode($value), Texts::current());
    }
}
