<?php

/**
 * What a renewal costs and whether it is offered at all: by the price list, and for a tariff that has left it by what the account
 * says of the order itself. There the cost may stay unknown.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Confirmation;
use IspmanagerNoc\Exception\CostChanged;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Whmcs\ServerRecord;

final class RenewalPrice
{
    private function __construct(private readonly bool $isListed, public readonly ?Money $cost)
    {
    }

    /** @throws Refused for a period that is not offered */
    public static function ask(
        App $app,
        ServerRecord $server,
        Account $account,
        int $tariffId,
        string $itemType,
        string $orderId,
        int $months,
    ): self {
        $tariff = $app->prices()->fresh($server, $account, $tariffId)->find($tariffId);
        if ($tariff !== null) {
            return new self(true, (new Preflight($app))->cost($tariff, $months));
        }
        $offer = $account->renewalOffer($itemType, $orderId);
        if (!$offer->isFor($months)) {
            throw new Refused('refused.period', ['tariff' => $offer->title !== '' ? $offer->title : $tariffId, 'months' => $months]);
        }
        return new self(false, $offer->cost($months));
    }

    /** Agreeing to an unknown cost covers whatever the account takes for a tariff without a price, and no tariff that has one. */
    public function refuseOther(Confirmation $confirmed): void
    {
        if ($confirmed->cost === null) {
            if ($this->isListed) {
                throw new CostChanged('refused.cost-known', ['new' => (string) $this->cost]);
            }
            return;
        }
        if ($this->cost === null) {
            throw new CostChanged('refused.cost-unknown', ['old' => (string) $confirmed->cost]);
        }
        Preflight::refuseOtherCost($this->cost, $confirmed->cost);
    }
}
