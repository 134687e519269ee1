<?php

/**
 * A moment as it travels to the panel and as plain pages print it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Shape;

final class Moment
{
    /** RFC 3339 in UTC; the browser shows it in the reader's own way. */
    public static function travelling(int $seconds): string
    {
        return gmdate('Y-m-d\TH:i:s\Z', $seconds);
    }

    /** In the time zone of WHMCS. */
    public static function printed(int $seconds): string
    {
        return date('Y-m-d H:i', $seconds);
    }
}
