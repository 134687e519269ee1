<?php

/**
 * The account cannot be reached, so nothing was sent or nothing could be read.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Exception;

defined('WHMCS') || exit;

final class AccountDown extends CommandFailed
{
    public function errorCode(): string
    {
        return 'account-down';
    }
}
