<?php

/**
 * The end of an order's auto-renewal in the account: whether the account may be told, whether it shows it, and what staff read of it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Endings;
use IspmanagerNoc\Whmcs\Reports;

final class RenewalStop
{
    private const ATTEMPTS = 3;
    private const BETWEEN_SECONDS = 86400;

    public function __construct(private readonly App $app)
    {
    }

    /** Whether the account says that it will not renew the order. */
    public static function isShown(?RemoteService $remote): bool
    {
        return $remote !== null && ($remote->isDeleted() || !$remote->renewsItself());
    }

    /** Whether its form, after it was told, does not contradict it: an account may have another word for none. */
    public static function isTaken(?RemoteService $form): bool
    {
        return $form === null || $form->isDeleted() || (int) $form->autoRenewal === 0;
    }

    /** Whether the account may be told, once more if it was told in vain: that spends nothing. */
    public function isDue(int $serviceId, string $key): bool
    {
        $failed = $this->attempts($serviceId, $key);
        return $failed === []
            || (count($failed) < self::ATTEMPTS && $this->app->clock()->now() - $failed[0]->closedAt >= self::BETWEEN_SECONDS);
    }

    public function done(Entry $entry): void
    {
        $this->app->journal()->done($entry, $entry->orderId, 'journal.renewal-stopped', ['order' => $entry->orderId]);
        $textKey = Endings::isCompletion($entry->fact('ending')) ? 'stop-renewal.completed' : 'stop-renewal.request';
        $this->note($entry, $textKey);
    }

    /** The journal has closed the entry by now, with the reason. */
    public function failed(Entry $entry): void
    {
        $closed = $this->app->journal()->get($entry->id) ?? $entry;
        $this->note($entry, 'stop-renewal.failed', [
            'reason' => Texts::current()->get($closed->textKey, $closed->textValues),
            'attempt' => count($this->attempts($entry->serviceId, $entry->key)),
            'attempts' => self::ATTEMPTS,
        ]);
    }

    /** @param array<string, string|int> $values */
    private function note(Entry $entry, string $textKey, array $values = []): void
    {
        $text = Texts::current()->get($textKey, ['service' => $entry->serviceId, 'order' => $entry->orderId] + $values);
        Reports::note($text, $this->app->services()->find($entry->serviceId)->clientId ?? 0);
    }

    /** @return list<Entry> those that were sent in vain, the newest first */
    private function attempts(int $serviceId, string $key): array
    {
        $isVain = static fn (Entry $entry): bool => $entry->sentAt > 0 && str_starts_with($entry->key, "$key#");
        return array_values(array_filter($this->app->journal()->forService($serviceId), $isVain));
    }
}
