<?php

/**
 * Changes a service: its columns, and its custom fields given as base64 of a serialized array of field id => value.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\ApiError;
use Standin\Billing\Cycle;
use Standin\Billing\Pricing;
use Standin\CustomFields;
use Standin\NotModelled;
use WHMCS\Database\Capsule;

final class UpdateClientProduct
{
    private const COLUMNS = [
        'pid' => 'packageid', 'serverid' => 'server', 'regdate' => 'regdate', 'nextduedate' => 'nextduedate',
        'terminationdate' => 'termination_date', 'completeddate' => 'completed_date', 'domain' => 'domain',
        'firstpaymentamount' => 'firstpaymentamount', 'recurringamount' => 'amount', 'paymentmethod' => 'paymentmethod',
        'billingcycle' => 'billingcycle', 'status' => 'domainstatus', 'notes' => 'notes', 'serviceusername' => 'username',
        'overideautosuspend' => 'overideautosuspend', 'overidesuspenduntil' => 'overidesuspenduntil',
        'dedicatedip' => 'dedicatedip', 'assignedips' => 'assignedips', 'suspendreason' => 'suspendreason',
    ];
    private const STATUSES = ['Pending', 'Active', 'Suspended', 'Terminated', 'Cancelled', 'Completed', 'Fraud'];
    private const DATES = ['regdate', 'nextduedate', 'terminationdate', 'completeddate', 'overidesuspenduntil'];

    public function __invoke(array $values): array
    {
        $serviceId = Result::serviceId($values);
        $changes = $this->changes($values);
        if ($values['autorecalc'] ?? false) {
            $changes['amount'] = Pricing::recurringOfService($serviceId, $changes['billingcycle'] ?? null);
        }
        if ($changes !== []) {
            Capsule::table('tblhosting')->where('id', $serviceId)->update($changes);
        }
        $this->saveCustomFields($serviceId, $values['customfields'] ?? null);
        return ['serviceid' => $serviceId];
    }

    /** @return array<string, mixed> column => value */
    private function changes(array $values): array
    {
        $changes = [];
        foreach ($values as $name => $value) {
            if (in_array($name, ['serviceid', 'customfields', 'autorecalc', 'unset'], true)) {
                continue;
            }
            if (!isset(self::COLUMNS[$name])) {
                throw new NotModelled("the parameter $name of UpdateClientProduct");
            }
            $this->check($name, (string) $value);
            $changes[self::COLUMNS[$name]] = $value;
        }
        foreach ((array) ($values['unset'] ?? []) as $name) {
            $changes[self::COLUMNS[$name] ?? throw new NotModelled("unset[$name] of UpdateClientProduct")] = '';
        }
        return $changes;
    }

    private function check(string $name, string $value): void
    {
        if ($name === 'status' && !in_array($value, self::STATUSES, true)) {
            throw new ApiError("Invalid status $value");
        }
        if ($name === 'billingcycle' && Cycle::tryFrom($value) === null) {
            throw new ApiError("Invalid billing cycle $value");
        }
        if (in_array($name, self::DATES, true) && preg_match('/^\d{4}-\d{2}-\d{2}$/', $value) !== 1) {
            throw new ApiError("Invalid date $name");
        }
    }

    private function saveCustomFields(int $serviceId, ?string $packed): void
    {
        if ($packed === null || $packed === '') {
            return;
        }
        $fields = unserialize((string) base64_decode($packed, true), ['allowed_classes' => false]);
        if (!is_array($fields)) {
            throw new ApiError('customfields must be base64 of a serialized array');
        }
        $productId = (int) Capsule::table('tblhosting')->where('id', $serviceId)->value('packageid');
        $known = array_column(CustomFields::ofProduct($productId), 'id');
        foreach ($fields as $fieldId => $value) {
            if (!in_array($fieldId, $known, true)) {
                throw new ApiError("Custom field $fieldId does not belong to this product");
            }
            CustomFields::save($fieldId, $serviceId, (string) $value);
        }
    }
}
