<?php

/**
 * What a client wrote into the custom fields, in the form in which the account takes it. What does not parse is refused, so that no
 * order is sent with it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\PriceList\Kind;

final class Goods
{
    private const LONGEST = 255;

    /**
     * @param array<string, string> $values custom fields by name
     * @return array<string, string> the account's parameters; a field that may be empty and is empty is left out
     */
    public static function of(Kind $kind, array $values): array
    {
        $goods = [];
        foreach ($kind->fields as $field) {
            $value = $field['filled_by_module'] ? null : self::field($field, $values[$field['name']] ?? '');
            if ($value !== null) {
                $goods[$field['name']] = $value;
            }
        }
        return $goods;
    }

    /**
     * @param array{name: string, friendly: string, required: bool, ...} $field
     * @return string|null null when it is empty and may be
     */
    public static function field(array $field, string $value): ?string
    {
        $value = trim($value);
        if ($value === '') {
            return $field['required'] ? throw new Refused('refused.field-empty', ['field' => $field['friendly']]) : null;
        }
        return self::parse($field['name'], $value)
            ?? throw new Refused("refused.field-{$field['name']}", ['value' => self::shown($value)]);
    }

    /** The number of an ispmanager licence; its key `12345-…` is understood as well. */
    public static function item(string $value): ?string
    {
        return preg_match('/^#?([1-9]\d{0,17})(?:-[A-Za-z0-9-]*)?$/', trim($value), $part) === 1 ? $part[1] : null;
    }

    private static function parse(string $name, string $value): ?string
    {
        return match ($name) {
            'item' => self::item($value),
            'bitninja_email' => self::email($value),
            'domain' => self::domain($value),
            'target_ip', 'ip' => filter_var($value, FILTER_VALIDATE_IP) === false ? null : $value,
            default => mb_strlen($value) <= self::LONGEST ? $value : null,
        };
    }

    private static function email(string $value): ?string
    {
        $isEmail = strlen($value) <= self::LONGEST && filter_var($value, FILTER_VALIDATE_EMAIL) !== false;
        return $isEmail ? $value : null;
    }

    /** Names in other alphabets are taken as they are: the account knows how to write them. */
    private static function domain(string $value): ?string
    {
        $label = '[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?';
        $isDomain = mb_strlen($value) <= 253 && preg_match("/^(?:$label\\.)+$label\\.?$/u", $value) === 1
            && filter_var($value, FILTER_VALIDATE_IP) === false;
        return $isDomain ? $value : null;
    }

    private static function shown(string $value): string
    {
        return mb_strimwidth($value, 0, 60, '…');
    }
}
