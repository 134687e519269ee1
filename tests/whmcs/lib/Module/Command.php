<?php

/**
 * Runs a module command on a service the way WHMCS does: Pre… hook, the module's function, status, e-mail, After… hook.
 */

declare(strict_types=1);

namespace Standin\Module;

use Standin\Clock;
use Standin\HookNames;
use Standin\Hooks;
use Standin\Log;
use Standin\Mail;
use Standin\ServerChoice;
use WHMCS\Database\Capsule;

final class Command
{
    /** What WHMCS calls the command => the module's function, in the order of the buttons. */
    public const FUNCTIONS = [
        'Create' => 'CreateAccount',
        'Renew' => 'Renew',
        'Suspend' => 'SuspendAccount',
        'Unsuspend' => 'UnsuspendAccount',
        'Terminate' => 'TerminateAccount',
    ];

    /** @return string 'success' or a text for staff */
    public static function run(string $action, int $serviceId): string
    {
        if ($action === 'Create') {
            ServerChoice::assign($serviceId);
        }
        return self::perform($action, self::FUNCTIONS[$action], $serviceId);
    }

    /** One of the module's own buttons. */
    public static function custom(string $function, int $serviceId): string
    {
        return self::perform('Custom', $function, $serviceId);
    }

    /** As run(), for the automation: a failure goes to the module queue and to the activity log, and is not repeated. */
    public static function automated(string $action, int $serviceId): string
    {
        $result = self::run($action, $serviceId);
        $result === 'success' ? Queue::finish($serviceId, $action) : Queue::add($serviceId, $action, $result);
        return $result;
    }

    private static function perform(string $action, string $function, int $serviceId): string
    {
        $params = Params::forService($serviceId);
        if (!ServerModule::isInstalled((string) $params['moduletype'])) {
            return 'No module is assigned to the product of this service';
        }
        $module = ServerModule::load($params['moduletype']);
        if (!$module->has($function)) {
            return 'Function Not Supported by Module';
        }
        $overrides = HookNames::isRun("PreModule$action") ? Hooks::merged("PreModule$action", ['params' => $params]) : [];
        if ($overrides['abortcmd'] ?? false) {
            return 'Function Aborted by Action Hook Code';
        }
        $params = array_merge($params, $overrides);
        $result = (string) $module->call($function, $params);
        $label = $action === 'Custom' ? "Custom ($function)" : $action;
        if ($result === 'success') {
            self::settle($action, $serviceId);
            Log::activity("Module $label Successful - Service ID: $serviceId", (int) $params['userid']);
            self::after("AfterModule$action", ['params' => $params]);
        } else {
            Log::activity("Module $label Failed - Service ID: $serviceId - Error: $result", (int) $params['userid']);
            self::after("AfterModule{$action}Failed", ['params' => $params, 'failureResponseMessage' => $result]);
        }
        return $result;
    }

    private static function settle(string $action, int $serviceId): void
    {
        $service = Capsule::table('tblhosting')->where('id', $serviceId);
        match ($action) {
            'Create' => $service->update(['domainstatus' => 'Active', 'termination_date' => '0000-00-00']),
            'Suspend' => $service->update(['domainstatus' => 'Suspended']),
            'Unsuspend' => $service->update(['domainstatus' => 'Active']),
            'Terminate' => $service->update(['domainstatus' => 'Terminated', 'termination_date' => Clock::today()]),
            default => null,
        };
        if ($action === 'Create') {
            Mail::welcome($serviceId);
        }
    }

    private static function after(string $hookPoint, array $vars): void
    {
        if (HookNames::isRun($hookPoint)) {
            Hooks::run($hookPoint, $vars);
        }
    }
}
