<?php

/**
 * The account took the order or renewal but it waits there for its payment. It must not be sent again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Exception;

defined('WHMCS') || exit;

final class OrderUnpaid extends CommandFailed
{
    public function errorCode(): string
    {
        return 'rejected';
    }
}
