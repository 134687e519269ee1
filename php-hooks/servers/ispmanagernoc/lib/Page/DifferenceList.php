<?php

/**
 * A section of the addon's page: where WHMCS and the accounts differ, how often, and since the last daily comparison. It asks nobody.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\App;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Texts;

final class DifferenceList
{
    private const SHOWN = 100;

    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** Empty while nothing differs. */
    public function html(): string
    {
        $counts = $this->app->differences()->counts();
        if ($counts === []) {
            return '';
        }
        $facts = [];
        foreach ($counts as $kind => $count) {
            $facts[$this->texts->get("differs.$kind")] = (string) $count;
        }
        $shown = $this->app->differences()->all(self::SHOWN);
        $more = array_sum($counts) - count($shown);
        $head = array_map($this->texts->get(...), ['differs.service', 'differs.order', 'differs.server', 'differs.what', 'differs.seen']);
        return Html::heading($this->texts->get('differs.heading'))
            . Html::paragraph($this->texts->get('differs.about'))
            . Html::facts($facts)
            . Html::table($head, array_map($this->row(...), $shown))
            . ($more > 0 ? Html::paragraph($this->texts->get('differs.more', ['count' => $more])) : '');
    }

    /** @return list<string> */
    private function row(Difference $difference): array
    {
        return [
            $difference->serviceId === 0 ? '–' : "#$difference->serviceId",
            $difference->orderId === '' ? '–' : $difference->orderId,
            $this->app->servers()->find($difference->serverId)->name ?? '–',
            $this->texts->get("differs.{$difference->kind->value}.is", [
                'whmcs' => $this->value($difference->kind, $difference->whmcs),
                'account' => $this->value($difference->kind, $difference->account),
            ]),
            Moment::printed($difference->seenAt),
        ];
    }

    /** Statuses, operations and states in the reader's words; dates, addresses and names are as they are. */
    private function value(DifferenceKind $kind, string $value): string
    {
        $keys = match ($kind) {
            DifferenceKind::Status, DifferenceKind::OrderMissing => ["status.$value", "account.status.$value"],
            DifferenceKind::Unsettled => ["operation.$value", "journal.state.$value"],
            default => [],
        };
        foreach ($keys as $key) {
            if ($this->texts->get($key) !== $key) {
                return $this->texts->get($key);
            }
        }
        return $value;
    }
}
