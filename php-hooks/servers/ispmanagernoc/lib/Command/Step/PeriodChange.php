<?php

/**
 * To which billing cycles a service can be changed, and when it cannot be at all. The database tells it without the account.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\Contract;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class PeriodChange
{
    public function __construct(private readonly App $app)
    {
    }

    /** An invoice was raised for the old period: paid after the change it would renew for the new one, at another cost. */
    public function refuseWhileAnInvoiceWaits(ServiceRecord $service): void
    {
        $open = $this->app->invoices()->openRenewal($service);
        if ($open !== null) {
            throw new Refused('refused.open-invoice', ['invoice' => $open]);
        }
        $due = (new Renewals($this->app))->due($service);
        if ($due !== null) {
            throw new Refused('refused.due-invoice', ['invoice' => $due->invoiceId]);
        }
    }

    public function refuseUnsold(ServiceRecord $service, string $cycle): void
    {
        if (!$this->app->products()->isSoldTo($service->clientId, $service->productId, $cycle)) {
            throw new Refused('refused.cycle-unsold', ['cycle' => $cycle]);
        }
    }

    /** @return array<string, Money> what each cycle that the product and the tariff both have costs in the account, by its name */
    public function choices(ServiceRecord $service, ?Tariff $tariff): array
    {
        $choices = [];
        foreach (Contract::get('periods') as $cycle => $months) {
            $cost = $tariff?->cost($months);
            $isOther = Period::monthsOf($service->billingCycle) !== $months;
            if ($cost !== null && $isOther && $this->app->products()->isSoldTo($service->clientId, $service->productId, $cycle)) {
                $choices[$cycle] = $cost;
            }
        }
        return $choices;
    }

    /**
     * WHMCS changes the cycle and works the amount out by itself; the journal's entry ends with it.
     *
     * @return string|null why WHMCS did not do it
     */
    public function apply(Entry $entry): ?string
    {
        $service = $this->app->services()->find($entry->serviceId);
        $cycle = $entry->fact('cycle');
        $failure = $service === null ? '' : $this->app->services()->setCycle($service, $cycle);
        $failure === null
            ? $this->app->journal()->done($entry, $entry->orderId, 'journal.period-changed', ['cycle' => $cycle])
            : $this->app->journal()->giveBack($entry, State::Rejected, 'journal.period-refused', ['text' => $failure]);
        return $failure;
    }
}
