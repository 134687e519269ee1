<?php

/**
 * The business at a glance, for the home page of staff: money left and money needed, what differs, what waits. It asks no account.
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
            $this->told($account['left'] ?? $this->texts->get('home.unknown'), $account['low'] || $account['until'] !== null),
            $account['due'],
        ];
        $warnings = '';
        foreach ($data['accounts'] as $account) {
            if ($account['until'] !== null) {
                $warnings .= Html::warning("{$account['name']}: " . $this->texts->get('accounts.short', ['day' => $account['until']]));
            } elseif ($account['low']) {
                $warnings .= Html::warning($this->texts->get('home.low', ['server' => $account['name'], 'threshold' => $account['threshold']]));
            }
        }
        $counts = Html::table(array_map($this->texts->get(...), ['home.what', 'home.count']), [
            [self::link(Tab::Differences, $this->texts->get('partner.tab.differences')), $this->told((string) $data['differences'], $data['differences'] > 0)],
            [self::link(Tab::Journal, $this->texts->get('health.outcomes')), $this->told((string) $data['waiting'], $data['waiting'] > 0)],
        ]);
        return Panel::assets()->styleLink() . '<div class="widget-content-padded ispnoc">' . $warnings
            . ($data['accounts'] === [] ? Html::warning($this->texts->get('partner.no-server')) : Html::table($head, array_map($row, $data['accounts'])))
            . "$counts</div>";
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

    private function told(string $text, bool $isWarning): Markup
    {
        return $isWarning ? new Markup('<strong class="ispnoc-state ispnoc-warning">' . Html::escape($text) . '</strong>') : new Markup(Html::escape($text));
    }

    private static function link(Tab $tab, string $text): Markup
    {
        return Html::link((new Address([]))->with(['page' => $tab->value]), $text);
    }
}
