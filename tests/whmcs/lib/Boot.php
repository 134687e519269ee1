<?php

/**
 * Starts a request (or a command) in an installation: settings, database, session, request encoding, hooks.
 */

declare(strict_types=1);

namespace Standin;

use Standin\Module\HookFiles;
use WHMCS\Config\Setting;

final class Boot
{
    /** @param array<string, mixed> $configuration the variables of configuration.php */
    public static function web(string $root, array $configuration): void
    {
        set_exception_handler(self::explain(...));
        // Pages are buffered, so that a module may throw away what was printed and answer something else.
        ob_start();
        self::open($root, $configuration);
        self::session("$root/storage/sessions");
        Request::encode(Setting::getValue('StandinEncodeRequest') === 'on');
        HookFiles::load();
    }

    /** @param array<string, mixed> $configuration */
    public static function command(string $root, array $configuration): void
    {
        self::open($root, $configuration);
        HookFiles::load();
    }

    private static function open(string $root, array $configuration): void
    {
        Installation::open(
            $root,
            "$root/modules",
            $configuration['cc_encryption_hash'],
            $configuration['customadminpath'] ?: 'admin'
        );
        Database::connect($configuration['standin_database']);
        $GLOBALS['CONFIG'] = \WHMCS\Database\Capsule::table('tblconfiguration')->pluck('value', 'setting')->all();
    }

    private static function session(string $directory): void
    {
        session_save_path($directory);
        session_name('WHMCSstandin');
        // Behind a proxy the request itself does not tell that the browser speaks HTTPS.
        $isSecure = str_starts_with((string) Setting::getValue('SystemURL'), 'https:');
        session_set_cookie_params(['path' => '/', 'secure' => $isSecure, 'httponly' => true, 'samesite' => 'Lax']);
        session_start();
    }

    /** What nobody caught is shown in full: a stand-in has no visitors to protect from it. */
    private static function explain(\Throwable $error): void
    {
        while (ob_get_level() > 0) {
            ob_end_clean();
        }
        error_log((string) $error);
        http_response_code(500);
        header('Content-Type: text/html; charset=utf-8');
        echo '<!doctype html><title>Error</title><h1>Something went wrong in the WHMCS stand-in</h1><pre id="standin-error">',
            Html::encode(get_class($error) . ': ' . $error->getMessage() . "\n\n" . $error->getTraceAsString()), '</pre>';
    }
}
