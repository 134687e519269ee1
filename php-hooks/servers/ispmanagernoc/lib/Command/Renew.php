<?php

/**
 * Renews the service in the account: once for each paid invoice, or once for a renewal that a person confirmed without one.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use Closure;
use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\Preflight;
use IspmanagerNoc\Command\Step\RenewalPrice;
use IspmanagerNoc\Command\Step\Renewals;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Command\Step\Spending;
use IspmanagerNoc\Command\Step\TakeOver;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
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
     * @param Confirmation|null $confirmed null when WHMCS asks
     * @param bool $isPressed whether a person asked through WHMCS's own button: the automation must hear a success when nothing is
     *     left to do, and a person that nothing was done
     */
    public function run(ServiceRecord $service, ?Confirmation $confirmed = null, bool $isPressed = false): void
    {
        $orderId = $this->orders->of($service) ?? throw new Refused('refused.no-order');
        $this->settlement->settleBefore($service);
        $name = (string) $confirmed?->name;
        if ($name !== '' && $this->isRepeated($service, $name)) {
            return;
        }
        $renewals = new Renewals($this->app);
        $invoiceId = $renewals->due($service);
        if ($invoiceId === null && $name === '') {
            if ($confirmed === null && !$isPressed && $renewals->isUpToDate($service)) {
                return;
            }
            throw new Refused('refused.no-new-invoice');
        }
        $key = $invoiceId !== null
            ? Operation::renewForInvoiceKey($service->id, $invoiceId)
            : Operation::renewByHandKey($service->id, $confirmed->expires ?? throw new Refused('refused.expiry-unseen'));
        $this->renew($service, $orderId, $key, $renewals->months($service, $invoiceId), $confirmed);
    }

    private function renew(ServiceRecord $service, string $orderId, string $key, int $months, ?Confirmation $confirmed): void
    {
        $server = $this->preflight->server($service);
        $account = $this->app->account($server);
        $itemType = $this->orders->itemType($service, $orderId);
        $before = $this->renewable($account, $itemType, $orderId);
        $tariffId = $this->orders->tariffId($service, $orderId);
        $price = RenewalPrice::ask($this->app, $server, $account, $tariffId, $itemType, $orderId, $months);
        if ($confirmed !== null) {
            self::refuseMoved($confirmed, $before);
            $price->refuseOther($confirmed);
        }
        $this->preflight->balance($account, $price->cost);
        $entry = $this->app->journal()->claim($key, Operation::Renew, $service->id, $server->id, $orderId, $price->cost, [
            'item_type' => $itemType,
            'months' => $months,
            'expires_before' => $before->expires,
            'confirmation' => (string) $confirmed?->name,
        ]);
        if ($entry === null && $confirmed !== null && $this->app->journal()->find($key)?->state === State::Done) {
            throw new Refused('refused.expiry-moved');
        }
        if ($entry !== null) {
            $textKey = $confirmed === null ? 'refused.busy' : 'refused.expiry-moved';
            $this->refuseMovedMeanwhile($entry, $account, $itemType, $before, new Refused($textKey));
        }
        if ($entry !== null && $confirmed?->name === null && $this->hasRenewedByItself($service, $before)) {
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

    /** Two people who confirm the same renewal saw the same date; the first one moves it. */
    private static function refuseMoved(Confirmation $confirmed, RemoteService $before): void
    {
        if ($confirmed->expires !== null && $confirmed->expires !== $before->expires) {
            throw new Refused('refused.expiry-moved');
        }
    }

    /**
     * Only under the claim does the date stand still: another process may have renewed between the first look and the claim, and a
     * lost answer is judged by the date before.
     */
    private function refuseMovedMeanwhile(
        Entry $entry,
        Account $account,
        string $itemType,
        RemoteService $before,
        Refused $reason,
    ): void {
        try {
            if ($this->renewable($account, $itemType, $entry->orderId)->expires !== $before->expires) {
                throw $reason;
            }
        } catch (CommandFailed $failure) {
            $this->app->journal()->giveBack($entry, State::NotPlaced, 'journal.withdrawn');
            throw $failure;
        }
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
