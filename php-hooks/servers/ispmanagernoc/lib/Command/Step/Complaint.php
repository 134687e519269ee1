<?php

/**
 * What the order form says about a value that the account could not take. WHMCS prints complaints as HTML, so they never quote what was
 * typed.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Texts;

final class Complaint
{
    /** @return string|null a sentence; null when the value is right, or the field is the partner's own */
    public static function about(Kind $kind, string $name, string $value, Texts $texts): ?string
    {
        $wanted = array_column($kind->fields, null, 'name')[$name] ?? null;
        if ($wanted === null) {
            return null;
        }
        try {
            if ($wanted['filled_by_module']) {
                return trim($value) === '' ? null : $texts->get('order.field-filled', ['field' => $wanted['friendly']]);
            }
            Goods::field($wanted, $value);
            return null;
        } catch (Refused $refused) {
            return $texts->get(str_replace('refused.', 'order.', $refused->textKey), ['field' => $wanted['friendly']]);
        }
    }
}
