<?php

/**
 * Takes the account's data over into WHMCS.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

final class Sync extends Command
{
    protected function run(ServiceRecord $service, Message $message): string
    {
        return $this->app->sync()->run($service) === [] ? 'done.sync-same' : 'done.sync';
    }
}
