<?php

/**
 * What is done for each of the services that a person has ticked in the list of differences.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;

interface TickedRepair
{
    /** Names its ticks and buttons, and its texts. */
    public static function name(): string;

    /** @return list<DifferenceKind> of which it repairs at least some */
    public static function kinds(): array;

    public static function isFor(Difference $difference): bool;

    /** What will happen, as far as is known without asking anybody. */
    public function will(Difference $difference): string;

    /** @param float $deadline on the clock's elapsed() */
    public function repair(Difference $difference, float $deadline): Attempt;
}
