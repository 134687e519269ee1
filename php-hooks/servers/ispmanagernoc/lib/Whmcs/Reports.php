<?php

/**
 * What the module writes into WHMCS's logs: what it asked of the account, what went wrong, and notes for staff.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Illuminate\Database\QueryException;
use Throwable;

final class Reports
{
    /**
     * A call of the account, already masked by key.
     *
     * @param array<string, string> $request
     * @param list<string> $secrets masked once more wherever they stand
     */
    public static function accountCall(string $function, array $request, string $answer, string $outcome, array $secrets): void
    {
        if (function_exists('logModuleCall')) {
            logModuleCall(Module::NAME, $function, $request, $answer, $outcome, $secrets);
        }
    }

    /** A note for staff in the activity log, about a client's service. Where it cannot be written, whatever it is about goes on. */
    public static function note(string $text, int $clientId = 0): void
    {
        try {
            if (function_exists('logActivity')) {
                logActivity("ispmanager NOC: $text", $clientId);
            }
        } catch (Throwable $failure) {
            error_log("ispmanager NOC: $text (not noted in WHMCS: " . $failure::class . ')');
        }
    }

    /** Logs a failure that nobody foresaw. @return string the reference under which it is found */
    public static function failure(string $where, Throwable $failure): string
    {
        $reference = bin2hex(random_bytes(4));
        $cause = $failure instanceof QueryException ? ($failure->getPrevious() ?? $failure) : $failure;
        try {
            self::note("$where failed, reference $reference: " . $failure::class . ' at ' . basename($failure->getFile()) . ':' . $failure->getLine());
            if (function_exists('logModuleCall')) {
                logModuleCall(Module::NAME, $where, ['reference' => $reference], $cause->getMessage(), self::trace($failure), []);
            }
        } catch (Throwable) {
            error_log("ispmanager NOC: $where failed, reference $reference: " . $failure::class);
        }
        return $reference;
    }

    /** Places only: arguments may hold secrets. */
    private static function trace(Throwable $failure): string
    {
        $lines = [];
        foreach (array_slice($failure->getTrace(), 0, 20) as $step) {
            $class = explode("\0", $step['class'] ?? '')[0];
            $lines[] = basename($step['file'] ?? '') . ':' . ($step['line'] ?? 0) . " $class::{$step['function']}";
        }
        return implode("\n", $lines);
    }
}
