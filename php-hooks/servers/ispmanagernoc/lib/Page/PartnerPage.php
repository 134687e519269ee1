<?php

/**
 * The addon's page: the tariffs that the account of a server record sells, from the stored list. Its button Refresh, and
 * nothing else on it, asks the account.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Shape\Tariffs;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Addon;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\Token;

final class PartnerPage
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /**
     * @param int $serverId the chosen server record; the default one when there is no such record
     * @param bool $refresh whether staff pressed Refresh on a page of this session
     */
    public function html(int $serverId, bool $refresh): string
    {
        $servers = $this->app->servers()->all();
        $server = $this->app->servers()->find($serverId) ?? $servers[0] ?? null;
        if ($server === null) {
            return $this->wrap(Html::warning($this->texts->get('partner.no-server')));
        }
        $outcome = $refresh ? $this->refresh($server) : '';
        return $this->wrap(
            $outcome . $this->bar($servers, $server) . (new DifferenceList($this->app, $this->texts))->html() . $this->list($server)
        );
    }

    private function wrap(string $content): string
    {
        $intro = Html::paragraph($this->texts->get('partner.intro'));
        return Panel::assets()->styleLink() . "<div class=\"ispnoc ispnoc-partner\">$intro$content</div>";
    }

    private function refresh(ServerRecord $server): string
    {
        try {
            $this->app->refreshPrices($server);
            return Html::success($this->texts->get('partner.refreshed'));
        } catch (CommandFailed $failure) {
            return Html::warning($this->texts->ofFailure($failure));
        }
    }

    /** @param list<ServerRecord> $servers */
    private function bar(array $servers, ServerRecord $chosen): string
    {
        $options = '';
        foreach ($servers as $server) {
            $name = $server->isDefault ? $this->texts->get('partner.default', ['server' => $server->name]) : $server->name;
            $selected = $server->id === $chosen->id ? ' selected' : '';
            $options .= sprintf('<option value="%d"%s>%s</option>', $server->id, $selected, Html::escape($name));
        }
        return '<div class="ispnoc-bar">'
            . '<form method="get" action="addonmodules.php">'
            . '<input type="hidden" name="module" value="' . Addon::NAME . '">'
            . '<label for="ispnoc-server">' . Html::escape($this->texts->get('partner.server')) . '</label> '
            . '<select id="ispnoc-server" name="server" class="form-control select-inline">' . $options . '</select> '
            . $this->button('partner.show')
            . '</form>'
            . '<form method="post" action="' . Html::escape(Addon::PAGE . "&server=$chosen->id") . '">'
            . Token::input()
            . '<input type="hidden" name="refresh" value="1">'
            . $this->button('partner.refresh')
            . '</form></div>';
    }

    private function list(ServerRecord $server): string
    {
        $list = $this->app->prices()->stored($server);
        $notice = (new Tariffs($this->app, $this->texts))->notice($list);
        $html = $notice === null ? '' : Html::warning($notice);
        if ($list === null) {
            return $html;
        }
        $age = $this->texts->get('partner.fetched', ['moment' => Moment::printed($list->fetchedAt)]);
        $isModule = static fn (Tariff $tariff): bool => $tariff->kind->isModule();
        return $html . Html::paragraph($age, 'ispnoc-muted')
            . $this->section('modules', array_filter($list->tariffs, $isModule))
            . $this->section('software', array_filter($list->tariffs, static fn (Tariff $tariff): bool => !$isModule($tariff)));
    }

    /** @param array<int, Tariff> $tariffs */
    private function section(string $name, array $tariffs): string
    {
        $heading = Html::heading($this->texts->get("partner.$name"));
        if ($tariffs === []) {
            return $heading . Html::paragraph($this->texts->get('partner.none'));
        }
        $periods = self::periods($tariffs);
        $head = [$this->texts->get('partner.id'), $this->texts->get('partner.name')];
        foreach ($periods as $months) {
            $head[] = $this->texts->get('period', ['months' => $months]);
        }
        $row = static fn (Tariff $tariff): array => [
            (string) $tariff->id,
            $tariff->name,
            ...array_map(static fn (int $months): string => (string) ($tariff->cost($months) ?? '–'), $periods),
        ];
        return $heading . Html::table($head, array_map($row, $tariffs));
    }

    /**
     * @param array<int, Tariff> $tariffs
     * @return list<int> months that any of them offers, shortest first
     */
    private static function periods(array $tariffs): array
    {
        $periods = array_keys(array_replace([], ...array_map(static fn (Tariff $tariff): array => $tariff->prices, $tariffs)));
        sort($periods);
        return $periods;
    }

    private function button(string $key): string
    {
        return '<button type="submit" class="btn btn-default">' . Html::escape($this->texts->get($key)) . '</button>';
    }
}
