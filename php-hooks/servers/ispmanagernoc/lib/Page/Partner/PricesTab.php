<?php

/**
 * What the products' prices leave of the costs, and their adjustment by a rule: every change is shown before any is made.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Markup;
use IspmanagerNoc\PriceList\PriceList;
use IspmanagerNoc\Sale\Change;
use IspmanagerNoc\Sale\Margins;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\AdminPages;
use IspmanagerNoc\Whmcs\Currencies;
use IspmanagerNoc\Whmcs\PricedProduct;
use IspmanagerNoc\Whmcs\ProductPrices;
use IspmanagerNoc\Whmcs\ServerRecord;

defined('WHMCS') || exit;

final class PricesTab implements Content
{
    private const PER_PAGE = 50;

    private readonly ?ServerRecord $server;
    private readonly ?PriceList $list;
    private readonly Margins $margins;

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
        $this->server = $address->server($app);
        $this->list = $this->server === null ? null : $app->prices()->stored($this->server);
        $this->margins = new Margins($this->list);
    }

    public function html(?Form $form): string
    {
        $server = $this->server;
        if ($server === null || $this->list === null) {
            return Html::warning($this->texts->get($server === null ? 'partner.no-server' : 'sale.no-prices'));
        }
        $choice = $this->address->form(ServerChoice::html($this->app, $this->texts, $server) . Html::submit($this->texts->get('partner.show')));
        $paging = new Paging($this->texts, $this->address, self::PER_PAGE, ProductPrices::count($server));
        $products = ProductPrices::page($server, $paging->skipped(), self::PER_PAGE);
        if ($products === []) {
            return $choice . Html::paragraph($this->texts->get('prices.none'));
        }
        $said = '';
        if ($form !== null && !$form->has('back')) {
            try {
                $changes = $this->changes($products, $form);
                if (!$form->has('apply')) {
                    return $this->preview($changes, $form);
                }
                $said = $this->apply($changes, $form);
                $products = ProductPrices::page($server, $paging->skipped(), self::PER_PAGE);
            } catch (Refused $refusal) {
                $said = Html::warning($this->texts->ofFailure($refusal));
            }
        }
        return $said . $choice . Html::paragraph($this->texts->get('prices.about')) . $this->table($products) . $paging->html()
            . ($this->address->mayManage ? $this->question($products, $form) : '');
    }

    /**
     * @param list<PricedProduct> $products
     * @return list<Change>
     * @throws Refused
     */
    private function changes(array $products, Form $form): array
    {
        $ids = $form->numbers('product');
        $chosen = array_values(array_filter($products, static fn (PricedProduct $product): bool => in_array($product->id, $ids, true)));
        if ($chosen === []) {
            throw new Refused('prices.no-product');
        }
        return $this->margins->changes($chosen, $this->ruleFields()->rule($form), RuleFields::rates($form));
    }

    /** @param list<Change> $changes as they would be by now: what nobody saw so is not made */
    private function apply(array $changes, Form $form): string
    {
        $seen = array_filter(explode(',', $form->text('seen')));
        $made = count(array_filter(
            $changes,
            fn (Change $change): bool => in_array($change->mark(), $seen, true) && $this->margins->apply($change, $this->texts)
        ));
        $told = $this->texts->get('prices.changed', ['count' => $made, 'rest' => count($seen) - $made]);
        return $made === count($seen) ? Html::success($told) : Html::warning($told);
    }

    /** @param list<PricedProduct> $products */
    private function table(array $products): string
    {
        $codes = Currencies::all();
        $text = $this->texts->get(...);
        $head = [$text('prices.product'), $text('prices.period'), $text('partner.cost'), ...array_values($codes)];
        $rows = [];
        foreach ($products as $product) {
            $tariff = $this->margins->tariff($product);
            $months = array_keys(array_replace($tariff->prices ?? [], ...array_values($product->prices)));
            sort($months);
            foreach ($months as $period) {
                $cost = $tariff?->cost($period);
                $price = fn (int $currency): Markup => $this->cell($product->prices[$currency][$period] ?? null, $cost);
                $rows[] = [
                    Html::link(AdminPages::product($product->id), $product->name),
                    $this->texts->get('period', ['months' => $period]),
                    $cost === null ? $text($tariff === null ? 'prices.no-tariff' : 'prices.unsold') : (string) $cost,
                    ...array_map($price, array_keys($codes)),
                ];
            }
        }
        return Html::table($head, $rows);
    }

    private function cell(?Money $price, ?Money $cost): Markup
    {
        if ($price === null) {
            return new Markup('–');
        }
        $isLoss = Margins::isBelowCost($price, $cost);
        $told = Html::escape($price->amount());
        if ($cost !== null && $isLoss !== null) {
            $rest = (new Money($price->minor - $cost->minor, $cost->currency))->amount();
            $margin = $this->texts->get($isLoss ? 'prices.loss' : 'prices.margin', ['rest' => $rest]);
            $told .= ' <span class="ispnoc-state ' . ($isLoss ? 'ispnoc-bad' : 'ispnoc-good') . '">' . Html::escape($margin) . '</span>';
        }
        return new Markup($told);
    }

    /** @param list<PricedProduct> $products */
    private function question(array $products, ?Form $form): string
    {
        $ticked = $form?->numbers('product');
        $rows = '';
        foreach ($products as $product) {
            $isKnown = $this->margins->tariff($product) !== null;
            $isTicked = $isKnown && ($ticked === null || in_array($product->id, $ticked, true));
            $rows .= '<li>' . Html::tick('product[]', (string) $product->id, $product->name, $isTicked, !$isKnown) . '</li>';
        }
        return Html::heading($this->texts->get('prices.adjust')) . Html::paragraph($this->texts->get('prices.adjust-about')) . $this->form(
            Html::fieldset($this->texts->get('sale.product'), "<ul class=\"ispnoc-ticks\">$rows</ul>")
            . $this->ruleFields()->html($form)
            . Html::submit($this->texts->get('prices.preview'), 'preview', 'btn-primary')
        );
    }

    /** @param list<Change> $changes */
    private function preview(array $changes, Form $form): string
    {
        $text = $this->texts->get(...);
        $row = fn (Change $change): array => [
            $change->product->name,
            $this->texts->get('period', ['months' => $change->months]),
            (string) $change->from,
            (string) $change->to,
        ];
        // In one field: PHP takes no more than a thousand.
        $marks = Html::hidden('seen', implode(',', array_map(static fn (Change $change): string => $change->mark(), $changes)));
        $apply = $changes === []
            ? Html::paragraph($text('prices.nothing'))
            : Html::table([$text('prices.product'), $text('prices.period'), $text('prices.now'), $text('prices.then')], array_map($row, $changes))
                . Html::submit($this->texts->get('prices.apply', ['count' => count($changes)]), 'apply', 'btn-primary') . ' ';
        return Html::paragraph($text('prices.preview-about'))
            . $this->form($form->kept(RuleFields::NAMES, ['product', 'rate']) . $marks . $apply . Html::submit($text('sale.back'), 'back'));
    }

    private function form(string $controls): string
    {
        return $this->address->post($controls, ['server' => $this->server->id ?? '']);
    }

    private function ruleFields(): RuleFields
    {
        return new RuleFields($this->texts, $this->list?->currency() ?? '');
    }
}
