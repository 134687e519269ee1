<?php

/**
 * The business at a glance, for the home page of staff: money left and money needed, what differs, what waits. It asks no account, and looks
 * as WHMCS's own boxes do: none of our files is loaded on that page.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\Funds\Due;
use IspmanagerNoc\Funds\Funds;
use IspmanagerNoc\Journal\JournalList;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Tab;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ServerRecord;

final class HomeBox
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** @return array<string, mixed> plain values, for whichever reader */
    public function read(): array
    {
        return [
            'accounts' => array_map($this->account(...), Funds::accounts($this->app)),
            'differences' => array_sum($this->app->differences()->counts()),
            'waiting' => JournalList::waiting(),
        ];
    }

    /** @param array<string, mixed> $data as read() gave it, maybe some minutes ago */
    public function html(array $data): string
    {
        $head = array_map($this->texts->get(...), ['partner.server', 'home.left', 'home.due']);
        $row = fn (array $account): array => [
            self::link(Tab::Accounts, $account['name']),
            self::told($account['left'] ?? $this->texts->get('home.unknown'), $account['low'] || $account['until'] !== null),
            $account['due'],
        ];
        $counts = [
            [self::link(Tab::Differences, $this->texts->get('partner.tab.differences')), self::told((string) $data['differences'], $data['differences'] > 0)],
            [self::link(Tab::Journal, $this->texts->get('health.outcomes')), self::told((string) $data['waiting'], $data['waiting'] > 0)],
        ];
        return '<div class="widget-content-padded">' . $this->warnings($data['accounts'])
            . ($data['accounts'] === [] ? '' : Html::table($head, array_map($row, $data['accounts']), 'table'))
            . Html::table(array_map($this->texts->get(...), ['home.what', 'home.count']), $counts, 'table') . '</div>';
    }

    /** @param list<array<string, mixed>> $accounts */
    private function warnings(array $accounts): string
    {
        $warnings = $accounts === [] ? [$this->texts->get('partner.no-server')] : [];
        foreach ($accounts as $account) {
            if ($account['until'] !== null) {
                $warnings[] = "{$account['name']}: " . $this->texts->get('accounts.short', ['day' => $account['until']]);
            } elseif ($account['low']) {
                $warnings[] = $this->texts->get('home.low', ['server' => $account['name'], 'threshold' => $account['threshold']]);
            }
        }
        return implode('', array_map(static fn (string $warning): string => Html::paragraph($warning, 'text-danger'), $warnings));
    }

    public function failed(string $reference): string
    {
        return '<div class="widget-content-padded">' . Html::paragraph($this->texts->get('error.internal', ['reference' => $reference])) . '</div>';
    }

    /** @return array{name: string, left: ?string, low: bool, threshold: string, due: string, until: ?string} */
    private function account(ServerRecord $server): array
    {
        $funds = new Funds($this->app, $server);
        $due = $funds->due(Funds::DAYS);
        $sum = array_sum(array_map(static fn (Due $day): int => $day->cost->minor, $due));
        $left = $funds->left();
        return [
            'name' => $server->name,
            'left' => $left === null ? null : (string) $left,
            'low' => $funds->isLow(),
            'threshold' => (string) $funds->threshold(),
            'due' => $due === [] ? '–' : (string) new Money($sum, $due[0]->cost->currency),
            'until' => $funds->lastsUntil($due),
        ];
    }

    private static function told(string $text, bool $isWarning): string|Markup
    {
        return $isWarning ? new Markup('<strong class="text-danger">' . Html::escape($text) . '</strong>') : $text;
    }

    private static function link(Tab $tab, string $text): Markup
    {
        return Html::link((new Address([]))->with(['page' => $tab->value]), $text);
    }
}
