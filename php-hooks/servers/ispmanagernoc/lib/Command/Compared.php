<?php

/**
 * What is told of one account's comparison, in the words of whom it ran for.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

final class Compared
{
    /** @param bool $isDone false where it was put off */
    public function __construct(public readonly bool $isDone, public readonly string $text)
    {
    }
}
