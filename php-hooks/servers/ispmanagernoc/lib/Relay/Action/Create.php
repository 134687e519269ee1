<?php

/**
 * Orders the service at the cost that was confirmed. WHMCS runs the command, so that status, welcome e-mail and queue follow.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\Preflight;
use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Relay\ThroughWhmcs;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

final class Create extends Command
{
    protected function run(ServiceRecord $service, Message $message): string
    {
        $hadOrder = (new LiveOrder($this->app))->of($service) !== null;
        $this->confirm($service, $message->money('cost'));
        ThroughWhmcs::check($this->app->moduleCommands()->create($service->id));
        return $hadOrder ? 'done.create-same' : 'done.create';
    }

    /** WHMCS hands no cost on, so it is compared here; the command buys at this same price list, which is fresh from now on. */
    private function confirm(ServiceRecord $service, Money $confirmed): void
    {
        $preflight = new Preflight($this->app);
        $months = $preflight->period($service);
        $server = $preflight->serverForOrder($service);
        $tariffId = (int) $service->settings->tariffId;
        $prices = $this->app->prices()->fresh($server, $this->app->account($server), $tariffId);
        Preflight::refuseOtherCost($preflight->cost($preflight->tariff($tariffId, $prices), $months), $confirmed);
    }
}
