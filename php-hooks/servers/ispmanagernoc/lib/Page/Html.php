<?php

/**
 * HTML for what works without the panel, in the panel's own looks: notices, tables, lists of facts.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\Whmcs\AdminPages;

final class Html
{
    /** Of a text to be copied: about as many letters as a line has, and as many lines as are shown at once. */
    private const LINE = 110;
    private const ROWS = 25;

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

    public static function link(string $address, string $text): Markup
    {
        return new Markup('<a href="' . self::escape($address) . '">' . self::escape($text) . '</a>');
    }

    /** @param array<int, string> $products names by ids */
    public static function products(array $products): Markup
    {
        $link = static fn (int $id, string $name): string => self::link(AdminPages::product($id), $name)->html;
        return new Markup(implode(', ', array_map($link, array_keys($products), $products)));
    }

    /** @param string $controls HTML */
    public static function fieldset(string $legend, string $controls): string
    {
        return '<fieldset><legend class="ispnoc-heading">' . self::escape($legend) . "</legend>$controls</fieldset>";
    }

    /** @param string $controls HTML of what stands in a row */
    public static function bar(string $controls): string
    {
        return "<div class=\"ispnoc-bar\">$controls</div>";
    }

    /**
     * A list to choose from, with its label.
     *
     * @param array<array-key, string> $choices by their values
     */
    public static function select(string $name, string $label, array $choices, string $chosen): string
    {
        $options = '';
        foreach ($choices as $value => $text) {
            $selected = (string) $value === $chosen ? ' selected' : '';
            $options .= '<option value="' . self::escape((string) $value) . "\"$selected>" . self::escape($text) . '</option>';
        }
        return self::labelled($name, $label, "<select id=\"ispnoc-$name\" name=\"$name\" class=\"form-control select-inline\">$options</select>");
    }

    /** @param string $type as HTML names it: `text`, `search`, `date` */
    public static function input(string $type, string $name, string $label, string $value): string
    {
        $value = self::escape($value);
        $class = 'form-control input-inline';
        return self::labelled($name, $label, "<input id=\"ispnoc-$name\" type=\"$type\" name=\"$name\" value=\"$value\" class=\"$class\">");
    }

    public static function tick(string $name, string $value, string $label, bool $isTicked, bool $isDisabled = false): string
    {
        $state = ($isTicked ? ' checked' : '') . ($isDisabled ? ' disabled' : '');
        $value = self::escape($value);
        return "<label class=\"checkbox-inline\"><input type=\"checkbox\" name=\"$name\" value=\"$value\"$state> " . self::escape($label) . '</label>';
    }

    public static function radio(string $name, string $value, string $label, bool $isChosen): string
    {
        $state = $isChosen ? ' checked' : '';
        $value = self::escape($value);
        return "<label class=\"radio-inline\"><input type=\"radio\" name=\"$name\" value=\"$value\"$state required> " . self::escape($label) . '</label>';
    }

    public static function hidden(string $name, string $value): string
    {
        return '<input type="hidden" name="' . self::escape($name) . '" value="' . self::escape($value) . '">';
    }

    /** A text to be copied. */
    public static function readOnly(string $name, string $label, string $text): string
    {
        $lines = array_map(static fn (string $line): int => max(1, (int) ceil(mb_strlen($line) / self::LINE)), explode("\n", $text));
        $rows = min(self::ROWS, array_sum($lines));
        return "<p><label for=\"ispnoc-$name\">" . self::escape($label) . "</label>"
            . "<textarea id=\"ispnoc-$name\" class=\"form-control\" rows=\"$rows\" readonly>" . self::escape($text) . '</textarea></p>';
    }

    /** @param string $name by which the form tells which of its buttons was pressed */
    public static function submit(string $text, string $name = '', string $class = 'btn-default'): string
    {
        $name = $name === '' ? '' : " name=\"$name\" value=\"1\"";
        return "<button type=\"submit\"$name class=\"btn $class\">" . self::escape($text) . '</button>';
    }

    private static function labelled(string $name, string $label, string $control): string
    {
        return "<span class=\"ispnoc-labelled\"><label for=\"ispnoc-$name\">" . self::escape($label) . "</label> $control</span>";
    }

    /**
     * @param list<string> $head
     * @param list<list<string|Markup>> $rows
     * @param string $class what more the table is
     */
    public static function table(array $head, array $rows, string $class = ''): string
    {
        $html = static fn (string|Markup $text): string => $text instanceof Markup ? $text->html : self::escape($text);
        $names = implode('', array_map(static fn (string $name): string => '<th>' . self::escape($name) . '</th>', $head));
        // On a narrow page each cell stands on a line of its own, under the name of its column.
        $cell = static fn (string $name, string|Markup $text): string => '<td data-label="' . self::escape($name) . '">' . $html($text) . '</td>';
        $line = static fn (array $row): string => '<tr>' . implode('', array_map($cell, $head, $row)) . '</tr>';
        $body = implode('', array_map($line, $rows));
        $class = trim("ispnoc-table $class");
        return "<div class=\"ispnoc-scroll\"><table class=\"$class\"><thead><tr>$names</tr></thead><tbody>$body</tbody></table></div>";
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
