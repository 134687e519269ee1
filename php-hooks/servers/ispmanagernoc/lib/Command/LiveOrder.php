<?php

/**
 * Which order of the account stands behind a service: the one in its custom field, else the one that the journal remembers. An order
 * that was terminated stands behind nothing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class LiveOrder
{
    public function __construct(private readonly App $app)
    {
    }

    public function of(ServiceRecord $service): ?string
    {
        $written = trim($this->app->fields()->read($service)['order_id'] ?? '');
        if ($written !== '' && preg_match('/^[1-9]\d{0,17}$/', $written) !== 1) {
            throw new Refused('refused.order-id', ['order' => mb_strimwidth($written, 0, 60, '…')]);
        }
        $remembered = ($this->app->journal()->doneOf($service->id, Operation::Create)[0] ?? null)?->orderId ?? '';
        foreach ([$written, $remembered] as $orderId) {
            if ($orderId !== '' && !$this->isTerminated($service, $orderId)) {
                return $orderId;
            }
        }
        return null;
    }

    /** How many orders of this service were terminated; part of the next order's key. */
    public function terminated(ServiceRecord $service): int
    {
        return count($this->app->journal()->doneOf($service->id, Operation::Terminate));
    }

    /** As it was ordered; for an order that the journal did not see, as the product's tariff or fields tell. */
    public function itemType(ServiceRecord $service, string $orderId): string
    {
        foreach ($this->app->journal()->doneOf($service->id, Operation::Create) as $entry) {
            if ($entry->orderId === $orderId && $entry->fact('item_type') !== '') {
                return $entry->fact('item_type');
            }
        }
        $server = $this->app->servers()->find($service->serverId);
        $tariff = $server === null ? null : $this->app->prices()->stored($server)?->find((int) $service->settings->tariffId);
        $hasLicence = array_key_exists('licname', $this->app->fields()->read($service));
        return $tariff?->kind->itemType ?? Kind::named($hasLicence ? Kind::OTHER_SOFTWARE : Kind::OTHER_MODULE)->itemType;
    }

    private function isTerminated(ServiceRecord $service, string $orderId): bool
    {
        return $this->app->journal()->find(Operation::terminateKey($service->id, $orderId))?->state === State::Done;
    }
}
