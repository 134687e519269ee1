<?php

/**
 * One entry of the journal with all that is known of it: who, when, for how much, what was sent and what the account answered.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\Account\Call;
use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Calls;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Actor;

final class JournalEntry
{
    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
    }

    public function html(Entry $entry): string
    {
        $call = (new Calls($this->app->clock()))->of($entry);
        return '<p>' . Html::link($this->address->with(['entry' => '']), $this->texts->get('partner.journal-back'))->html . '</p>'
            . Html::facts($this->facts($entry, $call))
            . match (true) {
                $call !== null => Html::readOnly('request', $this->texts->get('journal.request'), self::request($call))
                    . Html::readOnly('answer', $this->texts->get('journal.answer'), $call->answer),
                $entry->sentAt > 0 => Html::paragraph($this->texts->get('journal.call-not-kept')),
                default => Html::paragraph($this->texts->get('journal.nothing-sent')),
            };
    }

    /** Who had it done, in the reader's words; empty for entries of a time when that was not noted. */
    public static function who(Texts $texts, Entry $entry): string
    {
        $actor = Actor::parse($entry->fact('who'));
        $name = $actor === null ? '' : ($actor->login() ?: "#$actor->id");
        return $actor === null ? '' : $texts->get("journal.who.$actor->kind", ['name' => $name]);
    }

    /** @return array<string, string> */
    private function facts(Entry $entry, ?Call $call): array
    {
        $moment = static fn (int $at): string => $at === 0 ? '' : Moment::printed($at);
        $facts = [
            'partner.service' => "#$entry->serviceId",
            'partner.operation' => $this->texts->get("operation.{$entry->operation->value}"),
            'partner.state' => $this->texts->get("journal.state.{$entry->state->value}"),
            'partner.what' => $this->texts->get($entry->textKey, $entry->textValues),
            'partner.who' => self::who($this->texts, $entry),
            'partner.cost' => (string) $entry->cost,
            'partner.order' => $entry->orderId,
            'partner.server' => $this->app->servers()->find($entry->serverId)->name ?? '',
            'partner.at' => $moment($entry->createdAt),
            'journal.sent-at' => $moment($entry->sentAt),
            'journal.closed-at' => $moment($entry->closedAt),
            'journal.outcome' => $call->outcome ?? '',
        ];
        return array_combine(array_map($this->texts->get(...), array_keys($facts)), $facts);
    }

    private static function request(Call $call): string
    {
        $line = static fn (string $name, string $value): string => "$name=$value";
        return implode("\n", array_map($line, ['func', ...array_keys($call->request)], [$call->function, ...array_values($call->request)]));
    }
}
