<?php

/**
 * A random name of this WHMCS, made once: the account keeps it in each order, so that two installations never take each other's.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class Installation
{
    private const NAME = 'installation';

    public function id(): string
    {
        return OwnSettings::get(self::NAME) ?? OwnSettings::first(self::NAME, bin2hex(random_bytes(4)));
    }
}
