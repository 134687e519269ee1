<?php

/**
 * The tariffs that the account of a server record sells, from the stored list, and the products that sell them here. The button Refresh, and
 * nothing else, asks the account.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Shape\Tariffs;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ServerRecord;

defined('WHMCS') || exit;

final class PriceListTab implements Content, Exported
{
    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
    }

    public function html(?Form $form): string
    {
        $server = $this->address->server($this->app);
        if ($server === null) {
            return Html::warning($this->texts->get('partner.no-server'));
        }
        $outcome = $form?->has('refresh') ? $this->refresh($server) : '';
        return $outcome . Html::paragraph($this->texts->get('partner.intro')) . $this->bar($server) . $this->list($server);
    }

    /** Asks the account. */
    private function refresh(ServerRecord $server): string
    {
        try {
            $this->app->refreshPrices($server);
            return Html::success($this->texts->get('partner.refreshed'));
        } catch (CommandFailed $failure) {
            return Html::warning($this->texts->ofFailure($failure));
        }
    }

    public function csv(): ?Csv
    {
        $server = $this->address->server($this->app);
        $list = $server === null ? null : $this->app->prices()->stored($server);
        if ($server === null || $list === null) {
            return null;
        }
        $tariffs = $this->found($list->tariffs);
        $periods = Tariff::periods($tariffs);
        $sold = $this->app->products()->selling($server);
        $section = fn (Tariff $tariff): string => $this->texts->get($tariff->kind->isModule() ? 'partner.modules' : 'partner.software');
        $row = fn (Tariff $tariff): array => [
            ...$this->facts($tariff, $periods, ''),
            $section($tariff),
            implode(', ', $sold[$tariff->id] ?? []),
        ];
        $head = [...$this->head($periods), $this->texts->get('partner.section'), $this->texts->get('partner.sold-as')];
        return new Csv($this->texts->language, "ispmanager-prices-$server->id", $head, array_map($row, $tariffs));
    }

    private function bar(ServerRecord $chosen): string
    {
        return $this->address->form(
            ServerChoice::html($this->app, $this->texts, $chosen)
            . Html::input('search', 'q', $this->texts->get('partner.search'), $this->address->text('q'))
            . Html::submit($this->texts->get('partner.show'))
        ) . $this->address->ask(
            Html::bar(
                Html::submit($this->texts->get('partner.refresh'), 'refresh')
                . Html::link($this->address->with(['export' => 'csv', 'server' => $chosen->id]), $this->texts->get('partner.export'))->html
            ),
            ['server' => $chosen->id]
        );
    }

    private function list(ServerRecord $server): string
    {
        $list = $this->app->prices()->stored($server);
        $notice = (new Tariffs($this->app, $this->texts))->notice($list);
        $html = $notice === null ? '' : Html::warning($notice);
        if ($list === null) {
            return $html;
        }
        $age = $this->texts->get('partner.fetched', ['moment' => Moment::printed($list->fetchedAt)]);
        $sold = $this->app->products()->selling($server);
        $found = $this->found($list->tariffs);
        $modules = array_filter($found, static fn (Tariff $tariff): bool => $tariff->kind->isModule());
        return $html . Html::paragraph($age, 'ispnoc-muted')
            . $this->section('modules', $modules, $sold)
            . $this->section('software', array_diff_key($found, $modules), $sold);
    }

    /**
     * @param array<int, Tariff> $tariffs
     * @param array<int, array<int, string>> $sold
     */
    private function section(string $name, array $tariffs, array $sold): string
    {
        $heading = Html::heading($this->texts->get("partner.$name"));
        if ($tariffs === []) {
            return $heading . Html::paragraph($this->texts->get($this->address->text('q') === '' ? 'partner.none' : 'partner.none-found'));
        }
        $periods = Tariff::periods($tariffs);
        $row = fn (Tariff $tariff): array => [...$this->facts($tariff, $periods, '–'), Html::products($sold[$tariff->id] ?? [])];
        return $heading . Html::table([...$this->head($periods), $this->texts->get('partner.sold-as')], array_map($row, array_values($tariffs)), 'ispnoc-tariffs');
    }

    /**
     * @param list<int> $periods
     * @return list<string>
     */
    private function head(array $periods): array
    {
        $period = fn (int $months): string => $this->texts->get('period', ['months' => $months]);
        return [$this->texts->get('partner.id'), $this->texts->get('partner.name'), ...array_map($period, $periods)];
    }

    /**
     * @param list<int> $periods
     * @param string $none stands where the tariff is not sold for a period
     * @return list<string>
     */
    private function facts(Tariff $tariff, array $periods, string $none): array
    {
        $cost = static fn (int $months): string => (string) ($tariff->cost($months) ?? $none);
        return [(string) $tariff->id, $tariff->name, ...array_map($cost, $periods)];
    }

    /**
     * What has every word of the search in its name, or begins with it as its number.
     *
     * @param list<Tariff> $tariffs
     * @return list<Tariff>
     */
    private function found(array $tariffs): array
    {
        $fold = static fn (string $text): string => str_replace('ё', 'е', mb_strtolower($text));
        $words = preg_split('/\s+/u', $fold($this->address->text('q')), -1, PREG_SPLIT_NO_EMPTY) ?: [];
        $has = static fn (Tariff $tariff, string $word): bool => str_contains($fold($tariff->name), $word) || str_starts_with((string) $tariff->id, $word);
        return array_values(array_filter($tariffs, static fn (Tariff $tariff): bool => array_filter(
            $words,
            static fn (string $word): bool => !$has($tariff, $word)
        ) === []));
    }
}
