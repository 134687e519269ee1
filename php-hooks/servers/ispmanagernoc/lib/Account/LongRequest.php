<?php

/**
 * An account that needs long answers with an HTML page that names an address to ask again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

final class LongRequest
{
    /** The path to ask, always on the same host; null when the body is not such a page. */
    public static function path(string $body): ?string
    {
        $isPage = stripos(ltrim($body), '<!DOCTYPE html') === 0 || stripos(ltrim($body), '<html') === 0;
        return $isPage && preg_match('~/long/[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*/billmgr\b~', $body, $found) === 1 ? $found[0] : null;
    }
}
