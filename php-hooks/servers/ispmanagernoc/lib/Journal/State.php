<?php

/**
 * How far an operation that spends has come. The names are the panel's.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Journal;

enum State: string
{
    /** One process has the right to send it; nothing is sent yet. */
    case Claimed = 'claimed';
    /** It may be on its way: from here on it is never sent again. */
    case Sent = 'sent';
    case Done = 'done';
    case Rejected = 'rejected';
    /** The account took it but waits for its payment. */
    case Unpaid = 'unpaid';
    /** The answer was lost; the account is being asked. */
    case Unknown = 'unknown';
    /** It is certain that the account did not do it. */
    case NotPlaced = 'not-placed';

    /** @return list<self> */
    public static function open(): array
    {
        return array_values(array_filter(self::cases(), static fn (self $state): bool => $state->isOpen()));
    }

    public function isOpen(): bool
    {
        return match ($this) {
            self::Claimed, self::Sent, self::Unpaid, self::Unknown => true,
            self::Done, self::Rejected, self::NotPlaced => false,
        };
    }
}
