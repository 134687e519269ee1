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
use IspmanagerNoc\Command\Step\OrderCheck;
use IspmanagerNoc\Command\Step\Period;
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
use IspmanagerNoc\Whmcs\RenewalLine;
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
        $due = $renewals->due($service);
        if ($due === null && $name === '') {
            $unsold = $renewals->unsold($service);
            if ($unsold !== null) {
                throw new Refused('refused.invoice-cycle', ['invoice' => $unsold->invoiceId]);
            }
            if ($confirmed === null && !$isPressed && $renewals->isUpToDate($service)) {
                return;
            }
            throw new Refused('refused.no-new-invoice');
        }
        $key = $due !== null
            ? Operation::renewForInvoiceKey($service->id, $due->name)
            : Operation::renewByHandKey($service->id, $confirmed->expires ?? throw new Refused('refused.expiry-unseen'));
        $isSent = $this->renew($service, $orderId, $key, $due, $confirmed);
        if (!$isSent && $confirmed === null && $renewals->due($service) !== null) {
            // WHMCS calls once for each payment: what turned out to be done already must not take the next one's call.
            $this->run($service, null, $isPressed);
        }
    }

    /** @return bool false when the account had done already what the line pays for */
    private function renew(ServiceRecord $service, string $orderId, string $key, ?RenewalLine $due, ?Confirmation $confirmed): bool
    {
        $months = (new Renewals($this->app))->months($service, $due);
        $server = $this->preflight->server($service);
        $account = $this->app->account($server);
        $itemType = $this->orders->itemType($service, $orderId);
        $before = $this->renewable($account, $itemType, $orderId);
        (new OrderCheck($this->app))->refuseStrange($service, $server, $itemType, $before);
        $tariffId = $this->orders->tariffId($service, $orderId);
        $price = RenewalPrice::ask($this->app, $server, $account, $tariffId, $itemType, $orderId, $months);
        if ($confirmed !== null) {
            self::refuseMoved($confirmed, $before);
            $price->refuseOther($confirmed);
        }
        $this->preflight->balance($account, $price->cost);
        $entry = $this->app->journal()->claim($key, Operation::Renew, $service->id, $server, $orderId, $price->cost, [
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
        if ($entry !== null && $due !== null && $this->isCovered($service, $entry, $due, $before)) {
            return false;
        }
        $spending = new Spending($this->app);
        $spending->carryOut(
            $entry,
            static fn (Closure $save): Outcome => $account->prolong($orderId, $months, $before->expires, $save),
            $this->save(...),
        );
        if ($entry !== null && !$this->isShown($service, $server, $itemType, $before)) {
            $spending->doubt($entry);
        }
        return true;
    }

    /** Whether the account has done already what this line pays for. The claim is closed then. */
    private function isCovered(ServiceRecord $service, Entry $entry, RenewalLine $due, RemoteService $before): bool
    {
        $textKey = match (true) {
            $this->hasRenewedByItself($service, $entry, $due, $before) => 'journal.renewed-by-account',
            $this->hasTakenEffectLate($entry, $before) => 'journal.renewed-late',
            default => null,
        };
        if ($textKey !== null) {
            $this->app->journal()->done($entry, $entry->orderId, $textKey, ['date' => (string) $before->expires]);
        }
        return $textKey !== null;
    }

    /** An earlier attempt for the same invoice was written off, and the date has moved since by nothing else that the journal knows. */
    private function hasTakenEffectLate(Entry $claimed, RemoteService $before): bool
    {
        $isRenewal = static fn (Entry $entry): bool => $entry->operation === Operation::Renew && $entry->orderId === $claimed->orderId;
        foreach (array_filter($this->app->journal()->forService($claimed->serviceId), $isRenewal) as $entry) {
            if ($entry->state === State::Done) {
                return false;
            }
            $isOfInvoice = $entry->sentAt > 0 && str_starts_with($entry->key, "$claimed->key#");
            if ($isOfInvoice && Renewals::hasMoved($entry, $before->expires)) {
                return true;
            }
        }
        return false;
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

    /** Where it renews by itself, the account may have done so before the client paid: what the line pays for is then covered. */
    private function hasRenewedByItself(ServiceRecord $service, Entry $entry, RenewalLine $due, RemoteService $before): bool
    {
        $end = (new Renewals($this->app))->end($service, $due, $entry);
        $covered = $end === null ? false : strtotime("$end UTC");
        // An account that does not tell is believed where the product wants it.
        $renews = $service->settings->autoRenewal ? $before->renewsItself() : (int) $before->autoRenewal > 0;
        return ($renews || $this->wasStoppedAt($entry, $before))
            && $before->expires !== null
            && $covered !== false
            && (int) strtotime("$before->expires UTC") >= $covered - Period::GRACE;
    }

    /**
     * The account had renewed so far when it was told to stop. Where it was told in vain, it went on until a person switched it off there, as the
     * module had asked for.
     */
    private function wasStoppedAt(Entry $claimed, RemoteService $before): bool
    {
        $isStop = static fn (Entry $entry): bool => $entry->operation === Operation::StopRenewal
            && $entry->orderId === $claimed->orderId && $entry->sentAt > 0
            && ($entry->state === State::Done ? $entry->fact('expires') === $before->expires : $entry->fact('expires') <= (string) $before->expires);
        return array_filter($this->app->journal()->forService($claimed->serviceId), $isStop) !== [];
    }

    private function renewable(Account $account, string $itemType, string $orderId): RemoteService
    {
        $remote = $account->service($itemType, $orderId);
        return match (true) {
            $remote === null => throw new Refused('refused.order-missing', ['order' => $orderId]),
            $remote->isDeleted() => throw new Refused('refused.order-deleted', ['order' => $orderId]),
            // Whether a renewal was made shows in the date alone.
            $remote->expires === null => throw new Refused('refused.no-expiry', ['order' => $orderId]),
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

    /** Done means that the date moved, and the account's word alone may mean a basket. Where it cannot be read, the word stands. */
    private function isShown(ServiceRecord $service, ServerRecord $server, string $itemType, RemoteService $before): bool
    {
        try {
            $remote = $this->app->account($server)->service($itemType, $before->id);
        } catch (CommandFailed) {
            return true;
        }
        $expires = $remote?->expires;
        if ($remote === null || $expires === null) {
            return true;
        }
        (new TakeOver($this->app))->dates($service, $remote);
        return $remote->isProcessing() || $expires > (string) $before->expires;
    }
}
