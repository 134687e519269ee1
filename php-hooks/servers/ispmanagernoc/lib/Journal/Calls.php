<?php

/**
 * The request of an entry that was sent and what the account answered, without secrets. They explain an entry to a person; nothing is
 * decided by them, so they may be missing and are not kept for ever.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Journal;

use IspmanagerNoc\Account\Call;
use IspmanagerNoc\Clock;
use IspmanagerNoc\Whmcs\Database;

final class Calls
{
    /** As much as a person would read. */
    private const BYTES = 16_000;

    public function __construct(private readonly Clock $clock)
    {
    }

    public function keep(Entry $entry, Call $call): void
    {
        $cut = static fn (string $text): string => mb_strcut(mb_scrub($text, 'UTF-8'), 0, self::BYTES, 'UTF-8');
        // As JSON, which is ASCII: the connection may not take every letter.
        $kept = json_encode([
            'function' => $call->function,
            'request' => array_map($cut, $call->request),
            'answer' => $cut($call->answer),
            'outcome' => $cut($call->outcome),
        ], JSON_THROW_ON_ERROR);
        Database::put('calls', ['entry_id' => $entry->id], ['called_at' => $this->clock->now(), 'kept' => $kept]);
    }

    public function of(Entry $entry): ?Call
    {
        $kept = json_decode((string) Database::own('calls')->where('entry_id', $entry->id)->value('kept'), true);
        return is_array($kept) ? new Call($kept['function'], $kept['request'], $kept['answer'], $kept['outcome']) : null;
    }
}
