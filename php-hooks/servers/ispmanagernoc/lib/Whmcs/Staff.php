<?php

/**
 * The member of staff who is logged in to WHMCS's admin area.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use WHMCS\Database\Capsule;

final class Staff
{
    private function __construct(
        public readonly int $id,
        public readonly int $roleId,
        public readonly string $language,
    ) {
    }

    public static function current(): ?self
    {
        $id = (int) ($_SESSION['adminid'] ?? 0);
        $row = $id > 0 ? Capsule::table('tbladmins')->where(['id' => $id, 'disabled' => 0])->first() : null;
        return $row === null ? null : new self($id, (int) $row->roleid, (string) ($row->language ?? ''));
    }
}
