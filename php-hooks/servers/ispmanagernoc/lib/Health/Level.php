<?php

/**
 * How well something is. The names are the style's.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Health;

enum Level: string
{
    case Good = 'good';
    /** It works, and should be looked at. */
    case Warning = 'warning';
    /** Something does not work. */
    case Bad = 'bad';
}
