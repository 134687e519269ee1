<?php

/**
 * A database connection's way to say which table of WHMCS the stand-in lacks, instead of a bare SQL error.
 */

declare(strict_types=1);

namespace Standin;

use Closure;
use Illuminate\Database\QueryException;

trait RefusesUnknownTables
{
    protected function runQueryCallback($query, $bindings, Closure $callback)
    {
        try {
            return parent::runQueryCallback($query, $bindings, $callback);
        } catch (QueryException $error) {
            if (preg_match("/no such table: (tbl\w+)|Table '[^']*?\.?(tbl\w+)' doesn't exist/", $error->getMessage(), $found)) {
                throw new NotModelled('the table ' . ($found[1] ?: $found[2]));
            }
            throw $error;
        }
    }
}
