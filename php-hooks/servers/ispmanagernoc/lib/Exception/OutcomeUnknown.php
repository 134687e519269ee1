<?php

/**
 * It is not known whether the account did it. The module finds out by asking, never by sending again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Exception;

defined('WHMCS') || exit;

final class OutcomeUnknown extends CommandFailed
{
    public function errorCode(): string
    {
        return 'outcome-unknown';
    }
}
