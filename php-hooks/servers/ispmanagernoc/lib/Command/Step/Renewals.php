<?php

/**
 * Which paid line of an invoice a renewal is for, and for how long. Each pays for one renewal, the oldest first. The period that the
 * order itself began belongs to the order, whichever invoice bills it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Whmcs\Database;
use IspmanagerNoc\Whmcs\RenewalLine;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Renewals
{
    /** A renewal may count months of thirty days, and a person's goodwill is a few days or another period. */
    private const ALMOST = 0.9;
    /** Stands for the months of a cycle that the account does not sell. */
    private const UNSOLD = 0;

    public function __construct(private readonly App $app)
    {
    }

    /** The line whose renewal has not been done yet. What the account does not sell must not keep later lines waiting. */
    public function due(ServiceRecord $service): ?RenewalLine
    {
        return $this->firstOpen($service, true);
    }

    /** A line that no renewal can serve, because it was raised for a period that the account does not sell. */
    public function unsold(ServiceRecord $service): ?RenewalLine
    {
        return $this->firstOpen($service, false);
    }

    /** Whether something was paid, and nothing that was billed under this module lacks its renewal. */
    public function isUpToDate(ServiceRecord $service): bool
    {
        $paid = $this->app->invoices()->paidRenewals($service);
        $raised = $this->raisedFor($paid);
        $isBilledHere = static fn (RenewalLine $line): bool => isset($raised[$line->id]);
        return $paid !== [] && $this->due($service) === null
            && ($this->app->journal()->doneOf($service->id, Operation::Create) !== []
                || $this->undone($service, array_filter($paid, $isBilledHere)) === []);
    }

    /**
     * Until when the order is paid for with the line and all that were served before it. Each is a period of its own, also where two
     * processes raised one each for the same: it begins on its day, or where the one before ends. Where WHMCS does not tell when a line
     * begins, it has moved the due date to its end.
     *
     * @param Entry $claimed for this line
     * @return string|null Y-m-d
     */
    public function end(ServiceRecord $service, RenewalLine $line, Entry $claimed): ?string
    {
        if ($line->begins === null) {
            return $service->nextDueDate;
        }
        $periods = [];
        foreach ([$claimed, ...$this->app->journal()->doneOf($service->id, Operation::Renew)] as $entry) {
            if ($entry->orderId === $claimed->orderId) {
                $periods[$entry->key] = (int) $entry->fact('months');
            }
        }
        $lines = $this->app->invoices()->paidRenewals($service);
        usort($lines, static fn (RenewalLine $one, RenewalLine $other): int => (string) $one->begins <=> (string) $other->begins);
        $end = '';
        foreach ($lines as $paid) {
            $months = $periods[Operation::renewForInvoiceKey($service->id, $paid->name)] ?? null;
            if ($months !== null && $paid->begins !== null) {
                $end = Period::after(max($end, $paid->begins), $months);
            }
        }
        return $end;
    }

    /** Whether the end shows the renewal of this entry: a person who adds a month by hand has not renewed for a year. */
    public static function hasMoved(Entry $entry, ?string $expires): bool
    {
        $before = $entry->fact('expires_before');
        if ($expires === null || $before === '' || $expires <= $before) {
            return false;
        }
        $seconds = static fn (string $day): int => (int) strtotime("$day UTC") - (int) strtotime("$before UTC");
        return $seconds($expires) >= self::ALMOST * $seconds(Period::after($before, max(1, (int) $entry->fact('months'))));
    }

    /**
     * The paid lines whose periods lie behind the end of an order that other means have renewed so far: it stands at a period's end when that was
     * renewed, and at its beginning when not. A line whose beginning or length is not certain counts as renewed: what is missing then is flagged.
     *
     * @param string|null $expires of the order, Y-m-d
     * @return list<RenewalLine>
     */
    public function served(ServiceRecord $service, ?string $expires): array
    {
        $paid = $this->app->invoices()->paidRenewals($service);
        $raised = $this->raisedFor($paid);
        $usual = Period::monthsOf($service->billingCycle);
        $day = static fn (string $date): int => (int) strtotime("$date UTC");
        $next = $service->nextDueDate;
        $served = [];
        usort($paid, static fn (RenewalLine $one, RenewalLine $other): int => (string) $other->begins <=> (string) $one->begins);
        foreach ($paid as $line) {
            $months = $raised[$line->id] ?? $usual;
            $end = $line->begins === null || $months === null ? null : Period::after($line->begins, $months);
            // How long a line is that an earlier module's WHMCS raised is certain where the next one begins at its end.
            $isCertain = isset($raised[$line->id]) || ($end !== null && $next !== null && abs($day($end) - $day($next)) <= Period::GRACE);
            if ($end === null || $expires === null || !$isCertain || 2 * $day($expires) >= $day((string) $line->begins) + $day($end)) {
                $served[] = $line;
            }
            $next = $line->begins ?? $next;
        }
        return $served;
    }

    /** Remembers the periods for which an invoice is raised, before anybody can change a billing cycle. */
    public function raised(int $invoiceId): void
    {
        foreach ($this->app->invoices()->cycles($invoiceId) as $line => $cycle) {
            // The length of a single payment is a setting of the product, and a line without one pays for no further period.
            if (!Period::isSinglePayment($cycle)) {
                $months = Period::monthsOf($cycle) ?? self::UNSOLD;
                Database::own('invoiced_periods')->insertOrIgnore(['item_id' => $line, 'months' => $months]);
            }
        }
    }

    /**
     * What was paid for is renewed, whatever the billing cycle is by now.
     *
     * @param RenewalLine|null $line null for a renewal that a person wants without an invoice
     */
    public function months(ServiceRecord $service, ?RenewalLine $line): int
    {
        $preflight = new Preflight($this->app);
        $preflight->single($service);
        return ($line === null ? null : $this->raisedFor([$line])[$line->id] ?? null) ?? $preflight->period($service);
    }

    private function firstOpen(ServiceRecord $service, bool $isSold): ?RenewalLine
    {
        $paid = $this->app->invoices()->paidRenewals($service);
        $order = $this->app->journal()->doneOf($service->id, Operation::Create)[0] ?? null;
        // An order that the journal did not see may have been renewed for its older invoices by other means.
        $candidates = $order === null
            ? array_slice($paid, -1)
            : array_filter($paid, static fn (RenewalLine $line): bool => !self::belongsToOrder($line, $order));
        $open = $this->undone($service, $candidates);
        $raised = $this->raisedFor($open);
        foreach ($open as $line) {
            if ((($raised[$line->id] ?? null) !== self::UNSOLD) === $isSold) {
                return $line;
            }
        }
        return null;
    }

    /**
     * @param list<RenewalLine> $lines
     * @return array<int, int> months by the lines' ids, where it was seen how they were raised
     */
    private function raisedFor(array $lines): array
    {
        $rows = Database::own('invoiced_periods')->whereIn('item_id', array_column($lines, 'id'))->pluck('months', 'item_id');
        return array_map(intval(...), $rows->all());
    }

    /**
     * Of an order that a person linked, what its end covered was served by other means, and nothing else. Both sides may live in different
     * time zones, so the period that an order began may seem to begin a little after it.
     */
    private static function belongsToOrder(RenewalLine $line, Entry $order): bool
    {
        return isset($order->facts['paid_before'])
            ? in_array($line->name, (array) $order->facts['paid_before'], true)
            : $line->begins !== null && $line->begins <= date('Y-m-d', $order->createdAt + Period::GRACE);
    }

    /**
     * @param array<RenewalLine> $lines
     * @return list<RenewalLine> those whose renewal has not been done yet
     */
    private function undone(ServiceRecord $service, array $lines): array
    {
        $done = array_column($this->app->journal()->doneOf($service->id, Operation::Renew), 'key');
        $isOpen = static fn (RenewalLine $line): bool => !in_array(Operation::renewForInvoiceKey($service->id, $line->name), $done, true);
        return array_values(array_filter($lines, $isOpen));
    }
}
