<?php

/**
 * Renewal invoices: raised by the automation or early by the client; once paid, the due date moves and the module's Renew runs.
 */

declare(strict_types=1);

namespace Standin\Billing;

use Standin\Clock;
use Standin\Hooks;
use Standin\Module\Command;
use Standin\Module\ServerModule;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class Renewals
{
    /** Raises the renewal invoices that are due within the configured days. @return list<int> */
    public static function invoiceDueServices(): array
    {
        $until = Clock::plusDays(Clock::today(), (int) Setting::getValue('CreateInvoiceDaysBefore'));
        $services = Capsule::table('tblhosting')
            ->whereIn('domainstatus', ['Active', 'Suspended'])
            ->whereIn('billingcycle', array_map(static fn (Cycle $cycle) => $cycle->value, Cycle::recurring()))
            ->where('nextinvoicedate', '<=', $until)
            ->whereNotIn('id', Capsule::table('tblcancelrequests')->select('relid'))
            ->orderBy('id')->get()->all();
        $invoices = [];
        foreach ($services as $service) {
            if (self::openInvoice((int) $service->id) !== null) {
                continue;
            }
            if (self::hasReachedItsLimit($service)) {
                self::complete($service);
            } else {
                $invoices[] = self::invoice($service);
            }
        }
        return $invoices;
    }

    /** The Recurring Cycles Limit is reached: instead of another invoice the service is over for WHMCS, without a call of the module. */
    private static function complete(object $service): void
    {
        if ($service->nextduedate > Clock::today()) {
            return;
        }
        Capsule::table('tblhosting')->where('id', $service->id)
            ->update(['domainstatus' => 'Completed', 'completed_date' => Clock::today()]);
        Hooks::run('ServiceRecurringCompleted', ['serviceid' => (int) $service->id, 'recurringinvoices' => self::periods((int) $service->id)]);
    }

    /** The invoice for the service's next period; an unpaid one that exists already is used again. */
    public static function invoice(object $service): int
    {
        $open = self::openInvoice((int) $service->id);
        if ($open !== null) {
            return $open;
        }
        $name = (string) Capsule::table('tblproducts')->where('id', $service->packageid)->value('name');
        $until = Cycle::from($service->billingcycle)->after($service->nextduedate);
        $line = Invoices::hostingLine(
            (int) $service->id,
            "$name ($service->nextduedate - $until)",
            (float) $service->amount,
            $service->nextduedate
        );
        $invoiceId = Invoices::create((int) $service->userid, [$line], $service->nextduedate, $service->paymentmethod);
        Capsule::table('tblhosting')->where('id', $service->id)->update(['nextinvoicedate' => $until]);
        return $invoiceId;
    }

    /** A renewal invoice was paid: the due date moves first, then the module renews. */
    public static function paid(int $serviceId): void
    {
        self::advance($serviceId);
        $module = (string) Capsule::table('tblhosting')->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where('tblhosting.id', $serviceId)->value('servertype');
        if (ServerModule::isInstalled($module) && ServerModule::load($module)->has('Renew')) {
            Command::automated('Renew', $serviceId);
        }
    }

    /** The order's own invoice was paid: the due date moves to the end of the first period, which Prorata Billing makes another one. */
    public static function begin(int $serviceId): void
    {
        $service = Capsule::table('tblhosting')->find($serviceId);
        $cycle = Cycle::from($service->billingcycle);
        if ($cycle->months() > 0) {
            $product = Capsule::table('tblproducts')->find($service->packageid);
            self::moveTo($serviceId, Proration::firstPeriodEnds($product, $cycle, $service->nextduedate));
        }
    }

    /** Moves the due date by one billing cycle. */
    public static function advance(int $serviceId): void
    {
        $service = Capsule::table('tblhosting')->find($serviceId);
        $cycle = Cycle::from($service->billingcycle);
        if ($cycle->months() > 0) {
            self::moveTo($serviceId, $cycle->after($service->nextduedate));
        }
    }

    private static function moveTo(int $serviceId, string $due): void
    {
        Capsule::table('tblhosting')->where('id', $serviceId)->update(['nextduedate' => $due, 'nextinvoicedate' => $due]);
    }

    /** Clients may renew early when the settings allow it for the product and the due date is near enough. */
    public static function mayRenewNow(object $service): bool
    {
        $cycle = Cycle::tryFrom($service->billingcycle);
        if ($service->domainstatus !== 'Active' || $cycle === null || $cycle->months() === 0) {
            return false;
        }
        $own = Capsule::table('tblondemandrenewals')->where(['rel_type' => 'Product', 'rel_id' => $service->packageid])->first();
        $days = match (true) {
            $own !== null => $own->enabled ? (int) $own->{$cycle->priceColumn()} : 0,
            Setting::getValue('OnDemandRenewalsEnabled') === 'on' => (int) Setting::getValue('OnDemandRenewalDays'),
            default => 0,
        };
        return $days > 0 && $service->nextduedate <= Clock::plusDays(Clock::today(), $days);
    }

    public static function openInvoice(int $serviceId): ?int
    {
        $invoiceId = Capsule::table('tblinvoiceitems')
            ->join('tblinvoices', 'tblinvoices.id', '=', 'tblinvoiceitems.invoiceid')
            ->where(['type' => 'Hosting', 'relid' => $serviceId, 'status' => 'Unpaid'])
            ->value('tblinvoices.id');
        return $invoiceId === null ? null : (int) $invoiceId;
    }

    private static function hasReachedItsLimit(object $service): bool
    {
        $limit = (int) Capsule::table('tblproducts')->where('id', $service->packageid)->value('recurringcycles');
        return $limit > 0 && self::periods((int) $service->id) >= $limit;
    }

    private static function periods(int $serviceId): int
    {
        return Capsule::table('tblinvoiceitems')->where(['type' => 'Hosting', 'relid' => $serviceId])->count();
    }
}
