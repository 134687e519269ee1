<?php

/**
 * Changes the billing cycle of a service to another one of its tariff. Nothing is bought: the next renewal uses it. Where the account
 * renews by itself, it is told first, so that both sides change or none. Of a service that is to end it is told nothing: that would have it renew
 * again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use Closure;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\OrderCheck;
use IspmanagerNoc\Command\Step\Period;
use IspmanagerNoc\Command\Step\PeriodChange;
use IspmanagerNoc\Command\Step\Preflight;
use IspmanagerNoc\Command\Step\RenewalPrice;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Command\Step\Spending;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Whmcs\Endings;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class ChangePeriod
{
    private readonly LiveOrder $orders;
    private readonly Preflight $preflight;
    private readonly PeriodChange $change;

    public function __construct(private readonly App $app)
    {
        $this->orders = new LiveOrder($app);
        $this->preflight = new Preflight($app);
        $this->change = new PeriodChange($app);
    }

    public function run(ServiceRecord $service, int $months): void
    {
        $cycle = Period::cycleOf($months) ?? throw new Refused('refused.no-such-period', ['months' => $months]);
        $orderId = $this->orders->of($service) ?? throw new Refused('refused.no-order');
        (new Settlement($this->app))->settleBefore($service);
        $this->preflight->single($service);
        $this->change->refuseWhileAnInvoiceWaits($service);
        $this->change->refuseUnsold($service, $cycle);
        $server = $this->preflight->server($service);
        $account = $this->app->account($server);
        $itemType = $this->orders->itemType($service, $orderId);
        if (!$this->orders->knows($service, $orderId)) {
            $order = $account->service($itemType, $orderId) ?? throw new Refused('refused.order-missing', ['order' => $orderId]);
            (new OrderCheck($this->app))->refuseStrange($service, $server, $itemType, $order);
        }
        RenewalPrice::ask($this->app, $server, $account, $this->orders->tariffId($service, $orderId), $itemType, $orderId, $months);
        $isTold = $service->settings->autoRenewal && !Endings::isNear($service);
        $entry = $this->app->journal()->claim(
            Operation::changePeriodKey($service->id, count($this->app->journal()->doneOf($service->id, Operation::ChangePeriod))),
            Operation::ChangePeriod,
            $service->id,
            $server,
            $orderId,
            null,
            ['item_type' => $itemType, 'months' => $months, 'cycle' => $cycle],
        ) ?? throw new Refused('refused.busy');
        $failure = null;
        $apply = function (Entry $entry) use (&$failure): void {
            $failure = $this->change->apply($entry);
        };
        $tell = static fn (Closure $save): Outcome => $account->setAutoRenewal($itemType, $orderId, $months, $save);
        $isTold ? (new Spending($this->app))->carryOut($entry, $tell, $apply) : $apply($entry);
        if ($failure !== null) {
            throw new Refused('refused.whmcs', ['text' => $failure]);
        }
    }
}
