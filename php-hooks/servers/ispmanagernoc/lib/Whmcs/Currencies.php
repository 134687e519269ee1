<?php

/**
 * The currencies in which this WHMCS sells.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use WHMCS\Database\Capsule;

final class Currencies
{
    /** @return array<int, string> codes by ids, the default one first */
    public static function all(): array
    {
        return array_map(strval(...), Capsule::table('tblcurrencies')->orderByDesc('default')->orderBy('code')->pluck('code', 'id')->all());
    }

    /** What one unit of the first is worth in the second, by WHMCS's own rates; empty where it has none. */
    public static function rate(string $from, string $to): string
    {
        $rates = Capsule::table('tblcurrencies')->whereIn('code', [$from, $to])->pluck('rate', 'code')->all();
        $known = (float) ($rates[$from] ?? 0) > 0 && (float) ($rates[$to] ?? 0) > 0;
        return $known ? rtrim(rtrim(sprintf('%.6F', $rates[$to] / $rates[$from]), '0'), '.') : '';
    }
}
