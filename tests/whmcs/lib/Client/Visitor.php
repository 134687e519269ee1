<?php

/**
 * The client behind this request, if one is logged in.
 */

declare(strict_types=1);

namespace Standin\Client;

use Standin\Request;
use WHMCS\Database\Capsule;

final class Visitor
{
    public static function client(): ?object
    {
        return Capsule::table('tblclients')->find((int) ($_SESSION['uid'] ?? 0));
    }

    public static function login(string $email, string $password): bool
    {
        $user = Capsule::table('tblusers')->where('email', $email)->first();
        if ($user === null || !password_verify($password, $user->password)) {
            return false;
        }
        $clientId = Capsule::table('tblusers_clients')->where('auth_user_id', $user->id)->value('client_id');
        session_regenerate_id(true);
        $_SESSION['uid'] = (int) $clientId;
        $_SESSION['standin_user'] = (int) $user->id;
        return true;
    }

    /** Staff look at the client area as this client. */
    public static function masquerade(int $clientId): void
    {
        $_SESSION['uid'] = $clientId;
        $_SESSION['standin_user'] = (int) Capsule::table('tblusers_clients')->where('client_id', $clientId)->value('auth_user_id');
        $_SESSION['standin_masquerade'] = true;
    }

    /** Ends the request at the login page when nobody is logged in. */
    public static function require(): object
    {
        $client = self::client();
        if ($client === null) {
            $_SESSION['standin_return'] = basename($_SERVER['SCRIPT_NAME']) . '?' . ($_SERVER['QUERY_STRING'] ?? '');
            Request::redirect('login.php');
        }
        return $client;
    }

    /** Where to go after login or registration. */
    public static function takeReturn(): string
    {
        $target = $_SESSION['standin_return'] ?? 'clientarea.php';
        unset($_SESSION['standin_return']);
        return $target;
    }

    public static function currency(): object
    {
        $currencyId = (int) (self::client()->currency ?? $_SESSION['currency'] ?? 0);
        return Capsule::table('tblcurrencies')->find($currencyId) ?? Capsule::table('tblcurrencies')->where('default', 1)->first();
    }

    public static function language(): string
    {
        $chosen = Request::text('language');
        if (in_array($chosen, ['english', 'russian'], true)) {
            $_SESSION['Language'] = $chosen;
        }
        return (string) ($_SESSION['Language'] ?? \WHMCS\Config\Setting::getValue('Language'));
    }
}
