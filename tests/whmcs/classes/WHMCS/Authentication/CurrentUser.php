<?php

/**
 * Who is asking: staff, a client's user, or both in the same session.
 */

declare(strict_types=1);

namespace WHMCS\Authentication;

use WHMCS\User\Admin;
use WHMCS\User\Client;
use WHMCS\User\User;

final class CurrentUser
{
    public function isAuthenticatedUser(): bool
    {
        return $this->user() !== null;
    }

    public function isAuthenticatedAdmin(): bool
    {
        return $this->admin() !== null;
    }

    public function isMasqueradingAdmin(): bool
    {
        return $this->isAuthenticatedAdmin() && isset($_SESSION['standin_masquerade']);
    }

    public function user(): ?User
    {
        return User::find((int) ($_SESSION['standin_user'] ?? 0));
    }

    public function client(): ?Client
    {
        return Client::find((int) ($_SESSION['uid'] ?? 0));
    }

    public function admin(): ?Admin
    {
        return Admin::where('disabled', 0)->find((int) ($_SESSION['adminid'] ?? 0));
    }
}
