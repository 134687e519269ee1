<?php

/**
 * Orders of the account of which a person may choose one for a service: those of its tariff and licence that nobody has. It asks the account.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\OrderCheck;
use IspmanagerNoc\Command\Step\Owners;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class OrderCandidates
{
    /** More than a person would look through. */
    private const SHOWN = 50;

    public function __construct(private readonly App $app)
    {
    }

    /** @return list<RemoteService> the newest first; what stands in the service's field is the only one */
    public function of(ServiceRecord $service): array
    {
        $server = $this->app->linkOrder()->server($service);
        $account = $this->app->account($server);
        $tariffId = (int) $service->settings->tariffId;
        $itemType = $this->app->prices()->kind($server, $tariffId)->itemType;
        $orders = new LiveOrder($this->app);
        $written = $orders->written($service);
        if ($written !== '' && !$orders->isTerminated($service, $written)) {
            return $this->ownerless($service, $server, array_filter([$account->service($itemType, $written)]));
        }
        $tariffName = $this->app->prices()->tariff($server, $tariffId)?->name;
        $item = (new OrderCheck($this->app))->item($service);
        $found = [];
        foreach ($account->services($itemType) as $order) {
            if ($order->isOf($tariffId, $tariffName) === true && !$order->isDeleted() && OrderCheck::isFor($order, $item)) {
                $found[] = $order;
            }
        }
        usort($found, static fn (RemoteService $a, RemoteService $b): int => [$b->created, (int) $b->id] <=> [$a->created, (int) $a->id]);
        return $this->ownerless($service, $server, $found);
    }

    /**
     * @param array<RemoteService> $found
     * @return list<RemoteService> as many as a page shows
     */
    private function ownerless(ServiceRecord $service, ServerRecord $server, array $found): array
    {
        $owners = new Owners($this->app, $server->id);
        $shown = [];
        foreach ($found as $order) {
            if (!$owners->isKept($order, $service->id)) {
                $shown[] = $order;
            }
            if (count($shown) >= self::SHOWN) {
                break;
            }
        }
        return $shown;
    }
}
