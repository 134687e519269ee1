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
        } catch (CommandFailed $failure) {
            Reports::note(Texts::current()->ofFailure($failure));
            return null;
        } catch (Throwable $failure) {
            Reports::failure("hook $name", $failure);
            return null;
        }
    }
}
