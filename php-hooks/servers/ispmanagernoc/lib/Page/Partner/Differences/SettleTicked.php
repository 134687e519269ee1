<?php

/**
 * Asks the account what came of operations whose outcome is open, at once instead of by the next cron. Nothing is sent again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\App;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;

defined('WHMCS') || exit;

final class SettleTicked implements TickedRepair
{
    private readonly Words $words;

    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
        $this->words = new Words($texts);
    }

    public static function name(): string
    {
        return 'settle';
    }

    public static function kinds(): array
    {
        return [DifferenceKind::Unsettled];
    }

    public static function isFor(Difference $difference): bool
    {
        return in_array($difference->kind, self::kinds(), true);
    }

    public function will(Difference $difference): string
    {
        return implode(' ', array_map($this->words->ofEntry(...), $this->app->journal()->open($difference->serviceId)));
    }

    public function repair(Difference $difference, float $deadline): Attempt
    {
        $serviceId = $difference->serviceId;
        $entries = $this->app->settle()->ofService($serviceId, $deadline);
        if ($entries === []) {
            $this->app->differences()->forget($serviceId, self::kinds());
            return Attempt::done($this->texts->get('differs.settled-already'));
        }
        $isOpen = array_filter($entries, static fn (Entry $entry): bool => $entry->state->isOpen()) !== [];
        $told = implode(' ', array_map($this->words->ofEntry(...), $entries));
        if ($isOpen) {
            return Attempt::failed("$told {$this->texts->get('differs.settle.open')}");
        }
        $service = $this->app->services()->find($serviceId);
        Reports::note($this->texts->get('differs.note.settle', ['service' => $serviceId, 'what' => $told]), $service->clientId ?? 0);
        $isUnfinished = array_filter($entries, static fn (Entry $entry): bool => self::waitsForWhmcs($entry, (string) $service?->status)) !== [];
        return Attempt::done($isUnfinished ? "$told {$this->texts->get('differs.settle.unfinished')}" : $told);
    }

    /** Whether the account has done it and WHMCS, which was told, has not taken it over. */
    private static function waitsForWhmcs(Entry $entry, string $status): bool
    {
        return $entry->state === State::Done && match ($entry->operation) {
            Operation::Create => $status === 'Pending',
            Operation::Terminate => !in_array($status, ['', 'Terminated', 'Cancelled'], true),
            Operation::Renew, Operation::ChangePeriod, Operation::StopRenewal => false,
        };
    }
}
