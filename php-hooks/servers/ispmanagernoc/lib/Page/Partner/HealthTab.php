<?php

/**
 * Whether everything that the module needs is well, what to do where it is not, and the same as text for whoever helps.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Health\Check;
use IspmanagerNoc\Health\Health;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Markup;
use IspmanagerNoc\Page\Panel;
use IspmanagerNoc\Page\View;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ModuleHooks;

defined('WHMCS') || exit;

final class HealthTab implements Content
{
    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
    }

    public function html(?Form $form): string
    {
        $said = match (true) {
            $form?->has('ask') => AskedAccounts::html($this->app, $this->texts),
            $form?->has('register') => $this->register(),
            default => '',
        };
        $checks = (new Health($this->app, $this->texts))->checks();
        $head = array_map($this->texts->get(...), ['health.what', 'health.found', 'health.do']);
        $row = static fn (Check $check): array => [
            $check->name,
            new Markup("<span class=\"ispnoc-state ispnoc-{$check->level->value}\">" . Html::escape($check->found) . '</span>'),
            $check->advice,
        ];
        $register = ModuleHooks::areRegistered() ? '' : Html::submit($this->texts->get('health.register'), 'register');
        return $said . Html::table($head, [...array_map($row, $checks), [$this->texts->get('health.wasm'), $this->wasm(), '']])
            . $this->address->ask(Html::submit($this->texts->get('health.ask'), 'ask'))
            . ($register === '' ? '' : $this->address->post($register))
            . Html::readOnly('report', $this->texts->get('health.report'), $this->report($checks));
    }

    /** What the web server does with a file only the browser sees. */
    private function wasm(): Markup
    {
        return new Markup(Panel::withoutRelay(View::WasmType, $this->texts, Html::escape($this->texts->get('health.wasm.by-hand'))));
    }

    private function register(): string
    {
        ModuleHooks::register();
        return Html::success($this->texts->get('health.registered'));
    }

    /** @param list<Check> $checks */
    private function report(array $checks): string
    {
        $line = static fn (Check $check): string => strtoupper($check->level->value) . " $check->name: $check->found";
        return implode("\n", array_map($line, $checks));
    }
}
