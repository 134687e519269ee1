<?php

/**
 * Renews the service at the cost that was confirmed, for its paid invoice or by a person's deliberate word. WHMCS has no command
 * for renewals, so the module's own runs directly.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\Command\Confirmation;
use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

final class Renew extends Command
{
    protected function run(ServiceRecord $service, Message $message): string
    {
        $this->app->renew()->run($service, new Confirmation(
            $message->moneyOrNone('cost'),
            $message->date('expires'),
            $message->mark('confirmation'),
        ));
        return 'done.renew';
    }
}
