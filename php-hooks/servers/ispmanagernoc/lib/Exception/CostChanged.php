<?php

/**
 * The cost is no longer the one that a person confirmed. Nothing was sent.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Exception;

defined('WHMCS') || exit;

final class CostChanged extends CommandFailed
{
    public function errorCode(): string
    {
        return 'cost-changed';
    }
}
