<?php

/**
 * Thrown whenever something is asked that the stand-in does not know, so that a test never passes on a guess.
 */

declare(strict_types=1);

namespace Standin;

final class NotModelled extends \LogicException
{
    public function __construct(string $what)
    {
        parent::__construct("The WHMCS stand-in does not model $what. Add it from public documentation, or do not rely on it.");
    }
}
