<?php

/**
 * Carries out cancellation requests: immediate ones at the next run, the others when the paid period ends.
 */

declare(strict_types=1);

namespace Standin\Automation;

use Standin\Clock;
use Standin\Module\Command;
use WHMCS\Database\Capsule;

final class Cancellations
{
    public const IMMEDIATE = 'Immediate';
    public const END_OF_PERIOD = 'End of Billing Period';

    /** @return list<string> */
    public static function process(): array
    {
        $report = [];
        foreach (self::due() as $service) {
            $result = Command::automated('Terminate', (int) $service->id);
            if ($result === 'success') {
                Capsule::table('tblhosting')->where('id', $service->id)->update(['domainstatus' => 'Cancelled']);
                Capsule::table('tblinvoices')->where('status', 'Unpaid')
                    ->whereIn('id', Capsule::table('tblinvoiceitems')->where(['type' => 'Hosting', 'relid' => $service->id])->select('invoiceid'))
                    ->update(['status' => 'Cancelled']);
            }
            $report[] = "Cancellation of service $service->id: $result";
        }
        return $report;
    }

    /** @return list<object> */
    private static function due(): array
    {
        return Capsule::table('tblcancelrequests')
            ->join('tblhosting', 'tblhosting.id', '=', 'tblcancelrequests.relid')
            ->whereIn('domainstatus', ['Active', 'Suspended'])
            ->where(static function ($query): void {
                $query->where('type', self::IMMEDIATE)->orWhere('nextduedate', '<=', Clock::today());
            })
            ->orderBy('tblhosting.id')->get(['tblhosting.*'])->all();
    }
}
