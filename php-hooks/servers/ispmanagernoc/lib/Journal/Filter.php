<?php

/**
 * Which entries of the journal somebody wants to see.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Journal;

final class Filter
{
    /**
     * @param list<int>|null $services null for all
     * @param int $from, $to when the operation began, in seconds since 1970, both included
     */
    public function __construct(
        public readonly ?array $services = null,
        public readonly ?Operation $operation = null,
        public readonly ?State $state = null,
        public readonly int $from = 0,
        public readonly int $to = PHP_INT_MAX,
    ) {
    }
}
