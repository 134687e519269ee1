<?php

/**
 * Carries out cancellation requests: immediate ones at the next run, the others when the paid period ends.
 */

declare(strict_types=1);

namespace Standin\Automation;

use Standin\Clock;
use Standin\Hooks;
use Standin\Log;
use Standin\Module\Command;
use WHMCS\Database\Capsule;

final class Cancellations
{
    public const IMMEDIATE = 'Immediate';
    public const END_OF_PERIOD = 'End of Billing Period';
    public const TYPES = [self::IMMEDIATE, self::END_OF_PERIOD];

    /** Takes a request; what is not paid yet for the service is cancelled with it. @return bool false when one is open already */
    public static function request(object $service, string $type, string $reason): bool
    {
        if (!in_array($type, self::TYPES, true) || Capsule::table('tblcancelrequests')->where('relid', $service->id)->exists()) {
            return false;
        }
        Capsule::table('tblcancelrequests')->insert([
            'date' => Clock::now(), 'relid' => $service->id, 'reason' => $reason, 'type' => $type, 'created_at' => Clock::now(),
        ]);
        self::cancelInvoices((int) $service->id);
        Log::activity("Requested Cancellation - Service ID: $service->id", (int) $service->userid);
        Hooks::run('CancellationRequest', [
            'userid' => (int) $service->userid, 'relid' => (int) $service->id, 'reason' => $reason, 'type' => $type,
        ]);
        return true;
    }

    /** @return list<string> */
    public static function process(): array
    {
        $report = [];
        foreach (self::due() as $service) {
            $result = Command::automated('Terminate', (int) $service->id);
            if ($result === 'success') {
                Capsule::table('tblhosting')->where('id', $service->id)->update(['domainstatus' => 'Cancelled']);
                self::cancelInvoices((int) $service->id);
            }
            $report[] = "Cancellation of service $service->id: $result";
        }
        return $report;
    }

    private static function cancelInvoices(int $serviceId): void
    {
        Capsule::table('tblinvoices')->where('status', 'Unpaid')
            ->whereIn('id', Capsule::table('tblinvoiceitems')->where(['type' => 'Hosting', 'relid' => $serviceId])->select('invoiceid'))
            ->update(['status' => 'Cancelled']);
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
