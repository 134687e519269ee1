<?php

/**
 * Puts tariffs on sale: what is wanted, then every product and price as it would be, then the products. Nothing is made before the last step.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Contract;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Markup;
use IspmanagerNoc\PriceList\PriceList;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Sale\Offer;
use IspmanagerNoc\Sale\Outcome;
use IspmanagerNoc\Sale\PutOnSale;
use IspmanagerNoc\Sale\SalePlan;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\AdminPages;
use IspmanagerNoc\Whmcs\ServerRecord;

defined('WHMCS') || exit;

final class SaleTab implements Content
{
    /** When WHMCS orders, by the values that it has for that: our names of them. */
    private const SETUPS = ['payment' => 'payment', 'order' => 'order', 'on' => 'accepted', '' => 'never'];

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
    }

    public function html(?Form $form): string
    {
        $server = $this->address->server($this->app);
        $list = $server === null ? null : $this->app->prices()->stored($server);
        if ($server === null || $list === null || $list->tariffs === []) {
            return Html::warning($this->texts->get($server === null ? 'partner.no-server' : 'sale.no-prices'));
        }
        if ($this->app->products()->groups() === []) {
            return Html::warning($this->texts->get('sale.no-group')) . Html::link(AdminPages::NEW_GROUP, $this->texts->get('sale.new-group'))->html;
        }
        if ($form === null || $form->has('back')) {
            return $this->question($server, $list, $form ?? new Form([]));
        }
        try {
            $plan = $this->plan($server, $list, $form);
        } catch (Refused $refusal) {
            return Html::warning($this->texts->ofFailure($refusal)) . $this->question($server, $list, $form);
        }
        if (!$form->has('create')) {
            return $this->preview($plan, $form);
        }
        // Nothing is made at a price that nobody saw, or from an account that took the place of the chosen one.
        return $form->text('seen') === $plan->mark()
            ? $this->outcome((new PutOnSale($this->app, $this->texts))->run($plan), $plan, $form)
            : Html::warning($this->texts->get('sale.changed')) . $this->preview($plan, $form);
    }

    /** @throws Refused what is missing or cannot be read */
    private function plan(ServerRecord $server, PriceList $list, Form $form): SalePlan
    {
        $ids = $form->numbers('tariff');
        $tariffs = array_values(array_filter($list->tariffs, static fn (Tariff $tariff): bool => in_array($tariff->id, $ids, true)));
        $group = $form->number('group');
        $serverGroup = $form->number('servergroup');
        $require = static fn (bool $is, string $textKey): ?bool => $is ? true : throw new Refused($textKey);
        $require($tariffs !== [], 'sale.no-tariff');
        $months = array_values(array_intersect($form->numbers('months'), Contract::get('periods')));
        $require($months !== [], 'sale.no-months');
        $require(isset($this->app->products()->groups()[$group]), 'sale.no-group-chosen');
        $require(isset(self::SETUPS[$form->text('setup')]), 'sale.no-setup');
        // A product on a server of another account would order there: something else, or nothing at all.
        $require(in_array($serverGroup, $this->app->servers()->groupsOf($server), true), 'sale.other-account');
        return new SalePlan(
            $server,
            $tariffs,
            $months,
            RuleFields::rates($form),
            (new RuleFields($this->texts, $list->currency()))->rule($form),
            $group,
            $form->text('setup'),
            $serverGroup,
            $form->has('hidden'),
            $form->has('tax'),
        );
    }

    private function question(ServerRecord $server, PriceList $list, Form $form): string
    {
        $isNew = !$form->has('group');
        $typed = static fn (string $name, string $default): string => $isNew ? $default : $form->text($name);
        $text = $this->texts->get(...);
        $setups = array_map(fn (string $name): string => $this->texts->get("sale.setup.$name"), self::SETUPS);
        $groups = $this->app->products()->groups();
        $choice = ServerChoice::html($this->app, $this->texts, $server) . Html::submit($text('partner.show'));
        return $this->address->form($choice) . Html::paragraph($text('sale.about')) . $this->form(
            $server,
            $this->tariffs($server, $list, $form)
            . (new RuleFields($this->texts, $list->currency()))->html($isNew ? null : $form)
            . Html::fieldset($text('sale.months'), Html::bar($this->months($list, $form, $isNew)))
            . Html::fieldset($text('sale.product'), Html::bar(
                Html::select('group', $text('sale.group'), $groups, $typed('group', (string) array_key_first($groups)))
                . Html::select('setup', $text('sale.setup'), $setups, $typed('setup', 'payment'))
                . Html::select('servergroup', $text('sale.server-group'), $this->serverGroups($server), $typed('servergroup', ''))
                . Html::tick('tax', 'on', $text('sale.tax'), $form->has('tax'))
                . Html::tick('hidden', 'on', $text('sale.hidden'), $form->has('hidden'))
            ))
            . Html::submit($text('sale.preview'), 'preview', 'btn-primary')
        );
    }

    private function tariffs(ServerRecord $server, PriceList $list, Form $form): string
    {
        $sold = $this->app->products()->selling($server);
        $wanted = $form->numbers('tariff');
        $rows = '';
        foreach ($list->tariffs as $tariff) {
            $label = "$tariff->id $tariff->name";
            $isSold = isset($sold[$tariff->id]);
            $isTicked = !$isSold && ($form->has('group') ? in_array($tariff->id, $wanted, true) : $this->address->text('tick') !== 'none');
            $products = $isSold ? ' – ' . Html::products($sold[$tariff->id])->html : '';
            $rows .= '<li>' . Html::tick('tariff[]', (string) $tariff->id, $label, $isTicked, isDisabled: $isSold) . "$products</li>";
        }
        $links = Html::link($this->address->with(['tick' => '']), $this->texts->get('sale.tick-all'))->html . ' · '
            . Html::link($this->address->with(['tick' => 'none']), $this->texts->get('sale.tick-none'))->html;
        return Html::fieldset($this->texts->get('sale.tariffs'), "<p>$links</p><ul class=\"ispnoc-ticks\">$rows</ul>");
    }

    private function months(PriceList $list, Form $form, bool $isNew): string
    {
        $ticks = '';
        foreach (array_intersect(Tariff::periods($list->tariffs), Contract::get('periods')) as $months) {
            $isTicked = $isNew || in_array($months, $form->numbers('months'), true);
            $ticks .= Html::tick('months[]', (string) $months, $this->texts->get('period', ['months' => $months]), $isTicked);
        }
        return $ticks;
    }

    /** @return array<int, string> those whose new services get a server of this account */
    private function serverGroups(ServerRecord $server): array
    {
        $all = [0 => $this->texts->get('sale.no-server-group')] + $this->app->servers()->groups();
        return array_intersect_key($all, array_flip($this->app->servers()->groupsOf($server)));
    }

    private function preview(SalePlan $plan, Form $form): string
    {
        $offers = $plan->offers($this->app);
        $new = array_filter($offers, static fn (Offer $offer): bool => $offer->sellers === []);
        $head = [$this->texts->get('partner.id'), $this->texts->get('partner.name'), $this->texts->get('sale.prices')];
        $row = fn (Offer $offer): array => [(string) $offer->tariff->id, $offer->tariff->name, $this->prices($offer)];
        $create = $new === []
            ? Html::paragraph($this->texts->get('sale.nothing-new'))
            : Html::submit($this->texts->get('sale.create', ['count' => count($new)]), 'create', 'btn-primary') . ' ';
        return Html::paragraph($this->texts->get('sale.preview-about', ['group' => $this->app->products()->groups()[$plan->groupId]]))
            . Html::table($head, array_map($row, $offers))
            . $this->form($plan->server, $this->kept($plan, $form) . $create . Html::submit($this->texts->get('sale.back'), 'back'));
    }

    private function prices(Offer $offer): Markup
    {
        if ($offer->sellers !== []) {
            return new Markup(Html::escape($this->texts->get('sale.sold-already')) . ' ' . Html::products($offer->sellers)->html);
        }
        $lines = [];
        foreach ($offer->tariff->prices as $months => $cost) {
            $prices = array_filter(array_column($offer->prices, $months));
            if ($prices !== []) {
                $lines[] = Html::escape($this->texts->get('sale.price-line', [
                    'period' => $this->texts->get('period', ['months' => $months]),
                    'cost' => (string) $cost,
                    'prices' => implode(', ', array_map(strval(...), $prices)),
                ]));
            }
        }
        return new Markup($lines === [] ? Html::escape($this->texts->get('sale.no-period')) : implode('<br>', $lines));
    }

    /** @param list<Outcome> $outcomes */
    private function outcome(array $outcomes, SalePlan $plan, Form $form): string
    {
        $counted = array_count_values(array_map(static fn (Outcome $outcome): string => $outcome->result, $outcomes))
            + [Outcome::CREATED => 0, Outcome::THERE => 0, Outcome::FAILED => 0, Outcome::LEFT => 0];
        $told = $this->texts->get('sale.outcome', $counted);
        $row = fn (Outcome $outcome): array => [
            (string) $outcome->offer->tariff->id,
            $outcome->offer->tariff->name,
            new Markup(trim(Html::escape($this->texts->get("sale.result.$outcome->result") . " $outcome->reason") . ' '
                . Html::products($outcome->products)->html)),
        ];
        $head = [$this->texts->get('partner.id'), $this->texts->get('partner.name'), $this->texts->get('partner.what')];
        $isWhole = $counted[Outcome::FAILED] + $counted[Outcome::LEFT] === 0;
        return ($isWhole ? Html::success($told) : Html::warning($told))
            . ($isWhole ? '' : $this->form($plan->server, $this->kept($plan, $form) . Html::submit($this->texts->get('sale.again'), 'create', 'btn-primary')))
            . Html::table($head, array_map($row, $outcomes));
    }

    /** What was asked for, to be sent again. */
    private function kept(SalePlan $plan, Form $form): string
    {
        $ticks = array_filter(['hidden', 'tax'], $form->has(...));
        return $form->kept([...RuleFields::NAMES, 'group', 'setup', 'servergroup', ...$ticks], ['tariff', 'months', 'rate'])
            . Html::hidden('seen', $plan->mark());
    }

    private function form(ServerRecord $server, string $controls): string
    {
        return $this->address->post($controls, ['server' => $server->id, 'tick' => '']);
    }
}
