<?php

/**
 * Lists services with their custom fields.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\CustomFields;
use WHMCS\Database\Capsule;

final class GetClientsProducts
{
    public function __invoke(array $values): array
    {
        $query = Capsule::table('tblhosting')->orderBy('id');
        foreach (['clientid' => 'userid', 'serviceid' => 'id', 'pid' => 'packageid', 'domain' => 'domain', 'username2' => 'username'] as $name => $column) {
            if (isset($values[$name])) {
                $query->where($column, $values[$name]);
            }
        }
        $total = $query->count();
        $start = (int) ($values['limitstart'] ?? 0);
        $services = $query->skip($start)->take((int) ($values['limitnum'] ?? 25))->get()->all();
        return [
            'clientid' => $values['clientid'] ?? null,
            'serviceid' => $values['serviceid'] ?? null,
            'pid' => $values['pid'] ?? null,
            'domain' => $values['domain'] ?? null,
            'totalresults' => $total,
            'startnumber' => $start,
            'numreturned' => count($services),
            'products' => ['product' => array_map($this->describe(...), $services)],
        ];
    }

    private function describe(object $service): array
    {
        $product = Capsule::table('tblproducts')->find($service->packageid);
        $fields = array_map(static fn (object $field) => [
            'id' => $field->id,
            'name' => CustomFields::friendlyName($field),
            'translated_name' => CustomFields::friendlyName($field),
            'value' => CustomFields::value($field->id, $service->id),
        ], CustomFields::ofProduct((int) $service->packageid));
        return [
            'id' => $service->id,
            'qty' => $service->qty,
            'clientid' => $service->userid,
            'orderid' => $service->orderid,
            'pid' => $service->packageid,
            'regdate' => $service->regdate,
            'name' => $product->name,
            'groupname' => Capsule::table('tblproductgroups')->where('id', $product->gid)->value('name'),
            'domain' => $service->domain,
            'serverid' => $service->server,
            'servername' => Capsule::table('tblservers')->where('id', $service->server)->value('name'),
            'firstpaymentamount' => $service->firstpaymentamount,
            'recurringamount' => $service->amount,
            'paymentmethod' => $service->paymentmethod,
            'billingcycle' => $service->billingcycle,
            'nextduedate' => $service->nextduedate,
            'status' => $service->domainstatus,
            'username' => $service->username,
            'notes' => $service->notes,
            'customfields' => ['customfield' => $fields],
        ];
    }
}
