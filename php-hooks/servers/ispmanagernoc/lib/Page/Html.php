<?php

/**
 * HTML for what works without the panel, in the panel's own looks: notices, tables, lists of facts.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

final class Html
{
    public static function escape(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }

    public static function paragraph(string $text, string $class = ''): string
    {
        return '<p' . ($class === '' ? '' : " class=\"$class\"") . '>' . self::escape($text) . '</p>';
    }

    public static function heading(string $text): string
    {
        return '<h2 class="ispnoc-heading">' . self::escape($text) . '</h2>';
    }

    public static function warning(string $text): string
    {
        return self::paragraph($text, 'ispnoc-notice ispnoc-warning');
    }

    public static function success(string $text): string
    {
        return self::paragraph($text, 'ispnoc-notice ispnoc-good');
    }

    /**
     * @param list<string> $head
     * @param list<list<string>> $rows
     */
    public static function table(array $head, array $rows): string
    {
        $line = static fn (string $tag, array $cells): string => '<tr>' . implode('', array_map(
            static fn (string $cell): string => "<$tag>" . self::escape($cell) . "</$tag>",
            $cells
        )) . '</tr>';
        $body = implode('', array_map(static fn (array $row): string => $line('td', $row), $rows));
        return '<div class="ispnoc-scroll"><table class="ispnoc-table"><thead>' . $line('th', $head)
            . "</thead><tbody>$body</tbody></table></div>";
    }

    /**
     * Names and values side by side; what has no value is left out.
     *
     * @param array<string, string|null> $facts
     */
    public static function facts(array $facts): string
    {
        $rows = '';
        foreach ($facts as $name => $value) {
            if ($value !== null && $value !== '') {
                $rows .= '<dt>' . self::escape($name) . '</dt><dd>' . self::escape($value) . '</dd>';
            }
        }
        return "<dl class=\"ispnoc-list\">$rows</dl>";
    }
}
