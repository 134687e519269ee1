<?php

/**
 * The journal as staff read it: what a filter lets through, the newest first. It writes nothing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Journal;

use Generator;
use Illuminate\Database\Query\Builder;
use IspmanagerNoc\Whmcs\Database;

final class JournalList
{
    private const AT_ONCE = 500;

    public function __construct(private readonly Filter $filter)
    {
    }

    /** @return int how many wait for a look of the cron or of a person */
    public static function waiting(): int
    {
        return (new self(new Filter(state: State::Unknown)))->count() + (new self(new Filter(state: State::Unpaid)))->count();
    }

    public function count(): int
    {
        return $this->rows()->count();
    }

    /** @return list<Entry> */
    public function page(int $skip, int $limit): array
    {
        // The rows are wide, so the database passes over their numbers alone.
        $ids = $this->rows()->orderByDesc('id')->skip($skip)->limit($limit)->pluck('id')->all();
        return $this->entries(Database::own('journal')->whereIn('id', $ids));
    }

    /** @return Generator<list<Entry>> all of them, some hundreds at a time */
    public function all(): Generator
    {
        for ($before = PHP_INT_MAX;; $before = $entries[count($entries) - 1]->id) {
            $entries = $this->entries($this->rows()->where('id', '<', $before)->limit(self::AT_ONCE));
            if ($entries === []) {
                return;
            }
            yield $entries;
        }
    }

    private function rows(): Builder
    {
        $filter = $this->filter;
        $rows = Database::own('journal');
        if ($filter->from > 0 || $filter->to < PHP_INT_MAX) {
            $rows->whereBetween('created_at', [$filter->from, $filter->to]);
        }
        if ($filter->services !== null) {
            $rows->whereIn('service_id', $filter->services);
        }
        $named = array_filter(['operation' => $filter->operation?->value, 'state' => $filter->state?->value]);
        return $rows->where($named);
    }

    /** @return list<Entry> */
    private function entries(Builder $rows): array
    {
        return array_values(array_map(Entry::of(...), $rows->orderByDesc('id')->get()->all()));
    }
}
