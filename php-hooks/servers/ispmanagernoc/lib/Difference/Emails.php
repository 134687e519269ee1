<?php

/**
 * The BitNinja e-mails that an account's lists do not show. To ask for each order would be a request per service and day, so a part is looked
 * at each time, in turn; what differed at the last look is looked at each time.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Difference;

use Generator;
use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\Whmcs\OwnSettings;

final class Emails
{
    /** Requests a day for each account. */
    private const IN_TURN = 50;

    /** @var array<int, array{string, int}> type of the goods and service, by the order's number */
    private array $unseen = [];

    /** @param string $account its fingerprint */
    public function __construct(private readonly string $account, private readonly Differences $differences)
    {
    }

    /** An order as a list shows it, which may be without its e-mail. */
    public function listed(RemoteService $remote, string $itemType, KnownService $service): void
    {
        if ($service->isHere && $service->email !== '' && !$remote->isDeleted() && ($remote->fields[WhmcsSide::EMAIL] ?? '') === '') {
            $this->unseen[(int) $remote->id] = [$itemType, $service->id];
        }
    }

    /** @return Generator<RemoteService> orders as the account's forms show them */
    public function look(Account $account): Generator
    {
        ksort($this->unseen);
        $flagged = array_flip($this->differences->servicesWith(DifferenceKind::Email));
        $before = (int) OwnSettings::get($this->name());
        $again = array_filter($this->unseen, static fn (array $of): bool => isset($flagged[$of[1]]));
        $rest = array_diff_key($this->unseen, $again);
        $next = array_filter($rest, static fn (int $order): bool => $order > $before, ARRAY_FILTER_USE_KEY);
        $turn = array_slice($next + $rest, 0, self::IN_TURN, true);
        foreach ($again + $turn as $order => [$itemType]) {
            $remote = $account->form($itemType, (string) $order);
            if ($remote !== null) {
                yield $remote;
            }
        }
        if ($turn !== []) {
            OwnSettings::set($this->name(), (string) array_key_last($turn));
        }
    }

    private function name(): string
    {
        return 'emails-until:' . substr($this->account, 0, 16);
    }
}
