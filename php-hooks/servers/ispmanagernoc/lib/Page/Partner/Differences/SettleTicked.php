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
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;

final class SettleTicked
{
    /** The name of the ticks. */
    public const FIELD = 'open';

    private readonly Words $words;

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
        $this->words = new Words($texts);
    }

    public static function isFor(Difference $difference): bool
    {
        return $difference->kind === DifferenceKind::Unsettled;
    }

    /**
     * @param list<int> $services
     * @return string empty where nothing of them is open
     */
    public function preview(array $services): string
    {
        $services = $this->unsettled($services);
        if ($services === []) {
            return '';
        }
        $links = new ServiceLinks($services);
        $row = fn (int $service): array => [$links->to($service), implode(' ', array_map(
            $this->words->ofEntry(...),
            $this->app->journal()->open($service)
        ))];
        return Html::paragraph($this->texts->get('differs.settle.about'))
            . Html::table([$this->texts->get('partner.service'), $this->texts->get('differs.what')], array_map($row, $services))
            . $this->address->post(
                InTurn::hidden(self::FIELD, $services)
                . Html::submit($this->texts->get('differs.settle'), 'settle', 'btn-primary') . ' '
                . Html::submit($this->texts->get('differs.cancel'), 'back')
            );
    }

    /**
     * @param list<int> $services
     * @return string empty where nothing of them is open
     */
    public function run(array $services): string
    {
        $services = $this->unsettled($services);
        return $services === [] ? '' : (new InTurn($this->app, $this->texts, $this->address))->html(
            $services,
            self::FIELD,
            'settle',
            fn (int $id, float $deadline): Attempt => $this->settle($id, $deadline)
        );
    }

    private function settle(int $id, float $deadline): Attempt
    {
        $entries = $this->app->settle()->ofService($id, $deadline);
        if ($entries === []) {
            $this->app->differences()->forget($id, [DifferenceKind::Unsettled]);
            return Attempt::done($this->texts->get('differs.settled-already'));
        }
        $isOpen = array_filter($entries, static fn (Entry $entry): bool => $entry->state->isOpen()) !== [];
        $told = implode(' ', array_map($this->words->ofEntry(...), $entries));
        if ($isOpen) {
            return Attempt::failed("$told {$this->texts->get('differs.settle.open')}");
        }
        $service = $this->app->services()->find($id);
        Reports::note($this->texts->get('differs.note.settle', ['service' => $id, 'what' => $told]), $service->clientId ?? 0);
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

    /**
     * @param list<int> $services
     * @return list<int> those with a difference of this kind
     */
    private function unsettled(array $services): array
    {
        $differences = $this->app->differences()->ofServices($services, [DifferenceKind::Unsettled]);
        return array_values(array_unique(array_map(static fn (Difference $difference): int => $difference->serviceId, $differences)));
    }
}
