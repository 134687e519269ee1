<?php

/**
 * Runs a command that WHMCS itself asks for: by order, payment, cron or staff button.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Partner\Access;
use IspmanagerNoc\Whmcs\Staff;
use IspmanagerNoc\Whmcs\StaffButton;

final class Native
{
    /**
     * @param 'CreateAccount'|'Renew'|'TerminateAccount'|'Sync' $function a function of WHMCS
     * @param array<string, mixed> $params
     */
    public static function run(string $function, array $params): void
    {
        if ((int) ($params['addonId'] ?? 0) > 0) {
            throw new Refused('refused.product-addon');
        }
        if (StaffButton::isAnyPressed() && !Access::mayManage(Staff::current())) {
            throw new Refused('refused.read-only');
        }
        $serviceId = (int) ($params['serviceid'] ?? 0);
        if ($serviceId <= 0) {
            throw new Refused('refused.no-service');
        }
        $app = App::get();
        $service = $app->services()->find($serviceId) ?? throw new Refused('refused.no-service');
        match ($function) {
            'CreateAccount' => $app->create()->run($service),
            'Renew' => $app->renew()->run($service, isPressed: StaffButton::isPressed('renew')),
            'TerminateAccount' => $app->terminate()->run($service),
            'Sync' => $app->sync()->run($service),
        };
    }
}
