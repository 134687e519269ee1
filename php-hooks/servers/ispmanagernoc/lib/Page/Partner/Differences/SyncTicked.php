<?php

/**
 * Synchronizes ticked services with the account. What Sync will take over of each, and what it will leave, is shown from what is stored.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\Account\Status;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\TakeOver;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

final class SyncTicked implements TickedRepair
{
    private readonly LiveOrder $orders;

    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
        $this->orders = new LiveOrder($app);
    }

    public static function name(): string
    {
        return 'sync';
    }

    public static function kinds(): array
    {
        return DifferenceKind::takenOverBySync();
    }

    public static function isFor(Difference $difference): bool
    {
        return $difference->serviceId > 0 && in_array($difference->kind, self::kinds(), true);
    }

    public function repair(Difference $difference, float $deadline): Attempt
    {
        $serviceId = $difference->serviceId;
        $service = $this->app->services()->find($serviceId) ?? throw new Refused('relay.not-found');
        $changed = [];
        try {
            $this->app->readingUntil($deadline, function () use ($service, &$changed): void {
                $changed = $this->app->sync()->run($service);
            });
        } catch (Refused $failure) {
            $advice = $failure->textKey === 'sync.missing' ? ' ' . $this->texts->get('differs.order-missing.advice') : '';
            return Attempt::failed($this->texts->ofFailure($failure) . $advice);
        }
        Reports::note($this->texts->get('differs.note.sync', ['service' => $serviceId]), $service->clientId);
        if ($this->app->differences()->ofServices([$serviceId], self::kinds()) !== []) {
            return Attempt::failed($this->texts->get('differs.status.kept', ['whmcs' => $this->texts->get("status.$service->status")]));
        }
        return Attempt::done($this->texts->get($changed === [] ? 'done.sync-same' : 'done.sync'));
    }

    public function will(Difference $difference): string
    {
        $service = $this->app->services()->find($difference->serviceId);
        if ($service === null) {
            return $this->texts->get('relay.not-found');
        }
        if ($difference->kind === DifferenceKind::Status && $this->orders->isTerminated($service, $difference->orderId)) {
            return $this->texts->get('differs.status.will-not-revive', ['order' => $difference->orderId]);
        }
        try {
            if ($this->orders->of($service) === null) {
                return $this->texts->get('refused.no-order');
            }
        } catch (CommandFailed $failure) {
            return $this->texts->ofFailure($failure);
        }
        return $difference->kind === DifferenceKind::Status
            ? $this->willBecome($difference, $service)
            : $this->texts->get("differs.{$difference->kind->value}.will", ['account' => $difference->account]);
    }

    private function willBecome(Difference $difference, ServiceRecord $service): string
    {
        $status = Status::named($difference->account);
        $key = match (true) {
            $status === null => 'differs.status.will-not-know',
            TakeOver::keeps($service->status) => 'differs.status.will-keep',
            $service->status === 'Terminated' => 'differs.status.will-revive',
            $service->status === 'Suspended' => 'differs.status.will-unsuspend',
            default => 'differs.status.will',
        };
        return $this->texts->get($key, [
            'whmcs' => $this->texts->get("status.$service->status"),
            'account' => $status === null ? $difference->account : $this->texts->get("status.$status->whmcs"),
        ]);
    }
}
