<?php

/**
 * Changes the billing cycle of a service, in WHMCS and where the account renews by itself also there.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

final class ChangePeriod extends Command
{
    protected function run(ServiceRecord $service, Message $message): string
    {
        $this->app->changePeriod()->run($service, $message->id('months'));
        return 'done.change-period';
    }
}
