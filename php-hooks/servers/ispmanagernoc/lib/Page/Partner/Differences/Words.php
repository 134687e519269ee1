<?php

/**
 * Differences, services and operations in the reader's words.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ServiceList;

final class Words
{
    public function __construct(private readonly Texts $texts)
    {
    }

    public function of(Difference $difference): string
    {
        return $this->texts->get("differs.{$difference->kind->value}.is", [
            'whmcs' => $this->value($difference->kind, $difference->whmcs),
            'account' => $this->value($difference->kind, $difference->account),
        ]);
    }

    public function ofEntry(Entry $entry): string
    {
        return $this->texts->get('differs.operation', [
            'operation' => $this->texts->get("operation.{$entry->operation->value}"),
            'state' => $this->texts->get("journal.state.{$entry->state->value}"),
            'reason' => $this->texts->get($entry->textKey, $entry->textValues),
        ]);
    }

    /**
     * @param list<int> $services
     * @return array<int, string> by services, in the given order; one that is gone is left out
     */
    public function ofServices(array $services): array
    {
        $labels = [];
        foreach ((new ServiceList())->described($services) as $id => $facts) {
            $labels[$id] = "#$id – " . implode(', ', array_filter([
                $facts['product'],
                $this->texts->get("status.{$facts['status']}"),
                $facts['item'],
                $facts['client'],
            ]));
        }
        return $labels;
    }

    /** Statuses, operations and states in the reader's words; dates, addresses and names are as they are. */
    private function value(DifferenceKind $kind, string $value): string
    {
        $keys = match ($kind) {
            DifferenceKind::Status, DifferenceKind::OrderMissing, DifferenceKind::WithoutOrder => ["status.$value", "account.status.$value"],
            DifferenceKind::Unsettled => ["operation.$value", "journal.state.$value"],
            default => [],
        };
        if ($value === '') {
            return '–';
        }
        foreach ($keys as $key) {
            if ($this->texts->get($key) !== $key) {
                return $this->texts->get($key);
            }
        }
        return $value;
    }
}
