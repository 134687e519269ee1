<?php

/**
 * The guard around every hook: whatever goes wrong inside is logged, and WHMCS's page or event goes on.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use Closure;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use Throwable;

final class Hook
{
    /** What add_hook() is given: the class of this folder is made when WHMCS comes to the hook, and not before. */
    public static function named(string $name): Closure
    {
        return static fn (mixed $vars = []): mixed => self::run($name, is_array($vars) ? $vars : []);
    }

    /** @param array<string, mixed> $vars */
    private static function run(string $name, array $vars): mixed
    {
        try {
            $class = __NAMESPACE__ . '\\' . $name;
            return (new $class())($vars);
        } catch (Throwable $failure) {
            self::report($name, $failure);
            return null;
        }
    }

    /** Of a damaged copy the classes that write the logs may be missing as well. */
    private static function report(string $name, Throwable $failure): void
    {
        try {
            $failure instanceof CommandFailed
                ? Reports::note(Texts::current()->ofFailure($failure))
                : Reports::failure("hook $name", $failure);
        } catch (Throwable $another) {
            error_log("ispmanager NOC: hook $name failed: {$failure->getMessage()}; and then: {$another->getMessage()}");
        }
    }
}
