<?php

/**
 * Synchronizes ticked services with the account. What Sync will take over of each, and what it will leave, is shown first from what is
 * stored.
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
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class SyncTicked
{
    /** The name of the ticks. */
    public const FIELD = 'service';

    private readonly LiveOrder $orders;

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
        $this->orders = new LiveOrder($app);
    }

    public static function isFor(Difference $difference): bool
    {
        return $difference->serviceId > 0 && in_array($difference->kind, DifferenceKind::takenOverBySync(), true);
    }

    /**
     * @param list<int> $services
     * @return string empty where none of them differs
     */
    public function preview(array $services): string
    {
        $differences = $this->differences($services);
        if ($differences === []) {
            return '';
        }
        $services = self::services($differences);
        $links = new ServiceLinks($services);
        $words = new Words($this->texts);
        $row = fn (Difference $difference): array => [$links->to($difference->serviceId), $words->of($difference), $this->will($difference)];
        $head = array_map($this->texts->get(...), ['partner.service', 'differs.what', 'differs.will']);
        return Html::paragraph($this->texts->get('differs.preview-about'))
            . Html::table($head, array_map($row, $differences))
            . $this->address->post(
                InTurn::hidden(self::FIELD, $services)
                . Html::submit($this->texts->get('command.sync'), 'sync', 'btn-primary') . ' '
                . Html::submit($this->texts->get('differs.cancel'), 'back')
            );
    }

    /**
     * @param list<int> $services
     * @return string empty where none of them differs
     */
    public function run(array $services): string
    {
        $services = self::services($this->differences($services));
        return $services === [] ? '' : (new InTurn($this->app, $this->texts, $this->address))->html(
            $services,
            self::FIELD,
            'sync',
            fn (int $id, float $deadline): Attempt => $this->sync($id, $deadline)
        );
    }

    private function sync(int $id, float $deadline): Attempt
    {
        $service = $this->app->services()->find($id) ?? throw new Refused('relay.not-found');
        $changed = [];
        try {
            $this->app->readingUntil($deadline, function () use ($service, &$changed): void {
                $changed = $this->app->sync()->run($service);
            });
        } catch (Refused $failure) {
            $advice = $failure->textKey === 'sync.missing' ? ' ' . $this->texts->get('differs.order-missing.advice') : '';
            return Attempt::failed($this->texts->ofFailure($failure) . $advice);
        }
        Reports::note($this->texts->get('differs.note.sync', ['service' => $id]), $service->clientId);
        if ($this->differences([$id]) !== []) {
            return Attempt::failed($this->texts->get('differs.status.kept', ['whmcs' => $this->texts->get("status.$service->status")]));
        }
        return Attempt::done($this->texts->get($changed === [] ? 'done.sync-same' : 'done.sync'));
    }

    private function will(Difference $difference): string
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
            default => 'differs.status.will',
        };
        return $this->texts->get($key, [
            'whmcs' => $this->texts->get("status.$service->status"),
            'account' => $status === null ? $difference->account : $this->texts->get("status.$status->whmcs"),
        ]);
    }

    /**
     * @param list<int> $services
     * @return list<Difference>
     */
    private function differences(array $services): array
    {
        return $this->app->differences()->ofServices($services, DifferenceKind::takenOverBySync());
    }

    /**
     * @param list<Difference> $differences
     * @return list<int>
     */
    private static function services(array $differences): array
    {
        return array_values(array_unique(array_map(static fn (Difference $difference): int => $difference->serviceId, $differences)));
    }
}
