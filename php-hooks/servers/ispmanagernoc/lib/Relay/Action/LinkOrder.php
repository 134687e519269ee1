<?php

/**
 * Takes an order of the account over for a service. One that waits for its order is finished by WHMCS itself, so that status, welcome
 * e-mail and queue follow; the command finds its order there and sends nothing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Relay\ThroughWhmcs;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

final class LinkOrder extends Command
{
    protected function run(ServiceRecord $service, Message $message): string
    {
        $this->app->linkOrder()->run($service, $message->orderId('order'));
        if ($service->status === 'Pending') {
            ThroughWhmcs::check($this->app->moduleCommands()->create($service->id));
        }
        return 'done.link-order';
    }
}
