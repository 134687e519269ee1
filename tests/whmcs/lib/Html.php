<?php

/**
 * Text in HTML. Stored values are already encoded, values written by modules may not be: both are printed right.
 */

declare(strict_types=1);

namespace Standin;

final class Html
{
    public static function encode(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }

    public static function decode(string $text): string
    {
        return html_entity_decode($text, ENT_QUOTES, 'UTF-8');
    }

    /** For printing a value that may or may not be encoded already. */
    public static function print(mixed $value): string
    {
        return htmlspecialchars((string) $value, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8', false);
    }

    /** @param array<array-key, string> $choices value => label */
    public static function options(array $choices, mixed $selected): string
    {
        $html = '';
        foreach ($choices as $value => $label) {
            $mark = (string) $value === (string) $selected ? ' selected' : '';
            $html .= '<option value="' . self::print($value) . '"' . $mark . '>' . self::print($label) . '</option>';
        }
        return $html;
    }
}
