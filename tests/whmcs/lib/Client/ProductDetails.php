<?php

/**
 * The product details page of a service: its own data, and what the module's ClientArea adds.
 */

declare(strict_types=1);

namespace Standin\Client;

use Standin\Billing\Pricing;
use Standin\Billing\Renewals;
use Standin\CustomFields;
use Standin\Hooks;
use Standin\Installation;
use Standin\Module\Command;
use Standin\Module\Params;
use Standin\Module\ServerModule;
use Standin\Request;
use Standin\Smarty;
use WHMCS\Database\Capsule;
use WHMCS\Service\Service;

final class ProductDetails
{
    /** The service, when it belongs to this client. */
    public static function find(object $client, int $serviceId): object
    {
        $service = Capsule::table('tblhosting')->where(['id' => $serviceId, 'userid' => $client->id])->first();
        if ($service === null) {
            Request::redirect('clientarea.php?action=services');
        }
        return $service;
    }

    /** @return array<string, mixed> the template's variables */
    public static function vars(object $service): array
    {
        $product = Capsule::table('tblproducts')->find($service->packageid);
        $module = ServerModule::isInstalled($product->servertype) ? ServerModule::load($product->servertype) : null;
        $model = Service::find($service->id);
        Hooks::run('ClientAreaProductDetails', ['service' => $model]);
        $vars = self::serviceVars($service, $product);
        $buttonResult = $module === null ? '' : self::customButton($module, (int) $service->id);
        $vars += ['modulecustombuttonresult' => $buttonResult] + self::moduleOutput($module, $vars, (int) $service->id);
        $vars['hookOutput'] = array_values(array_filter(
            Hooks::run('ClientAreaProductDetailsOutput', ['service' => $model]),
            'is_string'
        ));
        return $vars;
    }

    /** @return array<string, mixed> */
    private static function serviceVars(object $service, object $product): array
    {
        $currency = Visitor::currency();
        $fields = array_filter(CustomFields::ofProduct((int) $product->id), static fn (object $field) => $field->adminonly !== 'on');
        $openInvoice = Renewals::openInvoice((int) $service->id);
        $isCancelling = Capsule::table('tblcancelrequests')->where('relid', $service->id)->exists();
        return [
            'id' => (int) $service->id,
            'serviceid' => (int) $service->id,
            'product' => $product->name,
            'modulename' => $product->servertype,
            'groupname' => Capsule::table('tblproductgroups')->where('id', $product->gid)->value('name'),
            'type' => $product->type,
            'status' => $service->domainstatus,
            'rawstatus' => strtolower($service->domainstatus),
            'regdate' => $service->regdate,
            'nextduedate' => $service->nextduedate === '0000-00-00' ? '-' : $service->nextduedate,
            'billingcycle' => $service->billingcycle,
            'recurringamount' => Pricing::format($service->amount, $currency),
            'firstpaymentamount' => Pricing::format($service->firstpaymentamount, $currency),
            'paymentmethod' => 'Demo payment',
            'quantity' => (int) $service->qty,
            'domain' => $service->domain,
            'username' => $service->username,
            'suspendreason' => $service->suspendreason,
            'customfields' => array_values(array_map(static fn (object $field) => [
                'id' => $field->id,
                'name' => CustomFields::friendlyName($field),
                'value' => CustomFields::value((int) $field->id, (int) $service->id),
            ], $fields)),
            'configurableoptions' => [],
            'metricStats' => [],
            'lastupdate' => '',
            'packagesupgrade' => false,
            'showcancelbutton' => !$isCancelling && in_array($service->domainstatus, ['Active', 'Suspended'], true),
            'pendingcancellation' => $isCancelling,
            'showRenewServiceButton' => Renewals::mayRenewNow($service),
            'unpaidInvoice' => $openInvoice,
            'unpaidInvoiceOverdue' => false,
            'sslStatus' => null,
        ];
    }

    /** A button of the module that the client pressed: only functions that the module allows to clients. */
    private static function customButton(ServerModule $module, int $serviceId): string
    {
        if (!Request::isPost() || Request::text('modop') !== 'custom') {
            return '';
        }
        $allowed = $module->has('ClientAreaCustomButtonArray') ? $module->call('ClientAreaCustomButtonArray', []) : [];
        $allowed = array_merge($allowed, $module->has('ClientAreaAllowedFunctions') ? $module->call('ClientAreaAllowedFunctions', []) : []);
        check_token();
        return in_array(Request::text('a'), $allowed, true) ? Command::custom(Request::text('a'), $serviceId) : 'Function Not Allowed';
    }

    /** @return array{moduleclientarea: string, tplOverviewTabOutput: string} */
    private static function moduleOutput(?ServerModule $module, array $vars, int $serviceId): array
    {
        $empty = ['moduleclientarea' => '', 'tplOverviewTabOutput' => ''];
        if ($module === null || !$module->has('ClientArea')) {
            return $empty;
        }
        $output = $module->call('ClientArea', Params::forService($serviceId));
        if (!is_array($output)) {
            return ['moduleclientarea' => (string) $output] + $empty;
        }
        $own = ($output['templateVariables'] ?? []) + ($output['vars'] ?? []);
        $own += Hooks::merged('ClientAreaProductDetailsPreModuleTemplate', [
            'serviceid' => $serviceId,
            'groupname' => $vars['groupname'],
            'product' => $vars['product'],
            'modulename' => $module->name,
            'domain' => $vars['domain'],
            'systemStatus' => $vars['status'],
            'username' => $vars['username'],
        ]);
        foreach (['tabOverviewReplacementTemplate' => 'tplOverviewTabOutput', 'tabOverviewModuleOutputTemplate' => 'moduleclientarea', 'templatefile' => 'moduleclientarea'] as $key => $slot) {
            if (($output[$key] ?? '') !== '') {
                return [$slot => self::render($module, $output[$key], $own + $vars)] + $empty;
            }
        }
        return $empty;
    }

    private static function render(ServerModule $module, string $template, array $vars): string
    {
        $smarty = Smarty::engine([Installation::modules() . "/servers/$module->name"]);
        $smarty->assign($vars + ['WEB_ROOT' => '', 'token' => \Standin\Token::plain()]);
        return $smarty->fetch(str_ends_with($template, '.tpl') ? $template : "$template.tpl");
    }
}
