<?php

/**
 * Renews the service in the account: once for each paid invoice, or once for a renewal that a person confirmed without one.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use Closure;
use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\Preflight;
use IspmanagerNoc\Command\Step\Renewals;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Command\Step\Spending;
use IspmanagerNoc\Command\Step\TakeOver;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Renew
{
    private readonly LiveOrder $orders;
    private readonly Preflight $preflight;
    private readonly Settlement $settlement;

    public function __construct(private readonly App $app)
    {
        $this->orders = new LiveOrder($app);
        $this->preflight = new Preflight($app);
        $this->settlement = new Settlement($app);
    }

    /**
     * @param Money|null $confirmed the cost that a person saw and confirmed
     * @param string|null $confirmation names one deliberate renewal without a new invoice
     */
    public function run(ServiceRecord $service, ?Money $confirmed = null, ?string $confirmation = null): void
    {
        $orderId = $this->orders->of($service) ?? throw new Refused('refused.no-order');
        $this->settlement->settleBefore($service);
        $renewals = new Renewals($this->app);
        if ($confirmation !== null && $this->isRepeated($service, $confirmation)) {
            return;
        }
        $invoiceId = $renewals->due($service);
        if ($invoiceId === null && $confirmation === null) {
            if ($renewals->isUpToDate($service)) {
                return;
            }
            throw new Refused('refused.no-new-invoice');
        }
        $key = $invoiceId !== null
            ? Operation::renewForInvoiceKey($service->id, $invoiceId)
            : Operation::renewByHandKey($service->id, (string) $confirmation);
        $this->renew($service, $orderId, $key, $confirmed, (string) $confirmation);
    }

    private function renew(ServiceRecord $service, string $orderId, string $key, ?Money $confirmed, string $confirmation): void
    {
        $months = $this->preflight->period($service);
        $server = $this->preflight->server($service);
        $account = $this->app->account($server);
        $itemType = $this->orders->itemType($service, $orderId);
        $tariffId = $this->orders->tariffId($service, $orderId);
        $tariff = $this->preflight->tariff($tariffId, $this->app->prices()->fresh($server, $account, $tariffId));
        $cost = $this->preflight->cost($tariff, $months);
        $this->preflight->confirmed($cost, $confirmed);
        $before = $this->renewable($account, $itemType, $orderId);
        $this->preflight->balance($account, $cost);
        $entry = $this->app->journal()->claim($key, Operation::Renew, $service->id, $server->id, $orderId, $cost, [
            'item_type' => $itemType,
            'months' => $months,
            'expires_before' => $before->expires,
            'confirmation' => $confirmation,
        ]);
        if ($entry !== null && $confirmation === '' && $this->hasRenewedByItself($service, $before)) {
            $this->app->journal()->done($entry, $orderId, 'journal.renewed-by-account', ['date' => (string) $before->expires]);
            return;
        }
        (new Spending($this->app))->carryOut(
            $entry,
            static fn (Closure $save): Outcome => $account->prolong($orderId, $months, $before->expires, $save),
            $this->save(...),
        );
        $this->takeOver($service, $server, $itemType, $orderId);
    }

    /**
     * With auto-renewal on, the account may have renewed before the client paid: the period that WHMCS now waits for is then covered.
     * Dates of both sides may differ by a day.
     */
    private function hasRenewedByItself(ServiceRecord $service, RemoteService $before): bool
    {
        return $service->settings->autoRenewal
            && $before->expires !== null
            && $service->nextDueDate !== null
            && strtotime("$before->expires UTC") >= strtotime("$service->nextDueDate UTC") - 86400;
    }

    private function renewable(Account $account, string $itemType, string $orderId): RemoteService
    {
        $remote = $account->service($itemType, $orderId);
        return match (true) {
            $remote === null => throw new Refused('refused.order-missing', ['order' => $orderId]),
            $remote->isDeleted() => throw new Refused('refused.order-deleted', ['order' => $orderId]),
            default => $remote,
        };
    }

    /** A message that was sent twice must not renew twice, even if the first one found an invoice meanwhile. */
    private function isRepeated(ServiceRecord $service, string $confirmation): bool
    {
        foreach ($this->app->journal()->doneOf($service->id, Operation::Renew) as $entry) {
            if ($entry->fact('confirmation') === $confirmation) {
                return true;
            }
        }
        return false;
    }

    private function save(Entry $entry, Outcome $outcome): void
    {
        $expires = $outcome->document === null ? null : Account::newExpiry($outcome->document);
        $this->app->journal()->done($entry, $entry->orderId, 'journal.renewed', ['date' => (string) $expires]);
    }

    /** The renewal is certain; a failure to read it again must not make it look failed. */
    private function takeOver(ServiceRecord $service, ServerRecord $server, string $itemType, string $orderId): void
    {
        try {
            $remote = $this->app->account($server)->service($itemType, $orderId);
            if ($remote !== null) {
                (new TakeOver($this->app))->dates($service, $remote);
            }
        } catch (CommandFailed) {
            return;
        }
    }
}
