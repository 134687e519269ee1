<?php

/**
 * Which services of this module are to end and were not terminated yet: a cancellation request waits for them, or WHMCS completed them at their
 * recurring limit.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Illuminate\Database\Query\Builder;
use WHMCS\Database\Capsule;

final class Endings
{
    private const COMPLETED = 'completed';
    /** A request stays in its table after it was carried out; the service's status tells. */
    private const ALIVE = ['Active', 'Suspended'];

    /**
     * @return array<int, array{ending: string, renews: bool}> by service: what ends it, a completion or a request, and whether its product has the
     *     account renew by itself
     */
    public static function all(): array
    {
        $columns = ['tblhosting.id', 'tblhosting.nextduedate', 'tblproducts.' . ModuleSettings::autoRenewalColumn() . ' as renews'];
        $endings = [];
        foreach (self::requested()->get([...$columns, 'tblcancelrequests.id as request']) as $row) {
            $endings[(int) $row->id] = ['ending' => "request-$row->request", 'renews' => $row->renews === 'on'];
        }
        foreach (self::services()->where('tblhosting.domainstatus', 'Completed')->get($columns) as $row) {
            $endings[(int) $row->id] = ['ending' => self::COMPLETED . "-$row->nextduedate", 'renews' => $row->renews === 'on'];
        }
        return $endings;
    }

    /** @param string $ending as all() names it: a service that was completed may go on and be completed again */
    public static function isCompletion(string $ending): bool
    {
        return str_starts_with($ending, self::COMPLETED);
    }

    public static function isNear(ServiceRecord $service): bool
    {
        return $service->status === 'Completed' || self::requested()->where('tblhosting.id', $service->id)->exists();
    }

    /** The newest request of a service comes last. */
    private static function requested(): Builder
    {
        return self::services()
            ->join('tblcancelrequests', 'tblcancelrequests.relid', '=', 'tblhosting.id')
            ->whereIn('tblhosting.domainstatus', self::ALIVE)
            ->orderBy('tblcancelrequests.id');
    }

    private static function services(): Builder
    {
        return Capsule::table('tblhosting')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where('tblproducts.servertype', Module::NAME);
    }
}
