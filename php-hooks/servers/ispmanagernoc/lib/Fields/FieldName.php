<?php

/**
 * The name by which a custom field is found. Earlier modules and people wrote the two that say what a service has as they liked: "Order ID"
 * without a bar is `order_id` as well. Every other field is found by its exact name, for a partner's own fields are nobody else's.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Fields;

use IspmanagerNoc\PriceList\Kind;

final class FieldName
{
    private const FOUND_BY_FRIENDLY_NAME = ['order_id', 'item'];

    /** @param string $name what stands before the bar, or the whole where there is none */
    public static function of(string $name): string
    {
        $plain = str_replace([' ', '-'], '_', mb_strtolower($name));
        foreach (self::FOUND_BY_FRIENDLY_NAME as $known) {
            if ($plain === $known || in_array(mb_strtolower($name), self::friendly($known), true)) {
                return $known;
            }
        }
        return $name;
    }

    /** @return list<string> in small letters */
    private static function friendly(string $known): array
    {
        static $names = [];
        if (!isset($names[$known])) {
            $fields = array_merge(...array_map(static fn (Kind $kind): array => $kind->fields, array_values(Kind::all())));
            $isKnown = static fn (array $field): bool => $field['name'] === $known;
            $names[$known] = array_map(mb_strtolower(...), array_column(array_values(array_filter($fields, $isKnown)), 'friendly'));
        }
        return $names[$known];
    }
}
