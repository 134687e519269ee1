<?php

/**
 * Whose page of WHMCS a message came from. WHMCS has checked the login there; the guard checks everything again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

enum Audience: string
{
    case Staff = 'staff';
    case Client = 'client';
}
