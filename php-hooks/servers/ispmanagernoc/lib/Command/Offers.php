<?php

/**
 * What may be done with a service now, as far as the database tells. The account is not asked; a command checks everything again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use Closure;
use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Goods;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\PeriodChange;
use IspmanagerNoc\Command\Step\Preflight;
use IspmanagerNoc\Command\Step\Renewals;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Offers
{
    private readonly LiveOrder $orders;
    private readonly Preflight $preflight;

    public function __construct(private readonly App $app)
    {
        $this->orders = new LiveOrder($app);
        $this->preflight = new Preflight($app);
    }

    /** @return list<Offer> in the order of the buttons */
    public function of(ServiceRecord $service): array
    {
        return [
            $this->create($service),
            $this->renew($service),
            $this->terminate($service),
            $this->sync($service),
            $this->changePeriod($service),
            $this->linkOrder($service),
            $this->dropUnpaid($service),
        ];
    }

    /** @return array<string, Money> what the account takes for each other billing cycle, by its name; empty while that is not known */
    public function periods(ServiceRecord $service): array
    {
        try {
            $tariffId = $this->orders->tariffId($service, $this->withOrder($service));
            $tariff = $this->app->prices()->tariff($this->app->servers()->find($service->serverId), $tariffId);
            return (new PeriodChange($this->app))->choices($service, $tariff);
        } catch (CommandFailed) {
            return [];
        }
    }

    private function create(ServiceRecord $service): Offer
    {
        $server = null;
        $reason = self::reason(function () use ($service, &$server): void {
            $orderId = $this->orders->of($service);
            if ($orderId !== null) {
                throw new Refused('refused.has-order', ['order' => $orderId]);
            }
            $this->preflight->period($service);
            $server = $this->preflight->serverForOrder($service);
            $tariff = $this->tariff((int) $service->settings->tariffId, $server);
            if ($tariff !== null) {
                $this->preflight->cost($tariff, $this->preflight->period($service));
                Goods::of($tariff->kind, $this->app->fields()->read($service));
            }
        });
        return new Offer('create', $reason, $this->cost($service, (int) $service->settings->tariffId, $server));
    }

    private function renew(ServiceRecord $service): Offer
    {
        $hasLeft = false;
        $server = $this->app->servers()->find($service->serverId);
        $cost = null;
        $renewals = new Renewals($this->app);
        $due = $renewals->due($service);
        $reason = self::reason(function () use ($service, $server, $renewals, $due, &$hasLeft, &$cost): void {
            $tariffId = $this->orders->tariffId($service, $this->withOrder($service));
            $months = $renewals->months($service, $due);
            $prices = $server === null ? null : $this->app->prices()->stored($server);
            $tariff = $prices?->find($tariffId);
            $hasLeft = $prices !== null && $tariff === null;
            $cost = $tariff === null ? null : $this->preflight->cost($tariff, $months);
        });
        $hasInvoice = $due !== null;
        return new Offer('renew', $reason, $cost, match (true) {
            $reason !== null => null,
            $hasLeft => $hasInvoice ? 'offer.renew-cost-unknown' : 'offer.renew-cost-unknown-without-invoice',
            $hasInvoice => null,
            $renewals->unsold($service) !== null => 'offer.renew-other-period',
            default => 'offer.renew-without-invoice',
        });
    }

    private function terminate(ServiceRecord $service): Offer
    {
        $reason = self::reason(fn () => $this->withOrder($service));
        return new Offer('terminate', $reason, null, $reason === null ? 'offer.terminate' : null);
    }

    private function sync(ServiceRecord $service): Offer
    {
        return new Offer('sync', self::reason(fn () => $this->withOrder($service)));
    }

    private function changePeriod(ServiceRecord $service): Offer
    {
        return new Offer('change-period', self::reason(function () use ($service): void {
            $this->withOrder($service);
            $this->preflight->single($service);
            (new PeriodChange($this->app))->refuseWhileAnInvoiceWaits($service);
        }));
    }

    private function linkOrder(ServiceRecord $service): Offer
    {
        return new Offer('link-order', self::reason(function () use ($service): void {
            $orderId = $this->orders->of($service);
            if ($orderId !== null && $this->orders->knows($service, $orderId)) {
                throw new Refused('refused.has-order', ['order' => $orderId]);
            }
        }));
    }

    private function dropUnpaid(ServiceRecord $service): Offer
    {
        $reason = DropUnpaid::waiting($this->app, $service) === null ? new Refused('refused.nothing-unpaid') : null;
        return new Offer('drop-unpaid', $reason, null, $reason === null ? 'offer.drop-unpaid' : null);
    }

    /** @return string the order's id */
    private function withOrder(ServiceRecord $service): string
    {
        $orderId = $this->orders->of($service) ?? throw new Refused('refused.no-order');
        $this->preflight->server($service);
        return $orderId;
    }

    private function tariff(int $id, ?ServerRecord $server): ?Tariff
    {
        $prices = $server === null ? null : $this->app->prices()->stored($server);
        return $prices === null ? null : $this->preflight->tariff($id, $prices);
    }

    /** Null while the price list of the server was never asked for or the tariff is not in it. */
    private function cost(ServiceRecord $service, int $tariffId, ?ServerRecord $server): ?Money
    {
        try {
            return $this->tariff($tariffId, $server)?->cost($this->preflight->period($service));
        } catch (CommandFailed) {
            return null;
        }
    }

    /** @param Closure(): void $check */
    private static function reason(Closure $check): ?CommandFailed
    {
        try {
            $check();
            return null;
        } catch (CommandFailed $reason) {
            return $reason;
        }
    }
}
