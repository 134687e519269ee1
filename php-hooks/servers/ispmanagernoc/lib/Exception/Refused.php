<?php

/**
 * The command cannot be done as things stand. Nothing was sent.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Exception;

defined('WHMCS') || exit;

final class Refused extends CommandFailed
{
    public function errorCode(): string
    {
        return 'refused';
    }
}
