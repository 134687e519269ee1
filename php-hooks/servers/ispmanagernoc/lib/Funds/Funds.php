<?php

/**
 * The money of one account: what it held, what was spent, and what falls due. All of it is known without asking, but for the balance, which is
 * remembered whenever somebody asks.
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
    public function __construct(private readonly App $app, private readonly ServerRecord $server)
    {
    }

    /** @return list<ServerRecord> one of each account, the default one first */
    public static function accounts(App $app): array
    {
        $accounts = [];
        foreach ($app->servers()->all() as $server) {
            $accounts[$server->fingerprint()] ??= $server;
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
        $balance = $this->app->account($this->server)->balance();
        if ($balance !== null) {
            OwnSettings::set($this->name(), "$balance->minor $balance->currency {$this->app->clock()->now()}");
        }
        return $balance;
    }

    public function balance(): ?Balance
    {
        $known = preg_match('/^(-?\d+) ([A-Z]{3}) (\d+)$/', OwnSettings::get($this->name()) ?? '', $part) === 1;
        return $known ? new Balance(new Money((int) $part[1], $part[2]), (int) $part[3]) : null;
    }

    /** @return array<string, list<Money>> what orders and renewals have taken by month (Y-m), one sum for each currency, the newest first */
    public function spent(int $months): array
    {
        $since = (int) strtotime(date('Y-m-01', $this->app->clock()->now()) . ' -' . ($months - 1) . ' months');
        return JournalSums::byMonth($this->serverIds(), $since);
    }

    /** @return list<Due> by day, from today on; days without a service are left out */
    public function due(int $days): array
    {
        $list = $this->app->prices()->stored($this->server);
        $currency = $list?->currency() ?? '';
        $now = $this->app->clock()->now();
        $due = [];
        foreach (DueServices::between($this->serverIds(), date('Y-m-d', $now), date('Y-m-d', $now + $days * 86400)) as $services) {
            $cost = $services['tariff'] === null ? null : $list?->find($services['tariff'])?->cost($services['months']);
            $before = $due[$services['day']] ?? new Due($services['day'], 0, new Money(0, $currency), 0);
            $due[$services['day']] = new Due(
                $services['day'],
                $before->services + $services['count'],
                new Money($before->cost->minor + ($cost?->minor ?? 0) * $services['count'], $currency),
                $before->unknown + ($cost === null ? $services['count'] : 0),
            );
        }
        return array_values($due);
    }

    /**
     * @param list<Due> $due
     * @return string|null the day (Y-m-d) on which the balance does not suffice any more; null when it lasts, or nobody knows the balance
     */
    public function lastsUntil(array $due): ?string
    {
        $balance = $this->balance();
        $sum = 0;
        foreach ($due as $day) {
            $sum += $day->cost->minor;
            if ($balance !== null && $balance->money->currency === $day->cost->currency && $sum > $balance->money->minor) {
                return $day->day;
            }
        }
        return null;
    }

    /** @return list<int> the records that lead to this account */
    private function serverIds(): array
    {
        $same = array_filter($this->app->servers()->all(), $this->server->isSameAccount(...));
        return array_values(array_map(static fn (ServerRecord $server): int => $server->id, $same));
    }

    private function name(): string
    {
        return 'balance:' . substr($this->server->fingerprint(), 0, 16);
    }
}
