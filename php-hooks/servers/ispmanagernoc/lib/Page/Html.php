<?php

/**
 * HTML for the pages that work without the panel: escaping, tables, notices.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

final class Html
{
    public static function escape(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }

    public static function notice(string $text): string
    {
        return '<p class="ispnoc-notice">' . self::escape($text) . '</p>';
    }

    /**
     * A table of plain texts.
     *
     * @param list<string> $head
     * @param list<list<string>> $rows
     */
    public static function table(array $head, array $rows): string
    {
        $line = static fn (array $cells, string $tag): string => '<tr>' . implode('', array_map(
            static fn (string $cell): string => "<$tag>" . self::escape($cell) . "</$tag>",
            $cells
        )) . '</tr>';
        $body = implode('', array_map(static fn (array $row): string => $line($row, 'td'), $rows));
        return '<div class="ispnoc-scroll"><table class="ispnoc-table"><thead>' . $line($head, 'th')
            . '</thead><tbody>' . $body . '</tbody></table></div>';
    }

    /**
     * Names and values, one under the other.
     *
     * @param array<string, string> $facts
     */
    public static function facts(array $facts): string
    {
        $rows = '';
        foreach ($facts as $name => $value) {
            $rows .= '<dt>' . self::escape($name) . '</dt><dd>' . self::escape($value) . '</dd>';
        }
        return '<dl class="ispnoc-facts">' . $rows . '</dl>';
    }
}
