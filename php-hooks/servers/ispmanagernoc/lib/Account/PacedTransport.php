<?php

/**
 * Leaves a pause between two requests, for accounts that do not like to be asked too fast.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use IspmanagerNoc\Clock;

defined('WHMCS') || exit;

final class PacedTransport implements Transport
{
    private ?float $lastAt = null;

    /** @param float $pause seconds */
    public function __construct(private readonly Transport $transport, private readonly Clock $clock, private readonly float $pause)
    {
    }

    public function post(Request $request): Reply
    {
        $left = $this->lastAt === null ? 0.0 : $this->lastAt + $this->pause - $this->clock->elapsed();
        if ($left > 0) {
            $this->clock->pause($left);
        }
        try {
            return $this->transport->post($request);
        } finally {
            $this->lastAt = $this->clock->elapsed();
        }
    }
}
