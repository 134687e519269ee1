<?php

/**
 * Creates every table that the stand-in has; the columns are those that public sources attest.
 *
 * Text columns have no default, as in WHMCS under a strict SQL mode: an insert that forgets one fails here.
 */

declare(strict_types=1);

namespace Standin;

final class Schema
{
    public static function create(): void
    {
        Schema\Settings::create();
        Schema\People::create();
        Schema\Products::create();
        Schema\Servers::create();
        Schema\Billing::create();
        Schema\Logs::create();
    }
}
