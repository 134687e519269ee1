<?php

/**
 * A service as WHMCS and the journal know it, from the database alone (crates/wire: Service).
 */

declare(strict_types=1);

namespace IspmanagerNoc\Shape;

use IspmanagerNoc\App;
use IspmanagerNoc\Command\Offer;
use IspmanagerNoc\Command\Step\Period;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Service
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** @return array<string, mixed> */
    public function of(ServiceRecord $service): array
    {
        $server = $this->app->servers()->find($service->serverId);
        $list = $server === null ? null : $this->app->prices()->stored($server);
        $fields = $this->app->fields()->read($service);
        return [
            'status' => $this->texts->get("status.$service->status"),
            'billing_cycle' => $this->texts->get("cycle.$service->billingCycle"),
            'next_due_date' => $service->nextDueDate,
            'termination_date' => $service->terminationDate,
            'tariff' => $list?->find((int) $service->settings->tariffId)->name ?? $service->settings->tariffText,
            'item' => $fields['item'] ?? '',
            'order_id' => $fields['order_id'] ?? '',
            'server' => $server->name ?? $this->texts->get(
                $this->app->servers()->isForeign($service->serverId) ? 'service.other-server' : 'service.no-server'
            ),
            'actions' => array_map(
                fn (Offer $offer): array => $offer->toArray($this->texts),
                $this->app->offers()->of($service)
            ),
            'periods' => $this->periods($service),
            'journal' => array_map($this->entry(...), $this->app->journal()->forService($service->id)),
        ];
    }

    /** @return list<array{months: int, label: string, cost: array{minor: int, currency: string}}> */
    private function periods(ServiceRecord $service): array
    {
        $periods = [];
        foreach ($this->app->offers()->periods($service) as $cycle => $cost) {
            $periods[] = [
                'months' => (int) Period::monthsOf($cycle),
                'label' => $this->texts->get("cycle.$cycle"),
                'cost' => $cost->toArray(),
            ];
        }
        return $periods;
    }

    /** @return array{at: string, operation: string, state: string, text: string, cost: array{minor: int, currency: string}|null} */
    private function entry(Entry $entry): array
    {
        return [
            'at' => Moment::travelling($entry->at()),
            'operation' => $this->texts->get("operation.{$entry->operation->value}"),
            'state' => $entry->state->value,
            'text' => $this->texts->get($entry->textKey, $entry->textValues),
            'cost' => $entry->cost?->toArray(),
        ];
    }
}
