<?php

/**
 * What WHMCS's database holds at one moment, as far as the checker looks at it.
 */

declare(strict_types=1);

namespace Chaos;

use Illuminate\Database\Query\Builder;
use Standin\CustomFields;
use WHMCS\Database\Capsule;

final class Inspection
{
    /**
     * @param bool $withLogs the logs grow large, and most looks need only the answers to orders
     * @return array<string, mixed>
     */
    public static function take(bool $withLogs): array
    {
        Capsule::connection()->statement('START TRANSACTION WITH CONSISTENT SNAPSHOT');
        return [
            'services' => self::services(),
            'invoices' => self::rows(Capsule::table('tblinvoices')
                ->join('tblinvoiceitems', 'tblinvoiceitems.invoiceid', '=', 'tblinvoices.id')
                ->where('tblinvoiceitems.type', 'Hosting')
                ->select([
                    'tblinvoices.id', 'tblinvoices.status', 'tblinvoiceitems.id as item', 'tblinvoiceitems.relid as service',
                    'tblinvoiceitems.description',
                ])),
            'invoiced_periods' => self::ifThere('mod_ispmanagernoc_invoiced_periods'),
            'journal' => self::ifThere('mod_ispmanagernoc_journal'),
            'queue' => self::rows(Capsule::table('tblmodulequeue')),
            'orders_answered' => self::rows(Capsule::table('tblmodulelog')->where('action', 'like', '%.order.param')
                ->where('arrdata', 'like', 'done%')->select(['response'])),
            'logs' => (object) ($withLogs ? [
                'the module log' => self::rows(Capsule::table('tblmodulelog')),
                'the activity log' => self::rows(Capsule::table('tblactivitylog')),
                'the e-mails to staff' => self::rows(Capsule::table('tblemails')->where('userid', 0)),
                'the stored price lists' => self::ifThere('mod_ispmanagernoc_price_lists'),
                'the settings' => self::ifThere('mod_ispmanagernoc_settings'),
            ] : []),
        ];
    }

    /** @return list<array<string, mixed>> */
    private static function services(): array
    {
        $rows = Capsule::table('tblhosting')->join('tblorders', 'tblorders.id', '=', 'tblhosting.orderid')
            ->orderBy('tblhosting.id')->get(['tblhosting.*', 'tblorders.invoiceid'])->all();
        return array_map(static fn (object $row): array => [
            'id' => (int) $row->id,
            'status' => $row->domainstatus,
            'first_invoice' => (int) $row->invoiceid,
            'next_due' => $row->nextduedate,
            'cycle' => $row->billingcycle,
            'product' => (int) $row->packageid,
            'client' => (int) $row->userid,
            'fields' => (object) CustomFields::valuesByShortName((int) $row->id),
        ], $rows);
    }

    /** @return list<object> */
    private static function ifThere(string $table): array
    {
        return Capsule::schema()->hasTable($table) ? self::rows(Capsule::table($table)) : [];
    }

    /** @return list<object> */
    private static function rows(Builder $query): array
    {
        return $query->get()->all();
    }
}
