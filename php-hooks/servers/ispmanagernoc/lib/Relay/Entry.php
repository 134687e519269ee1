<?php

/**
 * The two pages of WHMCS that take messages. WHMCS has checked the login there; the guard checks everything again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

enum Entry: string
{
    case Staff = 'staff';
    case Client = 'client';
}
