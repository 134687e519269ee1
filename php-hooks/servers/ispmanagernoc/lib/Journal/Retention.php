<?php

/**
 * Forgets what is older than staff want to keep: requests with their answers, and entries that moved no money. What was sent to buy, to renew or
 * to change a period stays for ever, whatever came of it: it may turn up late, and the books are made of it. So does a termination that was done.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Journal;

use Illuminate\Database\Query\Builder;
use IspmanagerNoc\Clock;
use IspmanagerNoc\Partner\NumberSetting;
use IspmanagerNoc\Whmcs\Database;

final class Retention
{
    /** In one statement, so that no lock is held for long. */
    private const AT_ONCE = 1000;

    public function __construct(private readonly Clock $clock)
    {
    }

    public function run(): void
    {
        $before = $this->clock->now() - NumberSetting::JournalDays->get() * 86400;
        self::delete('calls', 'entry_id', static fn (Builder $rows) => $rows->where('called_at', '<', $before));
        self::delete('journal', 'id', static fn (Builder $rows) => $rows
            ->whereIn('state', [State::Rejected->value, State::NotPlaced->value])
            ->where('closed_at', '<', $before)
            ->where(static fn (Builder $either) => $either->where('operation', Operation::Terminate->value)->orWhere('sent_at', 0)));
    }

    /** @param callable(Builder): mixed $choose */
    private static function delete(string $table, string $key, callable $choose): void
    {
        do {
            $rows = Database::own($table);
            $choose($rows);
            $keys = $rows->limit(self::AT_ONCE)->pluck($key)->all();
            Database::own($table)->whereIn($key, $keys)->delete();
        } while (count($keys) === self::AT_ONCE);
    }
}
