<?php

/**
 * The member of staff behind this request and what their role allows.
 */

declare(strict_types=1);

namespace Standin\Admin;

use Standin\Permissions;
use Standin\Request;
use WHMCS\Database\Capsule;

final class Staff
{
    public static function current(): ?object
    {
        $adminId = (int) ($_SESSION['adminid'] ?? 0);
        return Capsule::table('tbladmins')->where(['id' => $adminId, 'disabled' => 0])->first();
    }

    public static function login(string $username, string $password): bool
    {
        $admin = Capsule::table('tbladmins')->where(['username' => $username, 'disabled' => 0])->first();
        if ($admin === null || !password_verify($password, $admin->password)) {
            return false;
        }
        session_regenerate_id(true);
        $_SESSION['adminid'] = (int) $admin->id;
        unset($_SESSION['standin_token']);
        return true;
    }

    /** Ends the request at the login page, or with a refusal when the role lacks the permission. */
    public static function require(string $permission): object
    {
        $admin = self::current();
        if ($admin === null) {
            Request::redirect('login.php?redirect=' . rawurlencode(basename($_SERVER['SCRIPT_NAME']) . '?' . ($_SERVER['QUERY_STRING'] ?? '')));
        }
        if (!self::may($permission)) {
            http_response_code(403);
            Page::show('Access Denied', 'denied', ['permission' => $permission]);
        }
        if (Request::isPost()) {
            self::requireToken();
        }
        return $admin;
    }

    public static function may(string $permission): bool
    {
        $admin = self::current();
        return $admin !== null && in_array($permission, Permissions::ofRole((int) $admin->roleid), true);
    }

    public static function requireToken(): void
    {
        check_token('WHMCS.admin.default');
    }

    public static function language(): string
    {
        return (self::current()->language ?? '') ?: 'english';
    }
}
