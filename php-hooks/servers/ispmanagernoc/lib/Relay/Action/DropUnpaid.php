<?php

/**
 * Takes what waits for its payment out of the account's cart.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

final class DropUnpaid extends Command
{
    protected function run(ServiceRecord $service, Message $message): string
    {
        $this->app->dropUnpaid()->run($service);
        return 'done.drop-unpaid';
    }
}
