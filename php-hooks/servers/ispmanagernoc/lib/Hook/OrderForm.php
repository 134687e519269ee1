<?php

/**
 * ShoppingCartValidateProductUpdate: tells the client at once what the account could not take, in the client's language. The order
 * itself is checked again before anything is sent.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Goods;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Encoded;
use IspmanagerNoc\Whmcs\FieldTable;

final class OrderForm
{
    /**
     * @param array<string, mixed> $vars what was posted; `customfield` holds values by the fields' ids
     * @return list<string> complaints
     */
    public function __invoke(array $vars): array
    {
        $posted = array_filter(is_array($vars['customfield'] ?? null) ? $vars['customfield'] : [], 'is_string');
        $table = new FieldTable();
        $product = $posted === [] ? null : App::get()->products()->find((int) $table->productOf((int) array_key_first($posted)));
        if ($product === null) {
            return [];
        }
        $server = App::get()->servers()->forProduct($product->id);
        $kind = App::get()->prices()->kind($server, (int) $product->settings->tariffId);
        $complaints = [];
        foreach ($table->ofProduct($product->id) as $field) {
            $complaints[] = isset($posted[$field->id]) ? self::complaint($kind, $field->name, $posted[$field->id]) : null;
        }
        return array_values(array_filter($complaints));
    }

    /** WHMCS prints complaints as HTML, so they never quote what was typed. */
    private static function complaint(Kind $kind, string $name, string $value): ?string
    {
        $wanted = array_column($kind->fields, null, 'name')[$name] ?? null;
        try {
            if ($wanted === null) {
                return null;
            }
            if ($wanted['filled_by_module']) {
                return trim($value) === '' ? null : Texts::current()->get('order.field-filled', ['field' => $wanted['friendly']]);
            }
            Goods::field($wanted, Encoded::decode($value));
            return null;
        } catch (Refused $refused) {
            return Texts::current()->get(str_replace('refused.', 'order.', $refused->textKey), ['field' => $wanted['friendly']]);
        }
    }
}
