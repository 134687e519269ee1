<?php

/**
 * What staff may do: the labels WHMCS documents for administrator roles, numbered for tbladminperms by this stand-in alone.
 */

declare(strict_types=1);

namespace Standin;

use WHMCS\Database\Capsule;

final class Permissions
{
    public const LABELS = [
        1 => 'Main Homepage',
        2 => 'My Account',
        3 => 'List Clients',
        4 => 'View Clients Summary',
        5 => 'View Clients Products/Services',
        6 => 'Edit Clients Products/Services',
        7 => 'Perform Server Operations',
        8 => 'View Orders',
        9 => 'View Order Details',
        10 => 'Manage Invoice',
        11 => 'List Invoices',
        12 => 'Configure Servers',
        13 => 'View Products/Services',
        14 => 'Edit Products/Services',
        15 => 'Configure Addon Modules',
        16 => 'Addon Modules',
        17 => 'Apps and Integrations',
        18 => 'Configure Administrator Roles',
        19 => 'Configure General Settings',
        20 => 'Configure Automation Settings',
        21 => 'Create/Edit Email Templates',
        22 => 'View Activity Log',
        23 => 'View Module Debug Log',
        24 => 'Module Queue',
        25 => 'View Email Message Log',
        81 => 'API Access',
    ];
    public const SALES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 16, 24, 25];
    public const SUPPORT = [1, 2, 3, 4, 5, 8, 9, 16, 25];

    /** @return list<string> labels */
    public static function ofRole(int $roleId): array
    {
        $ids = Capsule::table('tbladminperms')->where('roleid', $roleId)->pluck('permid')->all();
        return array_values(array_intersect_key(self::LABELS, array_flip($ids)));
    }
}
