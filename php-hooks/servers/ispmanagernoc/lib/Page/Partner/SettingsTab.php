<?php

/**
 * What staff may choose: when to be warned, how long to remember, how patient and how fast to be, the language, and which roles may only look.
 * Either all of it is saved or, with a sentence for each value that cannot be used, nothing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\Funds\Funds;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Partner\Access;
use IspmanagerNoc\Partner\NumberSetting;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Addon;
use IspmanagerNoc\Whmcs\Language;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\Staff;

defined('WHMCS') || exit;

final class SettingsTab implements Content
{
    public function __construct(private readonly App $app, private Texts $texts, private readonly Address $address)
    {
    }

    public function html(?Form $form): string
    {
        $staff = Staff::current();
        if ($staff === null || $form?->has('save') !== true) {
            return $this->form(null, $staff);
        }
        $problems = $this->problems($form);
        if ($problems !== []) {
            return implode('', array_map(Html::warning(...), $problems)) . $this->form($form, $staff);
        }
        $this->save($form, $staff);
        $this->texts = Texts::current();
        return Html::success($this->texts->get('settings.saved')) . $this->form(null, $staff);
    }

    /** @param Form|null $typed what was typed and cannot be saved */
    private function form(?Form $typed, ?Staff $staff): string
    {
        $sections = Html::fieldset($this->texts->get('settings.balance'), Html::paragraph($this->texts->get('settings.balance.about'))
            . Html::bar(implode('', array_map(fn (ServerRecord $server): string => $this->threshold($server, $typed), Funds::accounts($this->app)))));
        foreach (NumberSetting::cases() as $setting) {
            $value = $typed?->text($setting->value) ?? (string) $setting->get();
            $sections .= Html::fieldset($this->texts->get("settings.$setting->value"), Html::paragraph($this->about($setting))
                . Html::bar(Html::input('text', $setting->value, $this->texts->get("settings.$setting->value.unit"), $value)));
        }
        $languages = ['' => $this->texts->get('settings.language.own'), 'en' => 'English', 'ru' => 'Русский'];
        $language = $typed?->text('language') ?? (string) Language::chosen();
        $sections .= Html::fieldset($this->texts->get('settings.language'), Html::paragraph($this->texts->get('settings.language.about'))
            . Html::bar(Html::select('language', $this->texts->get('settings.language.label'), $languages, $language)));
        $readers = $typed?->numbers('reader') ?? Access::readers();
        $roles = '';
        foreach (Addon::roles() as $id => $name) {
            $roles .= '<li>' . Html::tick('reader[]', (string) $id, $name, in_array($id, $readers, true), $id === $staff?->roleId) . '</li>';
        }
        $sections .= Html::fieldset($this->texts->get('roles'), Html::paragraph($this->texts->get('roles.about')) . "<ul class=\"ispnoc-ticks\">$roles</ul>");
        return $this->address->post($sections . Html::submit($this->texts->get('settings.save'), 'save', 'btn-primary'));
    }

    private function threshold(ServerRecord $server, ?Form $typed): string
    {
        $funds = new Funds($this->app, $server);
        $currency = $funds->currency();
        $label = $currency === null ? $server->name : "$server->name, $currency";
        $value = $typed?->texts('threshold')[$server->id] ?? $funds->threshold()?->amount() ?? '';
        return Html::input('text', "threshold[$server->id]", $label, $value);
    }

    private function about(NumberSetting $setting): string
    {
        return $this->texts->get("settings.$setting->value.about", ['least' => $setting->least(), 'most' => $setting->most()]);
    }

    /** @return list<string> a sentence for each value that cannot be used */
    private function problems(Form $form): array
    {
        $problems = [];
        foreach (Funds::accounts($this->app) as $server) {
            if (self::minor($form->texts('threshold')[$server->id] ?? '') === null) {
                $problems[] = $this->texts->get('settings.balance.wrong', ['server' => $server->name]);
            }
        }
        foreach (NumberSetting::cases() as $setting) {
            if ($setting->parse($form->text($setting->value)) === null) {
                $name = $this->texts->get("settings.$setting->value");
                $problems[] = $this->texts->get('settings.wrong', ['name' => $name, 'least' => $setting->least(), 'most' => $setting->most()]);
            }
        }
        return $problems;
    }

    /** @return int|null hundredths, 0 for an empty text */
    private static function minor(string $text): ?int
    {
        $plain = strtr((string) preg_replace('/[\s\x{00A0}\x{202F}]+/u', '', $text), ',', '.');
        // Three digits after a mark may be thousands.
        $isSum = preg_match('/^\d+(\.\d{1,2})?$/', $plain) === 1;
        return $plain === '' ? 0 : ($isSum ? Money::parse($plain, '')?->minor : null);
    }

    private function save(Form $form, Staff $staff): void
    {
        $before = $this->told();
        foreach (Funds::accounts($this->app) as $server) {
            (new Funds($this->app, $server))->setThreshold((int) self::minor($form->texts('threshold')[$server->id] ?? ''));
        }
        foreach (NumberSetting::cases() as $setting) {
            $setting->set((int) $setting->parse($form->text($setting->value)));
        }
        Language::choose(in_array($form->text('language'), Language::NAMES, true) ? $form->text('language') : null);
        $roles = Addon::roles();
        // One that has lost its access for a while comes back as it went.
        $kept = array_diff(Access::readers(), array_keys($roles));
        Access::setReaders([...array_intersect($form->numbers('reader'), array_keys($roles)), ...$kept], $staff);
        foreach (array_diff_assoc($this->told(), $before) as $name => $value) {
            Reports::note($this->texts->get('settings.note', ['name' => $name, 'value' => $value, 'before' => $before[$name] ?? '']));
        }
    }

    /** @return array<string, string> the settings' values by their names, as they are noted when they change */
    private function told(): array
    {
        $told = [];
        foreach (Funds::accounts($this->app) as $server) {
            $told["{$this->texts->get('settings.balance')}, $server->name"] = (string) (new Funds($this->app, $server))->threshold() ?: '–';
        }
        foreach (NumberSetting::cases() as $setting) {
            $told[$this->texts->get("settings.$setting->value")] = (string) $setting->get();
        }
        $readers = array_intersect_key(Addon::roles(), array_flip(Access::readers()));
        return $told + [
            $this->texts->get('settings.language') => Language::chosen() ?? '–',
            $this->texts->get('roles') => implode(', ', $readers) ?: '–',
        ];
    }
}
