<?php

/**
 * An order of the account that no service has: staff choose the service that it is for, and it is linked.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\App;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Exception\Rejected;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ServiceList;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

final class OrderWithoutService implements Repair
{
    /** More than a person would look through; any other service can be named by its number. */
    private const OFFERED = 50;
    /** Some of those without an order in the field have one in the journal. */
    private const READ = 200;

    private readonly Linking $linking;

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
        $this->linking = new Linking($app, $texts);
    }

    public function done(Difference $difference, Form $form): string
    {
        if (!$form->has('link')) {
            return '';
        }
        if ($form->text('order') !== $difference->orderId) {
            return Html::warning($this->texts->get('differs.gone'));
        }
        try {
            return $this->linking->done($this->service($difference, $form->number('service')), $difference->orderId);
        } catch (CommandFailed $failure) {
            return Html::warning($this->texts->ofFailure($failure));
        }
    }

    public function question(Difference $difference, ?Form $form): string
    {
        $asked = '';
        try {
            if ($form?->has('preview-link')) {
                $service = $this->service($difference, $form->number('service-id') ?: $form->number('service'));
                return $this->linking->preview($service, $difference->orderId, $this->address);
            }
            $asked = $form?->has('ask') ? $this->order($difference) : '';
        } catch (CommandFailed $failure) {
            $asked = Html::warning($this->texts->ofFailure($failure));
        }
        return $asked . Html::paragraph($this->texts->get('differs.link.about'))
            . ($form?->has('ask') ? '' : $this->address->ask(Html::submit($this->texts->get('differs.link.ask'), 'ask')))
            . $this->choice($difference);
    }

    private function choice(Difference $difference): string
    {
        $services = (new Words($this->texts))->ofServices($this->fitting($difference));
        $select = $services === []
            ? Html::paragraph($this->texts->get('differs.link.none'))
            : Html::select('service', $this->texts->get('partner.service'), ['' => '–'] + $services, '');
        return $this->address->post(
            $select . Html::bar(Html::input('text', 'service-id', $this->texts->get('differs.link.service-id'), ''))
            . Html::submit($this->texts->get('differs.link.preview'), 'preview-link', 'btn-primary')
        );
    }

    /** @return list<int> services of the account that have no order, those first whose product sells the tariff of this one */
    private function fitting(Difference $difference): array
    {
        $records = $this->app->servers()->ofAccount($difference->serverId);
        $list = new ServiceList();
        $best = $list->withoutOrder($records, ServiceList::GOING_ON, self::READ, $this->selling($difference));
        $services = array_values(array_unique([...$best, ...$list->withoutOrder($records, ServiceList::GOING_ON, self::READ)]));
        $placed = [];
        foreach ($this->app->journal()->ordersOf($services) as ['service' => $service, 'operation' => $operation]) {
            $placed[$service] = $operation === Operation::Create;
        }
        return array_slice(array_values(array_diff($services, array_keys(array_filter($placed)))), 0, self::OFFERED);
    }

    /** @return list<int> products that sell the tariff of the order, which the comparison knows by its name alone */
    private function selling(Difference $difference): array
    {
        $server = $this->app->servers()->find($difference->serverId);
        if ($server === null) {
            return [];
        }
        $isTariff = static fn (Tariff $tariff): bool => $tariff->name === $difference->account;
        $tariffs = array_filter($this->app->prices()->stored($server)->tariffs ?? [], $isTariff);
        $products = array_intersect_key($this->app->products()->selling($server), array_flip(array_column($tariffs, 'id')));
        return array_keys(array_replace([], ...array_values($products)));
    }

    /** @throws Refused where there is no such service, or its account is another one: there, the number is another order's */
    private function service(Difference $difference, int $id): ServiceRecord
    {
        $service = $this->app->services()->find($id) ?? throw new Refused('relay.not-found');
        $server = $this->app->linkOrder()->server($service);
        if (!in_array($server->id, $this->app->servers()->ofAccount($difference->serverId), true)) {
            throw new Refused('refused.order-elsewhere', [
                'order' => $difference->orderId,
                'server' => (string) $this->app->servers()->find($difference->serverId)?->name,
            ]);
        }
        return $service;
    }

    /** What the account says of the order now: the licence tells whose it is. */
    private function order(Difference $difference): string
    {
        $server = $this->app->servers()->find($difference->serverId) ?? throw new Refused('refused.no-server');
        $account = $this->app->account($server);
        foreach (Kind::itemTypes() as $itemType) {
            try {
                $order = $account->form($itemType, $difference->orderId);
            } catch (Rejected $refusal) {
                // A login may be allowed one kind of goods only.
                $order = $refusal->rejection->type === 'access' ? null : throw $refusal;
            }
            if ($order !== null) {
                return Html::facts($this->linking->facts($order));
            }
        }
        throw new Refused('refused.order-missing', ['order' => $difference->orderId]);
    }
}
