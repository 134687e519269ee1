<?php

/**
 * What came of a command that WHMCS itself ran on the module: WHMCS hands back a text alone, so the module's own failure is
 * picked up where it passed.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

use IspmanagerNoc\Entry;
use IspmanagerNoc\Exception\Refused;

final class ThroughWhmcs
{
    /** @param string|null $complaint WHMCS's text; null for a success */
    public static function check(?string $complaint): void
    {
        if ($complaint === null) {
            return;
        }
        throw Entry::lastFailure() ?? new Refused('relay.whmcs-refused', ['text' => $complaint]);
    }
}
