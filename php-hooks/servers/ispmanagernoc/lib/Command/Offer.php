<?php

/**
 * One command as a page offers it: why it cannot be done now, what it costs, what should be confirmed first.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Texts;

final class Offer
{
    /**
     * @param string $name an action of the relay
     * @param CommandFailed|null $reason null when it can be done
     * @param string|null $warningKey a text
     */
    public function __construct(
        public readonly string $name,
        public readonly ?CommandFailed $reason,
        public readonly ?Money $cost = null,
        public readonly ?string $warningKey = null,
    ) {
    }

    /** @return array<string, mixed> as the panel reads it */
    public function toArray(Texts $texts): array
    {
        return [
            'name' => $this->name,
            'reason' => $this->reason === null ? null : $texts->ofFailure($this->reason),
            'cost' => $this->cost?->toArray(),
            'warning' => $this->warningKey === null ? null : $texts->get($this->warningKey),
        ];
    }
}
