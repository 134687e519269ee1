<?php

/**
 * A page of settings: which ones it shows, of which kind, and how they are saved.
 */

declare(strict_types=1);

namespace Standin\Admin;

use Standin\Request;
use WHMCS\Config\Setting;

final class SettingsForm
{
    /**
     * Shows the form, or saves it and comes back.
     *
     * @param array<string, array{0: string, 1: 'text'|'tick', 2: string}> $settings setting => label, kind, hint
     */
    public static function handle(string $title, string $page, array $settings): never
    {
        if (Request::isPost()) {
            foreach ($settings as $setting => [, $kind]) {
                Setting::setValue($setting, $kind === 'tick' ? (Request::isTicked($setting) ? 'on' : '') : Request::text($setting));
            }
            Page::notice('Changes Saved Successfully!');
            Request::redirect($page);
        }
        $rows = '';
        foreach ($settings as $setting => [$label, $kind, $hint]) {
            $value = (string) Setting::getValue($setting);
            $rows .= row(e($label), $kind === 'tick' ? tick($setting, $value === 'on') : text($setting, $value), $hint);
        }
        Page::show($title, 'settings', ['page' => $page, 'rows' => $rows]);
    }
}
