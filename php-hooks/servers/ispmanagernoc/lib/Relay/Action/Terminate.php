<?php

/**
 * Ends the service in the account. WHMCS runs the command, so that its status and hooks follow.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Relay\ThroughWhmcs;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

final class Terminate extends Command
{
    protected function run(ServiceRecord $service, Message $message): string
    {
        ThroughWhmcs::check($this->app->moduleCommands()->terminate($service->id));
        return 'done.terminate';
    }
}
