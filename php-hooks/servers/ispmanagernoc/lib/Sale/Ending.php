<?php

/**
 * How a price ends.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Sale;

enum Ending: string
{
    case Exact = 'exact';
    case Whole = '00';
    case Ninety = '90';
    case NinetyNine = '99';

    /** The least amount with this ending that is not below. @param int $minor above zero, in hundredths */
    public function after(int $minor): int
    {
        if ($this === self::Exact) {
            return $minor;
        }
        $end = (int) $this->value;
        $rounded = intdiv($minor, 100) * 100 + $end;
        return $rounded < $minor ? $rounded + 100 : $rounded;
    }
}
