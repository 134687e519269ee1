<?php

/**
 * Which of the roles that may use the addon may change anything through it. The others may look, and have the account asked.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Partner;

use IspmanagerNoc\Whmcs\OwnSettings;
use IspmanagerNoc\Whmcs\Staff;

final class Access
{
    private const READERS = 'readers';

    public static function mayManage(?Staff $staff): bool
    {
        return $staff !== null && !in_array($staff->roleId, self::readers(), true);
    }

    /** @return list<int> roles that may only look */
    public static function readers(): array
    {
        return array_values(array_map(intval(...), array_filter(explode(',', OwnSettings::get(self::READERS) ?? ''))));
    }

    /**
     * Nobody can shut out the own role, so there is always one that manages.
     *
     * @param list<int> $roleIds
     */
    public static function setReaders(array $roleIds, Staff $by): void
    {
        $others = array_filter($roleIds, static fn (int $role): bool => $role > 0 && $role !== $by->roleId);
        OwnSettings::set(self::READERS, implode(',', array_unique($others)));
    }
}
