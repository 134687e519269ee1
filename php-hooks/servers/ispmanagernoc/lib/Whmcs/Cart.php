<?php

/**
 * The line of the cart that a client is configuring.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class Cart
{
    /**
     * @param array<string, mixed> $vars what the order form posted; `i` is the line's number, `customfield` holds values by field ids
     * @return int|null the product's id
     */
    public static function product(array $vars): ?int
    {
        $fields = is_array($vars['customfield'] ?? null) ? $vars['customfield'] : [];
        $byField = $fields === [] ? null : (new FieldTable())->productOf((int) array_key_first($fields));
        $line = $vars['i'] ?? null;
        return $byField ?? (is_scalar($line) ? (int) ($_SESSION['cart']['products'][$line]['pid'] ?? 0) ?: null : null);
    }
}
