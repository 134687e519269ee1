<?php

/**
 * Small pieces of markup that admin views are written with.
 */

declare(strict_types=1);

namespace Standin\Admin;

use Standin\Html;
use Standin\Token;

function e(mixed $value): string
{
    return Html::print($value);
}

function token(): string
{
    return Token::input();
}

/** A row of a settings table: label on the left, controls on the right. */
function row(string $label, string $controls, string $hint = ''): string
{
    $hint = $hint === '' ? '' : ' <span class="hint">' . e($hint) . '</span>';
    return "<tr><td class=\"fieldlabel\" width=\"20%\">$label</td><td class=\"fieldarea\">$controls$hint</td></tr>\n";
}

/**
 * Rows with two settings each, as WHMCS lays out long forms; a last one without a partner takes the whole width.
 *
 * @param array<string, string> $settings label => controls
 */
function pairs(array $settings): string
{
    $html = '';
    foreach (array_chunk($settings, 2, true) as $pair) {
        $span = count($pair) === 1 ? ' colspan="3"' : '';
        $html .= '<tr>';
        foreach ($pair as $label => $controls) {
            $html .= "<td class=\"fieldlabel\" width=\"15%\">$label</td><td class=\"fieldarea\"$span>$controls</td>";
        }
        $html .= "</tr>\n";
    }
    return $html;
}

/** A setting over the whole width of a form of pairs. */
function wide(string $label, string $controls): string
{
    return "<tr><td class=\"fieldlabel\" width=\"15%\">$label</td><td class=\"fieldarea\" colspan=\"3\">$controls</td></tr>\n";
}

function money(mixed $amount): string
{
    return number_format((float) $amount, 2, '.', '');
}

function text(string $name, mixed $value, string $size = 'input-300', string $type = 'text'): string
{
    return "<input type=\"$type\" name=\"$name\" id=\"" . id($name) . '" value="' . e($value) . "\" class=\"form-control input-inline $size\">";
}

/** @param array<array-key, string> $choices */
function select(string $name, array $choices, mixed $selected, string $class = 'select-inline'): string
{
    return "<select name=\"$name\" id=\"" . id($name) . "\" class=\"form-control $class\">" . Html::options($choices, $selected) . '</select>';
}

function tick(string $name, bool $isTicked, string $label = '', string $value = 'on'): string
{
    $mark = $isTicked ? ' checked' : '';
    return "<label class=\"checkbox-inline\"><input type=\"checkbox\" name=\"$name\" id=\"" . id($name) . "\" value=\"$value\"$mark> " . e($label) . '</label>';
}

function radio(string $name, string $value, mixed $selected, string $label): string
{
    $mark = $value === (string) $selected ? ' checked' : '';
    $id = id($name) . '-' . ($value === '' ? 'none' : $value);
    return "<label class=\"radio-inline\"><input type=\"radio\" name=\"$name\" id=\"$id\" value=\"$value\"$mark> " . e($label) . '</label>';
}

function status(string $status): string
{
    return '<span class="label label-' . strtolower(e($status)) . '">' . e($status) . '</span>';
}

/** An id for a control from its name: letters, digits and dashes. */
function id(string $name): string
{
    return 'input-' . trim((string) preg_replace('/[^A-Za-z0-9]+/', '-', $name), '-');
}
