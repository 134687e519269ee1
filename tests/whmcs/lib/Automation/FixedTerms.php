<?php

/**
 * Terminates services of products with "Auto Terminate/Fixed Term" once their days have passed.
 */

declare(strict_types=1);

namespace Standin\Automation;

use Standin\Clock;
use Standin\Mail;
use Standin\Module\Command;
use WHMCS\Database\Capsule;

final class FixedTerms
{
    /** @return list<string> */
    public static function process(): array
    {
        $services = Capsule::table('tblhosting')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where('domainstatus', 'Active')->where('autoterminatedays', '>', 0)
            ->get(['tblhosting.id', 'regdate', 'autoterminatedays', 'autoterminateemail'])->all();
        $report = [];
        foreach ($services as $service) {
            if (Clock::plusDays($service->regdate, (int) $service->autoterminatedays) > Clock::today()) {
                continue;
            }
            $result = Command::automated('Terminate', (int) $service->id);
            if ($result === 'success') {
                Mail::ofService((int) $service->autoterminateemail, (int) $service->id);
            }
            $report[] = "Fixed term of service $service->id: $result";
        }
        return $report;
    }
}
