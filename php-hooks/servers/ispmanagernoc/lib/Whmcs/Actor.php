<?php

/**
 * Who has WHMCS do something: a member of staff, a client, or the automation.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Throwable;
use WHMCS\Database\Capsule;

final class Actor
{
    public const STAFF = 'staff';
    public const CLIENT = 'client';
    public const AUTOMATION = 'automation';

    private function __construct(public readonly string $kind, public readonly int $id)
    {
    }

    public static function current(): self
    {
        $staff = defined('CLIENTAREA') ? 0 : (int) ($_SESSION['adminid'] ?? 0);
        $client = $staff > 0 ? null : self::client();
        return match (true) {
            $staff > 0 => new self(self::STAFF, $staff),
            $client !== null => new self(self::CLIENT, $client),
            default => new self(self::AUTOMATION, 0),
        };
    }

    /** An order must not fail because WHMCS cannot say who is there. */
    private static function client(): ?int
    {
        try {
            return Visitor::clientId();
        } catch (Throwable) {
            return null;
        }
    }

    /** As __toString() gives it; null for anything else. */
    public static function parse(string $text): ?self
    {
        $isActor = preg_match('/^(staff|client|automation)(?: (\d+))?$/', $text, $part) === 1;
        return $isActor ? new self($part[1], (int) ($part[2] ?? 0)) : null;
    }

    public function __toString(): string
    {
        return $this->id === 0 ? $this->kind : "$this->kind $this->id";
    }

    /** The login of a member of staff; empty for others, and for one who is gone. */
    public function login(): string
    {
        $isStaff = $this->kind === self::STAFF;
        return $isStaff ? Encoded::decode((string) Capsule::table('tbladmins')->where('id', $this->id)->value('username')) : '';
    }
}
