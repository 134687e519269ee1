<?php

/**
 * Takes an order away from one of two services that have it: the custom field is emptied, and the other service keeps the order. The
 * account is not asked, and nothing is bought or ended. What the journal placed for a service stays that service's.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class ReleaseOrder
{
    private readonly LiveOrder $orders;

    public function __construct(private readonly App $app)
    {
        $this->orders = new LiveOrder($app);
    }

    /**
     * @return string|null the order that the service falls back on, which the journal placed for it; null when it has none afterwards
     * @throws Refused why it cannot be released
     */
    public function check(ServiceRecord $service, ServiceRecord $keeper, string $orderId): ?string
    {
        if ($this->isPlacedFor($service, $orderId)) {
            throw new Refused('refused.release-own', ['service' => $service->id, 'order' => $orderId]);
        }
        if ($this->orders->written($service) !== $orderId) {
            throw new Refused('refused.release-changed', ['service' => $service->id, 'order' => $orderId]);
        }
        if (!$this->has($keeper, $orderId)) {
            throw new Refused('refused.release-changed', ['service' => $keeper->id, 'order' => $orderId]);
        }
        if ($this->app->journal()->open($service->id) !== []) {
            throw new Refused('refused.release-open', ['service' => $service->id]);
        }
        $placed = $this->orders->placed($service)?->orderId;
        return $placed === null || $this->orders->isTerminated($service, $placed) ? null : $placed;
    }

    /** @throws Refused why it was not released */
    public function run(ServiceRecord $service, ServiceRecord $keeper, string $orderId): void
    {
        $this->check($service, $keeper, $orderId);
        $this->app->fields()->write($service, ['order_id' => '']);
        // Of two people who release it from both at once, at least one sees that nobody would keep it.
        if (!$this->has($keeper, $orderId)) {
            $this->app->fields()->write($service, ['order_id' => $orderId]);
            throw new Refused('refused.release-changed', ['service' => $keeper->id, 'order' => $orderId]);
        }
        $this->app->differences()->forgetReleased($orderId, $service->id, $keeper->id);
    }

    private function has(ServiceRecord $service, string $orderId): bool
    {
        $isKnown = $this->orders->written($service) === $orderId || $this->isPlacedFor($service, $orderId);
        return $isKnown && !$this->orders->isTerminated($service, $orderId);
    }

    private function isPlacedFor(ServiceRecord $service, string $orderId): bool
    {
        $isIt = static fn (Entry $entry): bool => $entry->orderId === $orderId;
        return array_filter($this->app->journal()->doneOf($service->id, Operation::Create), $isIt) !== []
            && !$this->orders->isTerminated($service, $orderId);
    }
}
