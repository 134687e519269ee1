<?php

/**
 * The Module Settings of a product, made from the module's ConfigOptions: rows of inputs in simple or in advanced mode.
 */

declare(strict_types=1);

namespace Standin\Module;

use Standin\Html;
use Standin\ServerChoice;

final class ConfigOptions
{
    private const TYPES = ['text', 'password', 'yesno', 'dropdown', 'radio', 'textarea', '', 'none'];

    /** @var array<int, array<string, mixed>> position => definition */
    private readonly array $options;

    public function __construct(private readonly ServerModule $module)
    {
        $options = $module->has('ConfigOptions') ? $module->call('ConfigOptions', self::params()) : [];
        if (count($options) > 24) {
            throw new \LengthException("{$module->name}_ConfigOptions returns more than 24 options");
        }
        $positions = $options === [] ? [] : range(1, count($options));
        $definitions = [];
        foreach (array_keys($options) as $index => $name) {
            $definitions[$positions[$index]] = $options[$name] + ['FriendlyName' => $name, 'Type' => 'text', 'Description' => ''];
        }
        $this->options = $definitions;
    }

    public function hasSimpleMode(): bool
    {
        return array_filter($this->options, static fn (array $option) => $option['SimpleMode'] ?? false) !== [];
    }

    /**
     * @param array<int, string> $values position => stored value
     * @return array{content: string, mode: string} as the page's script expects it
     */
    public function render(array $values, int $serverGroup, string $mode): array
    {
        $mode = $this->hasSimpleMode() && $mode !== 'advanced' ? 'simple' : 'advanced';
        $cells = [];
        foreach ($this->options as $position => $option) {
            if ($mode === 'advanced' || ($option['SimpleMode'] ?? false)) {
                $value = $values[$position] ?? (string) ($option['Default'] ?? '');
                $cells[Html::print($option['FriendlyName'])] = $this->control($position, $option, $value, $serverGroup, $mode);
            }
        }
        return ['content' => \Standin\Admin\pairs($cells), 'mode' => $mode];
    }

    private function control(int $position, array $option, string $value, int $serverGroup, string $mode): string
    {
        if (!in_array($option['Type'], self::TYPES, true)) {
            throw new \UnexpectedValueException("Unknown type {$option['Type']} in {$this->module->name}_ConfigOptions");
        }
        $name = "packageconfigoption[$position]";
        $description = $option['Description'] === '' ? '' : ' ' . $option['Description'];
        if ($mode === 'simple' && isset($option['Loader'])) {
            return $this->loaded($name, $option, $value, $serverGroup) . $description;
        }
        return match ($option['Type']) {
            'yesno' => "<input type=\"hidden\" name=\"$name\" value=\"\"><label class=\"checkbox-inline\"><input type=\"checkbox\" "
                . "name=\"$name\" value=\"on\"" . ($value === 'on' ? ' checked' : '') . ">$description</label>",
            'dropdown' => "<select name=\"$name\" class=\"form-control select-inline\">" . Html::options(self::choices($option), $value)
                . "</select>$description",
            'radio' => $this->radios($name, $option, $value) . $description,
            'textarea' => "<textarea name=\"$name\" class=\"form-control\" rows=\"" . (int) ($option['Rows'] ?? 3) . '" cols="'
                . (int) ($option['Cols'] ?? 60) . '">' . Html::print($value) . "</textarea>$description",
            '', 'none' => $description,
            default => $this->text($name, $option, $value) . $description,
        };
    }

    /** A text option with a Loader is a list in simple mode; without a server, or when the loader throws, a text box stays. */
    private function loaded(string $name, array $option, string $value, int $serverGroup): string
    {
        $refresh = ' <button type="button" class="btn btn-sm refresh-loader" title="Refresh">↻</button>';
        $server = ServerChoice::forProduct($this->module->name, $serverGroup);
        if ($server === null) {
            return $this->text($name, $option, $value) . $refresh
                . ' <span class="loader-error">No server found so unable to fetch values</span>';
        }
        try {
            $choices = ($option['Loader'])(Params::forServer($server));
        } catch (\Exception $error) {
            return $this->text($name, $option, $value) . $refresh . ' <span class="loader-error">' . Html::print($error->getMessage()) . '</span>';
        }
        if ($value !== '' && !isset($choices[$value])) {
            $choices = [$value => $value] + $choices;
        }
        return "<select name=\"$name\" class=\"form-control select-inline\">" . Html::options($choices, $value) . "</select>$refresh";
    }

    private function text(string $name, array $option, string $value): string
    {
        $type = $option['Type'] === 'password' ? 'password' : 'text';
        $size = (int) ($option['Size'] ?? 25);
        return "<input type=\"$type\" name=\"$name\" class=\"form-control input-inline input-25\" size=\"$size\" value=\"" . Html::print($value) . '">';
    }

    private function radios(string $name, array $option, string $value): string
    {
        $html = '';
        foreach (self::choices($option) as $choice => $label) {
            $mark = (string) $choice === $value ? ' checked' : '';
            $html .= "<label class=\"radio-inline\"><input type=\"radio\" name=\"$name\" value=\"" . Html::print($choice) . "\"$mark> "
                . Html::print($label) . '</label>';
        }
        return $html;
    }

    /** @return array<array-key, string> */
    private static function choices(array $option): array
    {
        $options = $option['Options'] ?? [];
        if (is_string($options)) {
            $list = array_map('trim', explode(',', $options));
            return array_combine($list, $list);
        }
        return $options;
    }

    /** ConfigOptions is the one function that gets no service parameters. */
    private static function params(): array
    {
        return [
            'whmcsVersion' => \WHMCS\Config\Setting::getValue('Version'),
            'producttype' => 'other',
            'isAddon' => false,
            'action' => 'ConfigOptions',
        ];
    }
}
