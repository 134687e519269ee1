<?php

/**
 * The module's row on the service page of the admin area: the panel with its buttons, and until it has started, or where it
 * cannot, the same facts as plain text. WHMCS's own Module Commands stand above it either way.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Shape\Service;
use IspmanagerNoc\Texts;

final class ServiceTab
{
    private const BUTTONS = ['create', 'renew', 'terminate', 'sync'];

    /**
     * @param array<string, mixed> $params
     * @return array<string, string> HTML by the row's label
     */
    public function run(array $params): array
    {
        $id = (int) ($params['serviceid'] ?? 0);
        $service = $id > 0 ? App::get()->services()->find($id) : null;
        if ($service === null) {
            return [];
        }
        $texts = Texts::current();
        $state = (new Service(App::get(), $texts))->of($service);
        $native = '<div class="ispnoc">' . self::native($state, $texts) . '</div>';
        return ['ispmanager NOC' => Panel::forStaff(
            View::ServiceActions,
            service: $service->id,
            native: $native,
            answer: $state,
            first: ['action' => 'account', 'service' => $service->id],
        )];
    }

    /** @param array<string, mixed> $state */
    private static function native(array $state, Texts $texts): string
    {
        $facts = [];
        foreach (['status', 'termination_date', 'order_id', 'item', 'tariff', 'server'] as $name) {
            $facts[$texts->get("service.$name")] = $state[$name];
        }
        return Html::facts($facts) . self::offers($state['actions'], $texts) . self::journal($state['journal'], $texts);
    }

    /**
     * What each button of WHMCS would do now; what has no button there is offered by the panel.
     *
     * @param list<array<string, mixed>> $actions
     */
    private static function offers(array $actions, Texts $texts): string
    {
        $native = array_filter($actions, static fn (array $action): bool => in_array($action['name'], self::BUTTONS, true));
        $rows = array_map(static fn (array $action): array => [
            $texts->get("command.{$action['name']}"),
            $action['reason'] ?? $action['warning'] ?? $texts->get('command.possible'),
            self::money($action['cost']),
        ], array_values($native));
        return Html::table([$texts->get('service.command'), $texts->get('service.now'), $texts->get('service.cost')], $rows);
    }

    /** @param list<array<string, mixed>> $entries */
    private static function journal(array $entries, Texts $texts): string
    {
        $heading = Html::heading($texts->get('service.journal'));
        if ($entries === []) {
            return $heading . Html::paragraph($texts->get('service.journal-empty'), 'ispnoc-muted');
        }
        $rows = array_map(static fn (array $entry): array => [
            Moment::printed((int) strtotime($entry['at'])),
            $entry['operation'],
            $texts->get("journal.state.{$entry['state']}"),
            $entry['text'],
            self::money($entry['cost']),
        ], $entries);
        $head = array_map($texts->get(...), [
            'service.moment', 'service.operation', 'service.state', 'service.outcome', 'service.cost',
        ]);
        return $heading . Html::table($head, $rows);
    }

    /** @param array{minor: int, currency: string}|null $money */
    private static function money(?array $money): string
    {
        return $money === null ? '' : (string) new Money($money['minor'], $money['currency']);
    }
}
