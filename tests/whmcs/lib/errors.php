<?php

/**
 * Makes every PHP notice and warning an exception, except deprecations inside Debian's PHP libraries, which are not ours to mend.
 */

declare(strict_types=1);

set_error_handler(static function (int $severity, string $text, string $file, int $line): bool {
    $isDeprecation = ($severity & (E_DEPRECATED | E_USER_DEPRECATED)) !== 0;
    if ($isDeprecation && str_starts_with($file, '/usr/share/php/')) {
        return true;
    }
    if ((error_reporting() & $severity) === 0) {
        return false;
    }
    throw new ErrorException($text, 0, $severity, $file, $line);
});
