<?php

/**
 * Stops calls to an account that does not answer: after five failures of the way in a row there is none for a minute, and then one at a
 * time until one succeeds. It is kept in the database, so that it holds for every PHP process and web node.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use IspmanagerNoc\Clock;
use IspmanagerNoc\Whmcs\Database;

final class Breaker
{
    public const FAILURES = 5;
    public const SECONDS = 60;

    public function __construct(private readonly Clock $clock)
    {
    }

    /** Whether a call may be made now. A caller that is admitted after the pause keeps the others waiting until it has reported. */
    public function admits(int $serverId): bool
    {
        $row = Database::own('breakers')->where('server_id', $serverId)->first();
        if ($row === null || (int) $row->failures < self::FAILURES) {
            return true;
        }
        $now = $this->clock->now();
        return (int) $row->open_until <= $now && Database::own('breakers')
            ->where(['server_id' => $serverId, 'open_until' => $row->open_until])
            ->where('failures', '>=', self::FAILURES)
            ->update(['open_until' => $now + self::SECONDS]) === 1;
    }

    /** @return int until when no call is made, in seconds since 1970; 0 while the account answers */
    public function openUntil(int $serverId): int
    {
        return (int) Database::own('breakers')->where('server_id', $serverId)->where('failures', '>=', self::FAILURES)->value('open_until');
    }

    public function failed(int $serverId): void
    {
        Database::own('breakers')->insertOrIgnore(['server_id' => $serverId]);
        Database::own('breakers')->where('server_id', $serverId)->increment('failures');
        Database::own('breakers')
            ->where('server_id', $serverId)
            ->where('failures', '>=', self::FAILURES)
            ->update(['open_until' => $this->clock->now() + self::SECONDS]);
    }

    public function succeeded(int $serverId): void
    {
        Database::own('breakers')
            ->where('server_id', $serverId)
            ->where('failures', '>', 0)
            ->update(['failures' => 0, 'open_until' => 0]);
    }
}
