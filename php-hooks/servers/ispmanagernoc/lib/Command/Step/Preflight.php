<?php

/**
 * Everything that can be checked before money is spent. What does not pass is refused and nothing is sent.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Host;
use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CostChanged;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\PriceList\PriceList;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Whmcs\Module;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Preflight
{
    public function __construct(private readonly App $app)
    {
    }

    /** The server record of a service that has an order there. What was sold on one that is disabled by now goes on. */
    public function server(ServiceRecord $service): ServerRecord
    {
        $servers = $this->app->servers();
        $server = $servers->find($service->serverId);
        if ($server === null) {
            throw new Refused($servers->isForeign($service->serverId) ? 'refused.server-foreign' : 'refused.no-server');
        }
        Host::parse($server->hostname, Module::acceptsLoopbackAccounts());
        return $server;
    }

    /** The server record for a new order: the service's own, else the one that WHMCS would choose for the product. */
    public function serverForOrder(ServiceRecord $service): ServerRecord
    {
        $server = $service->serverId === 0 ? $this->serverForProduct($service->productId) : $this->server($service);
        if ($server->disabled) {
            throw new Refused('refused.server-disabled', ['server' => $server->name]);
        }
        return $server;
    }

    public function serverForProduct(int $productId): ServerRecord
    {
        $server = $this->app->servers()->forProduct($productId)
            ?? throw new Refused($this->app->servers()->all() === [] ? 'refused.no-server' : 'refused.no-enabled-server');
        Host::parse($server->hostname, Module::acceptsLoopbackAccounts());
        return $server;
    }

    /** What may be known without any price list: quantity, tariff id and period. @return int months */
    public function period(ServiceRecord $service): int
    {
        $this->single($service);
        if ($service->settings->tariffId === null) {
            throw new Refused($service->settings->tariffText === '' ? 'refused.no-tariff' : 'refused.unknown-tariff', [
                'tariff' => $service->settings->tariffText,
            ]);
        }
        return Period::of($service->billingCycle, $service->settings);
    }

    /** One service is one order. */
    public function single(ServiceRecord $service): void
    {
        if ($service->quantity > 1) {
            throw new Refused('refused.quantity', ['quantity' => $service->quantity]);
        }
    }

    public function tariff(int $id, PriceList $prices): Tariff
    {
        return $prices->find($id) ?? throw new Refused('refused.unknown-tariff', ['tariff' => $id]);
    }

    public function cost(Tariff $tariff, int $months): Money
    {
        return $tariff->cost($months) ?? throw new Refused('refused.period', ['tariff' => $tariff->name, 'months' => $months]);
    }

    /** @param Money $confirmed the cost that a person saw */
    public static function refuseOtherCost(Money $cost, Money $confirmed): void
    {
        if (!$cost->equals($confirmed)) {
            throw new CostChanged('refused.cost-changed', ['old' => (string) $confirmed, 'new' => (string) $cost]);
        }
    }

    /**
     * An account that does not tell its balance judges by itself.
     *
     * @param Money|null $cost null when it is not known: then there must be something at least
     */
    public function balance(Account $account, ?Money $cost): void
    {
        $balance = $account->balance($cost?->currency);
        if ($balance !== null && $cost === null && $balance->minor <= 0) {
            throw new Refused('refused.balance-empty', ['balance' => (string) $balance]);
        }
        if ($balance !== null && $cost !== null && $balance->isLessThan($cost)) {
            throw new Refused('refused.balance', ['balance' => (string) $balance, 'cost' => (string) $cost]);
        }
    }
}
