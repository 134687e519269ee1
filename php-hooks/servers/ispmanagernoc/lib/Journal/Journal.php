<?php

/**
 * What was asked of the account and what came of it. An operation is claimed by one INSERT on its unique key, so of any number of
 * processes one sends it. An entry that ended without anything bought gives its key back; it is never sent a second time itself.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Journal;

use Illuminate\Database\Query\Builder;
use Illuminate\Database\QueryException;
use IspmanagerNoc\Account\Host;
use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Clock;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Whmcs\Actor;
use IspmanagerNoc\Whmcs\Database;
use IspmanagerNoc\Whmcs\ServerRecord;

final class Journal
{
    public function __construct(private readonly Clock $clock)
    {
    }

    /**
     * @param array<string, string|int|list<string>|null> $facts
     * @return Entry|null null when another entry has the key, or another operation on the service is open
     * @throws Refused inside a transaction, whose end could undo what must not be forgotten
     */
    public function claim(
        string $key,
        Operation $operation,
        int $serviceId,
        ServerRecord $server,
        string $orderId,
        ?Money $cost,
        array $facts,
    ): ?Entry {
        if (Database::isInTransaction()) {
            throw new Refused('refused.in-transaction');
        }
        try {
            $id = (int) $this->table()->insertGetId([
                'operation_key' => $key,
                'operation' => $operation->value,
                'service_id' => $serviceId,
                'server_id' => $server->id,
                'state' => State::Claimed->value,
                'claim' => bin2hex(random_bytes(8)),
                'order_id' => $orderId,
                'cost_minor' => $cost?->minor,
                'cost_currency' => $cost?->currency ?? '',
                'facts' => self::json($facts + self::place($server) + ['who' => (string) Actor::current()]),
                'text_key' => 'journal.claimed',
                'text_values' => '{}',
                'created_at' => $this->clock->now(),
            ]);
        } catch (QueryException $failure) {
            return Database::isDuplicate($failure) ? null : throw $failure;
        }
        $entry = $this->get($id);
        if ($entry !== null && count($this->open($serviceId)) > 1) {
            $this->giveBack($entry, State::NotPlaced, 'journal.busy');
            return null;
        }
        return $entry;
    }

    /** From here on the operation may be on its way. @return bool false when the claim was taken away meanwhile */
    public function markSent(Entry $entry): bool
    {
        return $this->table()
            ->where(['id' => $entry->id, 'claim' => $entry->claim, 'state' => State::Claimed->value])
            ->update(['state' => State::Sent->value, 'sent_at' => $this->clock->now(), 'text_key' => 'journal.sent']) === 1;
    }

    /**
     * The account did it: that holds whatever the journal thought before, and the key is taken for good.
     *
     * @param array<string, string|int> $textValues
     */
    public function done(Entry $entry, string $orderId, string $textKey, array $textValues = []): void
    {
        if ($this->get($entry->id) === null) {
            // The database came back from a crash or a failover without the row.
            $this->table()->insert($entry->row());
        }
        $write = fn (array $more): bool => $this->write($this->row($entry), State::Done, $textKey, $textValues, ['order_id' => $orderId] + $more);
        try {
            $write(['operation_key' => $entry->key]);
        } catch (QueryException $failure) {
            Database::isDuplicate($failure) ? $write([]) : throw $failure;
        }
    }

    /**
     * It waits in the account; looks that missed it before count no longer.
     *
     * @param array<string, string|int> $textValues
     */
    public function unpaid(Entry $entry, string $textKey, array $textValues = []): void
    {
        $this->write($this->unclosed($entry), State::Unpaid, $textKey, $textValues, [
            'facts' => self::json($textValues + array_diff_key($entry->facts, ['missed_at' => 0])),
            'empty_lookups' => 0,
            'looked_at' => $this->clock->now(),
        ]);
    }

    /** @param string $text the account's own words, where it said something of which nobody knows what it means */
    public function unknown(Entry $entry, string $text = ''): void
    {
        $text === ''
            ? $this->write($this->unclosed($entry), State::Unknown, 'journal.unknown', [], [])
            : $this->write($this->unclosed($entry), State::Unknown, 'journal.unclear', ['text' => $text], []);
    }

    /** The account said yes, and does not show what it said. */
    public function reopen(Entry $entry): void
    {
        $this->write($this->row($entry)->where(['claim' => $entry->claim, 'state' => State::Done->value]), State::Unknown, 'journal.not-shown', [], []);
    }

    /** The order that the entry is about to take, so that no other service takes it meanwhile. @param string $orderId empty for none */
    public function note(Entry $entry, string $orderId): void
    {
        $this->row($entry)->update(['order_id' => $orderId]);
    }

    /**
     * Nothing was bought: the entry is closed and its key is free again.
     *
     * @param State $state Rejected or NotPlaced
     * @param array<string, string|int> $textValues
     */
    public function giveBack(Entry $entry, State $state, string $textKey, array $textValues = []): bool
    {
        return $this->write($this->unclosed($entry)->where('claim', $entry->claim), $state, $textKey, $textValues, [
            'operation_key' => "$entry->key#$entry->id",
        ] + ($entry->operation === Operation::Create ? ['order_id' => ''] : []));
    }

    /** It was written off and turned up after all those that are there now. */
    public function rankNewest(Entry $entry): void
    {
        $newest = (int) $this->table()->where('service_id', $entry->serviceId)->max('id');
        $this->row($entry)->update(['facts' => self::json(['rank' => $newest] + $entry->facts)]);
    }

    /** It turned out to stand in the account of this record. */
    public function relocate(Entry $entry, ServerRecord $server): void
    {
        $this->row($entry)->update(['server_id' => $server->id, 'facts' => self::json(self::place($server) + $entry->facts)]);
    }

    /** An order that was placed in the account of this fingerprint, the newest. */
    public function placedIn(string $account): ?Entry
    {
        return self::entry($this->table()
            ->where(['operation' => Operation::Create->value, 'state' => State::Done->value])
            ->where('facts', 'like', '%"account":"' . $account . '"%')
            ->orderByDesc('id')
            ->first());
    }

    /** Nothing left this machine, so nothing of it can turn up later. */
    public function neverSent(Entry $entry): void
    {
        if ($this->giveBack($entry, State::NotPlaced, 'journal.not-sent')) {
            $this->row($entry)->update(['sent_at' => 0]);
        }
    }

    /** What was written off waits for its payment. */
    public function foundUnpaid(Entry $entry, string $bill): void
    {
        $this->write($this->row($entry)->where('state', '<>', State::Done->value), State::Unpaid, 'journal.unpaid', ['bill' => $bill], [
            'facts' => self::json(['bill' => $bill] + $entry->facts),
            'empty_lookups' => 0,
        ]);
    }

    /** What was written off may be one of these, or another service's. */
    public function foundSeveral(Entry $entry, string $orders): void
    {
        $this->write($this->row($entry)->where('state', '<>', State::Done->value), State::Unknown, 'journal.several', ['orders' => $orders], [
            'empty_lookups' => 0,
            'looked_at' => $this->clock->now(),
        ]);
    }

    /** Nothing is left to be taken over from the account after this order. */
    public function finish(Entry $entry): void
    {
        $this->row($entry)->update(['finished_at' => $this->clock->now()]);
    }

    /** The account was asked and does not show what was sent. Of several processes that looked at the same time one counts. */
    public function countEmptyLookup(Entry $entry): void
    {
        $now = $this->clock->now();
        $this->row($entry)->where('empty_lookups', $entry->emptyLookups)->increment('empty_lookups', 1, [
            'looked_at' => $now,
            'facts' => self::json($entry->facts + ['missed_at' => $now]),
        ]);
    }

    /** The account could not be asked: entries that it keeps waiting must not keep the others waiting too. */
    public function putOff(Entry $entry): void
    {
        $this->unclosed($entry)->update(['looked_at' => $this->clock->now()]);
    }

    /** @param array<string, string|int> $textValues why a person must look at it */
    public function explain(Entry $entry, string $textKey, array $textValues = []): void
    {
        $this->unclosed($entry)->update([
            'text_key' => $textKey,
            'text_values' => self::json($textValues),
            'looked_at' => $this->clock->now(),
        ]);
    }

    public function get(int $id): ?Entry
    {
        return self::entry($this->table()->where('id', $id)->first());
    }

    public function find(string $key): ?Entry
    {
        return self::entry($this->table()->where('operation_key', $key)->first());
    }

    /** @return list<Entry> the newest first */
    public function forService(int $serviceId): array
    {
        return self::entries($this->table()->where('service_id', $serviceId)->orderByDesc('id'));
    }

    /** @return list<Entry> the oldest first */
    public function open(int $serviceId): array
    {
        return self::entries($this->whereOpen()->where('service_id', $serviceId)->orderBy('id'));
    }

    /** @return list<Entry> of all services, those that waited longest for a look first */
    public function allOpen(int $limit): array
    {
        return self::entries($this->whereOpen()->orderBy('looked_at')->orderBy('id')->limit($limit));
    }

    /** @return list<Entry> of all services: orders that were sent, and may be in the account without anybody's knowledge */
    public function lostOrders(): array
    {
        $states = [...State::open(), State::NotPlaced];
        return self::entries($this->table()
            ->where('operation', Operation::Create->value)
            ->where('sent_at', '>', 0)
            ->whereIn('state', array_column($states, 'value')));
    }

    /**
     * Orders that were placed and are not finished: the process ended before, or the account had no key yet.
     *
     * @param int $from, $to when they were placed, in seconds since 1970
     * @return list<Entry> the newest first
     */
    public function unfinished(int $from, int $to, int $limit): array
    {
        return self::entries($this->table()
            ->where(['operation' => Operation::Create->value, 'state' => State::Done->value, 'finished_at' => 0])
            ->whereBetween('closed_at', [$from, $to])
            ->orderByDesc('id')
            ->limit($limit));
    }

    /** @return list<Entry> the newest first */
    public function doneOf(int $serviceId, Operation $operation): array
    {
        return self::entries($this->table()->orderByDesc('id')->where([
            'service_id' => $serviceId,
            'operation' => $operation->value,
            'state' => State::Done->value,
        ]));
    }

    /**
     * Orders that were placed for these services and orders of theirs that were ended, the oldest first.
     *
     * @param list<int> $serviceIds
     * @return list<array{service: int, operation: Operation, order: string}>
     */
    public function ordersOf(array $serviceIds): array
    {
        $rows = $this->table()
            ->whereIn('service_id', $serviceIds)
            ->whereIn('operation', [Operation::Create->value, Operation::Terminate->value])
            ->where('state', State::Done->value)
            ->orderBy('id')
            ->get(['service_id', 'operation', 'order_id']);
        return array_values(array_map(static fn (object $row): array => [
            'service' => (int) $row->service_id,
            'operation' => Operation::from($row->operation),
            'order' => (string) $row->order_id,
        ], $rows->all()));
    }

    /**
     * Orders that were placed for these services, their ends and those of their auto-renewal, the oldest first.
     *
     * @param list<int> $serviceIds
     * @return list<Entry>
     */
    public function ordersAndStops(array $serviceIds): array
    {
        return self::entries($this->table()
            ->whereIn('service_id', $serviceIds)
            ->whereIn('operation', [Operation::Create->value, Operation::Terminate->value, Operation::StopRenewal->value])
            ->where('state', State::Done->value)
            ->orderBy('id'));
    }

    /** Whether an order was placed or ended since then. @param int $moment in seconds since 1970 */
    public function hasTouched(string $orderId, int $moment): bool
    {
        return $this->table()->where('order_id', $orderId)->where('closed_at', '>=', $moment)->exists();
    }

    /** @return list<Entry> sent before that moment and still open, the oldest first */
    public function unsettledSince(int $moment, int $limit): array
    {
        return self::entries($this->whereOpen()->whereBetween('sent_at', [1, $moment])->orderBy('id')->limit($limit));
    }

    /** @return list<int> the services on a server record that have this order, or are taking it */
    public function ownersOf(string $orderId, int $serverId): array
    {
        return array_values(array_map(intval(...), $this->table()
            ->where(['order_id' => $orderId, 'server_id' => $serverId, 'operation' => Operation::Create->value])
            ->distinct()
            ->pluck('service_id')
            ->all()));
    }

    /**
     * @param array<string, string|int> $textValues
     * @param array<string, string|int> $more
     */
    private function write(Builder $rows, State $state, string $textKey, array $textValues, array $more): bool
    {
        return $rows->update($more + [
            'state' => $state->value,
            'text_key' => $textKey,
            'text_values' => self::json($textValues),
        ] + ($state->isOpen() ? [] : ['closed_at' => $this->clock->now()])) === 1;
    }

    /** @return array{account: string, host: string} */
    private static function place(ServerRecord $server): array
    {
        return ['account' => $server->fingerprint(), 'host' => Host::name($server->hostname)];
    }

    private function row(Entry $entry): Builder
    {
        return $this->table()->where('id', $entry->id);
    }

    private function unclosed(Entry $entry): Builder
    {
        return $this->whereOpen()->where('id', $entry->id);
    }

    private function whereOpen(): Builder
    {
        return $this->table()->whereIn('state', array_column(State::open(), 'value'));
    }

    private function table(): Builder
    {
        return Database::own('journal');
    }

    /** @param array<string, mixed> $values */
    private static function json(array $values): string
    {
        return json_encode($values, JSON_THROW_ON_ERROR | JSON_FORCE_OBJECT | JSON_INVALID_UTF8_SUBSTITUTE);
    }

    private static function entry(?object $row): ?Entry
    {
        return $row === null ? null : Entry::of($row);
    }

    /** @return list<Entry> */
    private static function entries(Builder $rows): array
    {
        return array_values(array_map(Entry::of(...), $rows->get()->all()));
    }
}
