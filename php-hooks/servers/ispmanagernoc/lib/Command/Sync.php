<?php

/**
 * Reads the service in the account and takes over what changed: status, termination date, BitNinja e-mail, key and password. A service
 * that the account does not show is reported and never ended.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\OrderCheck;
use IspmanagerNoc\Command\Step\Preflight;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Command\Step\TakeOver;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Sync
{
    public function __construct(private readonly App $app)
    {
    }

    /** @return list<string> the names of what was changed */
    public function run(ServiceRecord $service): array
    {
        (new Settlement($this->app))->settleBefore($service);
        $orders = new LiveOrder($this->app);
        $orderId = $orders->of($service) ?? throw new Refused('refused.no-order');
        $server = (new Preflight($this->app))->server($service);
        $itemType = $orders->itemType($service, $orderId);
        $remote = $this->app->account($server)->service($itemType, $orderId);
        if ($remote === null) {
            throw $this->flagged($service, new Refused('sync.missing', ['order' => $orderId]));
        }
        (new OrderCheck($this->app))->refuseStrange($service, $server, $itemType, $remote);
        $takeOver = new TakeOver($this->app);
        $changed = [
            ...$takeOver->fields($service, $remote),
            ...$takeOver->dates($service, $remote),
            ...$takeOver->status($service, $remote),
        ];
        if ($remote->status === null) {
            throw $this->flagged($service, new Refused('sync.unknown-status', ['status' => $remote->rawStatus]));
        }
        $differs = !in_array('status', $changed, true) && TakeOver::isOther($service->status, $remote);
        $isSettled = static fn (DifferenceKind $kind): bool => $kind !== DifferenceKind::Status || !$differs;
        $this->app->differences()->forget($service->id, array_values(array_filter(DifferenceKind::takenOverBySync(), $isSettled)));
        return $changed;
    }

    private function flagged(ServiceRecord $service, Refused $reason): Refused
    {
        Reports::note("#$service->id: " . Texts::current()->ofFailure($reason), $service->clientId);
        return $reason;
    }
}
