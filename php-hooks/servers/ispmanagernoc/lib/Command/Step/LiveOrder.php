<?php

/**
 * Which order of the account stands behind a service: the one in its custom field, else the one that the journal remembers. An order
 * that was terminated stands behind nothing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Account\Host;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class LiveOrder
{
    public function __construct(private readonly App $app)
    {
    }

    /** @throws Refused when it is not certain that the order is this service's: nothing may be done with another one's */
    public function of(ServiceRecord $service): ?string
    {
        $written = $this->written($service);
        $placed = $this->placed($service);
        if ($placed !== null && $written === '' && self::isOfFormer($placed, $service)) {
            throw new Refused('refused.service-of-former', ['order' => $placed->orderId]);
        }
        foreach ([$written, $placed?->orderId ?? ''] as $orderId) {
            if ($orderId === '' || $this->isTerminated($service, $orderId)) {
                continue;
            }
            $isOwn = $written === $placed?->orderId;
            if (!$isOwn && (new Owners($this->app, $service->serverId))->isWrittenAtOther($orderId, $service->id)) {
                throw new Refused('refused.order-of-other', ['order' => $orderId]);
            }
            if ($placed !== null && $placed->orderId === $orderId) {
                $this->refuseMoved($service, $placed);
            }
            return $orderId;
        }
        return null;
    }

    /** The journal's entry of the service's newest order; null when anything of the service was ended after it. */
    public function placed(ServiceRecord $service): ?Entry
    {
        $placed = $this->last($service, Operation::Create);
        $ended = $this->last($service, Operation::Terminate);
        $isEnded = $placed !== null && $ended !== null && $ended->rank() > $placed->rank();
        return $isEnded ? null : $placed;
    }

    private function last(ServiceRecord $service, Operation $operation): ?Entry
    {
        $done = $this->app->journal()->doneOf($service->id, $operation);
        usort($done, static fn (Entry $one, Entry $other): int => $other->rank() <=> $one->rank());
        return $done[0] ?? null;
    }

    /** A database can give the number of a deleted service to a new one. */
    private static function isOfFormer(Entry $placed, ServiceRecord $service): bool
    {
        return isset($placed->facts['whmcs_order']) && $placed->fact('whmcs_order') !== (string) $service->orderId;
    }

    /** How many orders of this service were terminated; part of the next order's key. */
    public function terminated(ServiceRecord $service): int
    {
        return count($this->app->journal()->doneOf($service->id, Operation::Terminate));
    }

    /** As it was ordered, whatever the product sells by now; for an order that the journal did not see, the product's. */
    public function tariffId(ServiceRecord $service, string $orderId): int
    {
        return (int) ($this->placement($service, $orderId)?->fact('tariff') ?: $service->settings->tariffId);
    }

    /** As it was ordered; for an order that the journal did not see, as the product's tariff or fields tell. */
    public function itemType(ServiceRecord $service, string $orderId): string
    {
        $placed = $this->placement($service, $orderId)?->fact('item_type') ?? '';
        if ($placed !== '') {
            return $placed;
        }
        $server = $this->app->servers()->find($service->serverId);
        $tariff = $this->app->prices()->tariff($server, (int) $service->settings->tariffId);
        $hasLicence = array_key_exists('licname', $this->app->fields()->read($service));
        return $tariff?->kind->itemType ?? Kind::named($hasLicence ? Kind::OTHER_SOFTWARE : Kind::OTHER_MODULE)->itemType;
    }

    /** Whether the journal placed the order for the service, a person linked it, or it was renewed for the service. */
    public function knows(ServiceRecord $service, string $orderId): bool
    {
        $journal = $this->app->journal();
        $done = [...$journal->doneOf($service->id, Operation::Create), ...$journal->doneOf($service->id, Operation::Renew)];
        return in_array($orderId, array_column($done, 'orderId'), true);
    }

    private function placement(ServiceRecord $service, string $orderId): ?Entry
    {
        foreach ($this->app->journal()->doneOf($service->id, Operation::Create) as $entry) {
            if ($entry->orderId === $orderId) {
                return $entry;
            }
        }
        return null;
    }

    /** What stands in the custom field; empty for nothing. */
    public function written(ServiceRecord $service): string
    {
        $written = trim($this->app->fields()->read($service)['order_id'] ?? '');
        if ($written !== '' && preg_match('/^[1-9]\d{0,17}$/', $written) !== 1) {
            throw new Refused('refused.order-id', ['order' => mb_strimwidth($written, 0, 60, '…')]);
        }
        return $written;
    }

    /** Another account does not know the order, or has another one under the same number. */
    private function refuseMoved(ServiceRecord $service, Entry $placed): void
    {
        $here = $this->app->servers()->find($service->serverId);
        $there = $this->app->servers()->find($placed->serverId);
        $host = $placed->fact('host');
        $isElsewhere = $here !== null && (($there !== null && !$here->isSameAccount($there))
            || ($host !== '' && $host !== Host::name($here->hostname)));
        if ($isElsewhere) {
            throw new Refused('refused.order-elsewhere', ['order' => $placed->orderId, 'server' => $there->name ?? $host]);
        }
    }

    /** Whether the journal knows that Terminate ended this order for the service. */
    public function isTerminated(ServiceRecord $service, string $orderId): bool
    {
        return $this->app->journal()->find(Operation::terminateKey($service->id, $orderId))?->state === State::Done;
    }
}
