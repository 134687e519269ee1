<?php

/**
 * The money of one account: what it held, what was spent, and what falls due. All of it is known without asking, but for the balance, which is
 * what it was when it was last asked for, less what was spent since.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Funds;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Journal\JournalSums;
use IspmanagerNoc\Whmcs\DueServices;
use IspmanagerNoc\Whmcs\OwnSettings;
use IspmanagerNoc\Whmcs\ServerRecord;

final class Funds
{
    /** For how many days a forecast looks ahead. */
    public const DAYS = 30;

    public function __construct(private readonly App $app, private readonly ServerRecord $server)
    {
    }

    /** @return list<ServerRecord> one of each account: an enabled one where there is one, the default one first */
    public static function accounts(App $app): array
    {
        $accounts = [];
        foreach ($app->servers()->all() as $server) {
            $known = $accounts[$server->fingerprint()] ?? null;
            if ($known === null || ($known->disabled && !$server->disabled)) {
                $accounts[$server->fingerprint()] = $server;
            }
        }
        return array_values($accounts);
    }

    /**
     * Asks the account.
     *
     * @return Money|null null when it does not say
     * @throws CommandFailed
     */
    public function ask(): ?Money
    {
        $balance = $this->app->account($this->server)->balance($this->currency());
        if ($balance !== null) {
            OwnSettings::set($this->name('balance'), "$balance->minor $balance->currency {$this->app->clock()->now()}");
        }
        return $balance;
    }

    public function balance(): ?Balance
    {
        $known = preg_match('/^(-?\d+) ([A-Z]{3}) (\d+)$/', OwnSettings::get($this->name('balance')) ?? '', $part) === 1;
        return $known ? new Balance(new Money((int) $part[1], $part[2]), (int) $part[3]) : null;
    }

    /** Below this sum of the account's own currency staff are warned; null where nobody has chosen one. */
    public function threshold(): ?Money
    {
        $minor = (int) OwnSettings::get($this->name('threshold'));
        return $minor > 0 ? new Money($minor, $this->currency() ?? '') : null;
    }

    /** @param int $minor hundredths of the account's currency; 0 for no warning */
    public function setThreshold(int $minor): void
    {
        OwnSettings::set($this->name('threshold'), (string) $minor);
    }

    public function isLow(): bool
    {
        $threshold = $this->threshold();
        if ($threshold === null) {
            return false;
        }
        return $this->left()?->isLessThan($threshold) === true;
    }

    /** Whether staff were told by e-mail that it is low. */
    public function isWarned(): bool
    {
        return OwnSettings::get($this->name('warned')) === '1';
    }

    public function setWarned(bool $isWarned): void
    {
        if ($isWarned !== $this->isWarned()) {
            OwnSettings::set($this->name('warned'), $isWarned ? '1' : '0');
        }
    }

    /** What is left of the balance after what was sent since; null when nobody knows the balance. */
    public function left(): ?Money
    {
        $balance = $this->balance();
        $spent = $balance === null ? 0 : $this->sums()->sentSince($balance->askedAt, $balance->money->currency);
        return $balance === null ? null : new Money($balance->money->minor - $spent, $balance->money->currency);
    }

    /** @return array<string, list<Money>> what orders and renewals have taken by month (Y-m), one sum for each currency, the newest first */
    public function spent(int $months): array
    {
        return $this->sums()->byMonth((int) strtotime(date('Y-m-01', $this->app->clock()->now()) . ' -' . ($months - 1) . ' months'));
    }

    /** @return list<Due> by day, from today on; what is overdue counts for today, and days without a service are left out */
    public function due(int $days): array
    {
        $list = $this->app->prices()->newest($this->server);
        $currency = $this->currency() ?? '';
        $today = date('Y-m-d', $this->app->clock()->now());
        $due = [];
        foreach (DueServices::until($this->serverIds(), date('Y-m-d', (int) strtotime("$today +$days days"))) as $services) {
            // A renewal is for the tariff of the order, whatever the product sells by now.
            $ordered = JournalSums::orderedTariffs(array_column($services, 'id'));
            foreach ($services as $service) {
                $tariff = $ordered[$service['id']] ?? $service['tariff'];
                $cost = $tariff === null ? null : $list?->find($tariff)?->cost($service['months']);
                $cost = $cost?->currency === $currency ? $cost : null;
                $day = max($today, $service['day']);
                $before = $due[$day] ?? new Due($day, 0, new Money(0, $currency), 0);
                $sum = new Money($before->cost->minor + ($cost?->minor ?? 0), $currency);
                $due[$day] = new Due($day, $before->services + 1, $sum, $before->unknown + ($cost === null ? 1 : 0));
            }
        }
        ksort($due);
        return array_values($due);
    }

    /**
     * @param list<Due> $due
     * @return string|null the day (Y-m-d) on which the balance does not suffice any more; null when it lasts, or nobody knows
     */
    public function lastsUntil(array $due): ?string
    {
        $left = $this->left();
        $sum = 0;
        foreach ($due as $day) {
            $sum += $day->cost->minor;
            if ($left !== null && $left->currency === $day->cost->currency && $sum > $left->minor) {
                return $day->day;
            }
        }
        return null;
    }

    /** The price list's, or that of the balance; null while neither is known. */
    public function currency(): ?string
    {
        return $this->app->prices()->newest($this->server)?->currency() ?: $this->balance()?->money->currency;
    }

    private function sums(): JournalSums
    {
        return new JournalSums($this->server->fingerprint());
    }

    /** @return list<int> the records that lead to this account */
    private function serverIds(): array
    {
        $same = array_filter($this->app->servers()->all(), $this->server->isSameAccount(...));
        return array_values(array_map(static fn (ServerRecord $server): int => $server->id, $same));
    }

    private function name(string $what): string
    {
        return "$what:" . substr($this->server->fingerprint(), 0, 16);
    }
}
