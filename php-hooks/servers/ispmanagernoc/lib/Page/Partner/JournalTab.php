<?php

/**
 * What was asked of the accounts and what came of it, of all services: filtered, in pages, and as CSV.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Filter;
use IspmanagerNoc\Journal\JournalList;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\AdminPages;
use IspmanagerNoc\Whmcs\ServiceList;

defined('WHMCS') || exit;

final class JournalTab implements Content, Exported
{
    private const PER_PAGE = 50;

    /** @var array<int, string>|null names by ids */
    private ?array $servers = null;
    /** @var array<string, string> in the reader's words, as the entries have it */
    private array $who = [];

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
    }

    public function html(?Form $form): string
    {
        $chosen = $this->app->journal()->get($this->address->number('entry'));
        if ($chosen !== null) {
            return (new JournalEntry($this->app, $this->texts, $this->address))->html($chosen);
        }
        $list = new JournalList($this->filter());
        $paging = new Paging($this->texts, $this->address, self::PER_PAGE, $list->count());
        $entries = $list->page($paging->skipped(), self::PER_PAGE);
        $clients = self::clients($entries);
        $row = fn (Entry $entry): array => [
            Html::link(AdminPages::service($entry->serviceId, $clients[$entry->serviceId] ?? 0), "#$entry->serviceId"),
            Html::link($this->address->with(['entry' => $entry->id]), Moment::printed($entry->createdAt)),
            ...array_slice($this->facts($entry), 1),
        ];
        $table = $entries === []
            ? Html::paragraph($this->texts->get('partner.journal-empty'))
            : Html::table($this->head(), array_map($row, $entries)) . $paging->html();
        return $this->bar() . $table;
    }

    public function csv(): ?Csv
    {
        return new Csv($this->texts->language, 'ispmanager-journal', [...$this->head(), $this->texts->get('partner.client')], $this->lines());
    }

    private function filter(): Filter
    {
        $service = $this->address->number('service');
        $client = $this->address->number('client');
        [$from, $to] = [$this->address->date('from'), $this->address->date('to')];
        $services = match (true) {
            $service > 0 => [$service],
            $client > 0 => (new ServiceList())->ofClient($client),
            default => null,
        };
        return new Filter(
            $services,
            Operation::tryFrom($this->address->text('operation')),
            State::tryFrom($this->address->text('state')),
            $from === null ? 0 : (int) strtotime($from),
            $to === null ? PHP_INT_MAX : (int) strtotime("$to +1 day") - 1,
        );
    }

    private function bar(): string
    {
        $operations = $states = ['' => $this->texts->get('partner.any')];
        foreach (Operation::cases() as $operation) {
            $operations[$operation->value] = $this->texts->get("operation.$operation->value");
        }
        foreach (State::cases() as $state) {
            $states[$state->value] = $this->texts->get("journal.state.$state->value");
        }
        $field = fn (string $type, string $name): string => Html::input($type, $name, $this->texts->get("partner.$name"), $this->address->text($name));
        return $this->address->form(
            $field('text', 'service') . $field('text', 'client')
            . Html::select('operation', $this->texts->get('partner.operation'), $operations, $this->address->text('operation'))
            . Html::select('state', $this->texts->get('partner.state'), $states, $this->address->text('state'))
            . $field('date', 'from') . $field('date', 'to')
            . Html::submit($this->texts->get('partner.show'))
            . Html::link($this->address->with(['export' => 'csv', 'p' => '']), $this->texts->get('partner.export'))->html
        );
    }

    /** @return list<string> */
    private function head(): array
    {
        $name = fn (string $column): string => $this->texts->get("partner.$column");
        return array_map($name, ['service', 'at', 'operation', 'state', 'cost', 'order', 'server', 'who', 'what']);
    }

    /** @return list<string> all but the service */
    private function facts(Entry $entry): array
    {
        return [
            Moment::printed($entry->createdAt),
            $this->texts->get("operation.{$entry->operation->value}"),
            $this->texts->get("journal.state.{$entry->state->value}"),
            (string) $entry->cost,
            $entry->orderId,
            ($this->servers ??= $this->app->servers()->names())[$entry->serverId] ?? '',
            $this->who[$entry->fact('who')] ??= JournalEntry::who($this->texts, $entry),
            $this->texts->get($entry->textKey, $entry->textValues),
        ];
    }

    /**
     * @param list<Entry> $entries
     * @return array<int, int> by services
     */
    private static function clients(array $entries): array
    {
        return (new ServiceList())->clients(array_map(static fn (Entry $entry): int => $entry->serviceId, $entries));
    }

    /** @return iterable<list<string>> */
    private function lines(): iterable
    {
        foreach ((new JournalList($this->filter()))->all() as $entries) {
            $clients = self::clients($entries);
            foreach ($entries as $entry) {
                yield [(string) $entry->serviceId, ...$this->facts($entry), (string) ($clients[$entry->serviceId] ?? '')];
            }
        }
    }
}
