<?php

/**
 * The cart in the session: lines being configured, their validation, and what is ready for checkout.
 */

declare(strict_types=1);

namespace Standin\Client;

use Standin\Billing\CartItem;
use Standin\Billing\Pricing;
use Standin\CustomFields;
use Standin\Hooks;
use Standin\Request;
use WHMCS\Database\Capsule;

final class Cart
{
    /** @return array<int, array{pid: int, offer: string, qty: int, customfields: array<int, string>, ready: bool}> */
    public static function lines(): array
    {
        return $_SESSION['cart']['products'] ?? [];
    }

    /** @return ?int the new line's number, or null when the product cannot be ordered */
    public static function add(int $productId): ?int
    {
        $product = Capsule::table('tblproducts')->find($productId);
        if ($product === null || $product->retired || ($product->stockcontrol && $product->qty < 1)) {
            return null;
        }
        $offers = Pricing::offers($product, (int) Visitor::currency()->id);
        if ($offers === []) {
            return null;
        }
        $_SESSION['cart']['products'][] = [
            'pid' => $productId, 'offer' => (string) array_key_first($offers), 'qty' => 1, 'customfields' => [], 'ready' => false,
        ];
        return (int) array_key_last($_SESSION['cart']['products']);
    }

    /**
     * Takes the configuration that was posted for a line.
     *
     * @return list<string> complaints; empty when the line is ready
     */
    public static function configure(int $number): array
    {
        $line = self::lines()[$number];
        $product = Capsule::table('tblproducts')->find($line['pid']);
        $line['offer'] = Request::text('billingcycle', $line['offer']);
        $line['qty'] = (int) $product->allowqty === 0 ? 1 : max(1, Request::int('qty'));
        $complaints = [];
        foreach (self::orderFields($line['pid']) as $field) {
            $value = trim((string) (Request::list('customfield')[$field->id] ?? ''));
            $line['customfields'][(int) $field->id] = $value;
            $complaints[] = CustomFields::complaint($field, $value);
        }
        if (!isset(Pricing::offers($product, (int) Visitor::currency()->id)[$line['offer']])) {
            $complaints[] = 'Please choose a billing cycle';
        }
        $complaints = array_merge(array_filter($complaints), self::fromHooks('ShoppingCartValidateProductUpdate'));
        $line['ready'] = $complaints === [];
        $_SESSION['cart']['products'][$number] = $line;
        return $complaints;
    }

    /** @return list<object> fields that the order form shows */
    public static function orderFields(int $productId): array
    {
        return array_values(array_filter(
            CustomFields::ofProduct($productId),
            static fn (object $field) => $field->showorder === 'on' && $field->adminonly !== 'on'
        ));
    }

    /** @return array<int, CartItem> */
    public static function ready(): array
    {
        return array_map(
            static fn (array $line) => new CartItem($line['pid'], $line['offer'], $line['qty'], $line['customfields']),
            array_filter(self::lines(), static fn (array $line) => $line['ready'])
        );
    }

    /** @return string the page that shows what is left */
    public static function remove(int $number): string
    {
        unset($_SESSION['cart']['products'][$number]);
        return 'cart.php?a=view';
    }

    public static function clear(): void
    {
        unset($_SESSION['cart']);
    }

    /** @return list<string> what hooks object to */
    public static function fromHooks(string $hookPoint): array
    {
        $complaints = [];
        foreach (Hooks::run($hookPoint, $_REQUEST) as $answer) {
            $complaints = array_merge($complaints, array_filter((array) $answer, 'is_string'));
        }
        return array_values(array_filter($complaints));
    }
}
