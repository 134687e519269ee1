<?php

/**
 * The money of each account: what it holds, what falls due in the next thirty days and until when it suffices, and what was spent by month.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\Funds\Due;
use IspmanagerNoc\Funds\Funds;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Panel;
use IspmanagerNoc\Page\View;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Shape\Spending;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ServerRecord;

defined('WHMCS') || exit;

final class AccountsTab implements Content
{
    private const MONTHS = 12;

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
    }

    public function html(?Form $form): string
    {
        $accounts = Funds::accounts($this->app);
        if ($accounts === []) {
            return Html::warning($this->texts->get('partner.no-server'));
        }
        return ($form?->has('ask') ? AskedAccounts::html($this->app, $this->texts) : '')
            . $this->address->ask(Html::submit($this->texts->get('health.ask'), 'ask'))
            . implode('', array_map($this->account(...), $accounts));
    }

    private function account(ServerRecord $server): string
    {
        $funds = new Funds($this->app, $server);
        $balance = $funds->balance();
        $due = $funds->due(Funds::DAYS);
        $told = $balance === null
            ? $this->texts->get('accounts.unknown')
            : $this->texts->get('accounts.balance', [
                'balance' => (string) $balance->money,
                'at' => Moment::printed($balance->askedAt),
                'left' => (string) $funds->left(),
            ]);
        return Html::heading($server->name) . Html::paragraph($told)
            . ($funds->isLow() ? Html::warning($this->texts->get('home.low', ['server' => $server->name, 'threshold' => (string) $funds->threshold()])) : '')
            . $this->forecast($funds, $due)
            . ($due === [] ? '' : $this->days($due))
            . $this->spending($funds->spent(self::MONTHS));
    }

    /** @param list<Due> $due */
    private function forecast(Funds $funds, array $due): string
    {
        if ($due === []) {
            return Html::paragraph($this->texts->get('accounts.nothing-due', ['days' => Funds::DAYS]));
        }
        $sum = array_sum(array_map(static fn (Due $day): int => $day->cost->minor, $due));
        $unknown = array_sum(array_map(static fn (Due $day): int => $day->unknown, $due));
        $html = Html::paragraph($this->texts->get('accounts.due', [
            'days' => Funds::DAYS,
            'count' => array_sum(array_map(static fn (Due $day): int => $day->services, $due)),
            'cost' => (string) new Money($sum, $due[0]->cost->currency),
        ]));
        $left = $funds->left();
        $until = $funds->lastsUntil($due);
        $html .= $left === null || $left->currency === $due[0]->cost->currency ? '' : Html::warning($this->texts->get('accounts.other-currency'));
        $html .= $until === null ? '' : Html::warning($this->texts->get('accounts.short', ['day' => $until]));
        return $html . ($unknown === 0 ? '' : Html::warning($this->texts->get('accounts.unpriced', ['count' => $unknown])));
    }

    /** @param list<Due> $due */
    private function days(array $due): string
    {
        $head = array_map($this->texts->get(...), ['accounts.day', 'accounts.services', 'partner.cost']);
        $row = static fn (Due $day): array => [$day->day, (string) $day->services, (string) $day->cost];
        return Html::table($head, array_map($row, $due));
    }

    /** @param array<string, list<Money>> $spent */
    private function spending(array $spent): string
    {
        if ($spent === []) {
            return Html::paragraph($this->texts->get('accounts.nothing-spent'));
        }
        $head = array_map($this->texts->get(...), ['accounts.month', 'accounts.spent']);
        $row = static fn (string $month, array $sums): array => [$month, implode(', ', array_map(strval(...), $sums))];
        $shown = Spending::of($spent, $this->app->clock()->now(), self::MONTHS);
        return Panel::withoutRelay(View::Spending, $this->texts, shown: $shown) . Html::table($head, array_map($row, array_keys($spent), $spent));
    }
}
