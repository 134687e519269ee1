<?php

/**
 * A client's service as staff see and edit it, with the commands of its module.
 */

declare(strict_types=1);

namespace Standin\Admin;

use Standin\ApiError;
use Standin\Billing\Pricing;
use Standin\Crypt;
use Standin\CustomFields;
use Standin\Hooks;
use Standin\Module\Command;
use Standin\Module\Params;
use Standin\Module\ServerModule;
use Standin\NotModelled;
use Standin\Request;
use WHMCS\Database\Capsule;

final class ServicePage
{
    public const STATUSES = ['Pending', 'Active', 'Completed', 'Suspended', 'Terminated', 'Cancelled', 'Fraud'];
    private const COLUMNS = [
        'packageid', 'server', 'regdate', 'firstpaymentamount', 'amount', 'nextduedate', 'termination_date', 'billingcycle',
        'paymentmethod', 'domainstatus', 'domain', 'username', 'notes', 'qty',
    ];

    /** The service named in the address, or the client's first one. */
    public static function find(): object
    {
        $query = Capsule::table('tblhosting');
        $id = Request::int('id') ?: Request::int('productselect');
        $service = $id > 0 ? $query->find($id) : $query->where('userid', Request::int('userid'))->orderBy('id')->first();
        return $service ?? throw new \OutOfBoundsException('There is no such service');
    }

    /** What stands inside #servicecontent. */
    public static function content(int $serviceId, ?array $result = null): string
    {
        $service = Capsule::table('tblhosting')->find($serviceId);
        $product = Capsule::table('tblproducts')->find($service->packageid);
        $module = ServerModule::isInstalled($product->servertype) ? ServerModule::load($product->servertype) : null;
        $params = Params::forService($serviceId);
        $rows = $module?->has('AdminServicesTabFields') ? $module->call('AdminServicesTabFields', $params) : [];
        return Page::view('service/content', [
            'service' => $service,
            'product' => $product,
            'products' => Capsule::table('tblproducts')->orderBy('name')->pluck('name', 'id')->all(),
            'servers' => Capsule::table('tblservers')->where('type', $product->servertype)->orderBy('name')->pluck('name', 'id')->all(),
            'customFields' => CustomFields::ofProduct((int) $service->packageid),
            'moduleName' => $module?->displayName(),
            'buttons' => Staff::may('Perform Server Operations') ? self::buttons($module, $params) : [],
            'moduleRows' => $rows + Hooks::merged('AdminClientServicesTabFields', ['id' => $serviceId]),
            'result' => $result,
        ]);
    }

    /** Runs what a button asked for. @return array{isDone: bool, text: string} */
    public static function command(int $serviceId): array
    {
        $action = ucfirst(Request::text('modop'));
        $text = match (true) {
            $action === 'Custom' => Command::custom(Request::text('ac'), $serviceId),
            isset(Command::FUNCTIONS[$action]) => Command::run($action, $serviceId),
            default => throw new NotModelled("the module command '$action'"),
        };
        return ['isDone' => $text === 'success', 'text' => $text === 'success' ? 'Module Command Success' : "Module Command Error: $text"];
    }

    public static function save(int $serviceId): void
    {
        $service = Capsule::table('tblhosting')->find($serviceId);
        $ids = ['userid' => (int) $service->userid, 'serviceid' => $serviceId];
        Hooks::run('PreAdminServiceEdit', $ids);
        $columns = [];
        foreach (self::COLUMNS as $column) {
            if (isset($_POST[$column])) {
                $columns[$column] = Request::text($column);
            }
        }
        $columns['overideautosuspend'] = (int) Request::isTicked('overideautosuspend');
        if (isset($_POST['password'])) {
            $columns['password'] = Crypt::encrypt(Request::secret('password'));
        }
        if (($columns['nextduedate'] ?? $service->nextduedate) !== $service->nextduedate) {
            $columns['nextinvoicedate'] = $columns['nextduedate'];
        }
        Capsule::table('tblhosting')->where('id', $serviceId)->update($columns);
        foreach (CustomFields::ofProduct((int) $service->packageid) as $field) {
            if (isset($_POST['customfield'][$field->id]) || $field->fieldtype === 'tickbox') {
                CustomFields::save((int) $field->id, $serviceId, (string) ($_POST['customfield'][$field->id] ?? ''));
            }
        }
        self::recalculate($serviceId);
        $module = (string) Capsule::table('tblproducts')->where('id', $service->packageid)->value('servertype');
        if (ServerModule::isInstalled($module) && ServerModule::load($module)->has('AdminServicesTabFieldsSave')) {
            ServerModule::load($module)->call('AdminServicesTabFieldsSave', Params::forService($serviceId));
        }
        Hooks::run('AdminClientServicesTabFieldsSave', $_REQUEST);
        Hooks::run('AdminServiceEdit', $ids);
        Hooks::run('ServiceEdit', $ids);
    }

    private static function recalculate(int $serviceId): void
    {
        if (!Request::isTicked('autorecalc')) {
            return;
        }
        try {
            $amount = Pricing::recurringOfService($serviceId, null);
            Capsule::table('tblhosting')->where('id', $serviceId)->update(['amount' => $amount]);
        } catch (ApiError $error) {
            Page::notice($error->getMessage(), 'danger');
        }
    }

    /** @return list<array{label: string, operation: string, function: string, confirm: bool}> */
    private static function buttons(?ServerModule $module, array $params): array
    {
        if ($module === null) {
            return [];
        }
        $buttons = [];
        foreach (Command::FUNCTIONS as $action => $function) {
            if ($module->has($function)) {
                $buttons[] = ['label' => $action, 'operation' => strtolower($action), 'function' => '', 'confirm' => true];
            }
        }
        foreach ($module->adminButtons($params) as $label => $function) {
            $buttons[] = ['label' => $label, 'operation' => 'custom', 'function' => $function, 'confirm' => false];
        }
        return $buttons;
    }
}
