<?php

/**
 * Reads clients' services from WHMCS and writes what the account says about them.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use WHMCS\Database\Capsule;

final class Services
{
    /** Only services of products that use this module are found. */
    public function find(int $id): ?ServiceRecord
    {
        $row = Capsule::table('tblhosting')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where('tblhosting.id', $id)
            ->where('tblproducts.servertype', Module::NAME)
            ->first(['tblproducts.*', 'tblhosting.*']);
        return $row === null ? null : $this->record($row);
    }

    public function setStatus(ServiceRecord $service, string $status): void
    {
        $this->update($service, ['status' => $status], ['domainstatus' => $status]);
    }

    /** @param string $date Y-m-d */
    public function setTerminationDate(ServiceRecord $service, string $date): void
    {
        $this->update($service, ['terminationdate' => $date], ['termination_date' => $date]);
    }

    public function setServer(ServiceRecord $service, int $serverId): void
    {
        $this->update($service, ['serverid' => $serverId], ['server' => $serverId]);
    }

    /**
     * WHMCS works the recurring amount out from the product's price; that nobody else can do for it.
     *
     * @param string $cycle as tblhosting names it
     * @return string|null why WHMCS did not do it
     */
    public function setCycle(ServiceRecord $service, string $cycle): ?string
    {
        $result = localAPI('UpdateClientProduct', ['serviceid' => $service->id, 'billingcycle' => $cycle, 'autorecalc' => true]);
        return ($result['result'] ?? '') === 'success' ? null : (string) ($result['message'] ?? 'UpdateClientProduct');
    }

    /**
     * Through WHMCS's own command, so that its hooks run; straight into the table where the command is not to be had.
     *
     * @param array<string, string|int> $values for UpdateClientProduct
     * @param array<string, string|int> $columns the same for tblhosting
     */
    private function update(ServiceRecord $service, array $values, array $columns): void
    {
        $result = localAPI('UpdateClientProduct', ['serviceid' => $service->id] + $values);
        if (($result['result'] ?? '') !== 'success') {
            Capsule::table('tblhosting')->where('id', $service->id)->update($columns);
        }
    }

    private function record(object $row): ServiceRecord
    {
        return new ServiceRecord(
            (int) $row->id,
            (int) $row->userid,
            (int) $row->packageid,
            (int) $row->server,
            (string) $row->domainstatus,
            (string) $row->billingcycle,
            self::date($row->nextduedate),
            self::date($row->termination_date ?? null),
            max(1, (int) ($row->qty ?? 1)),
            (int) $row->orderid,
            ModuleSettings::of($row),
        );
    }

    /** WHMCS stores "no date" as zeros. */
    public static function date(mixed $stored): ?string
    {
        $date = substr((string) $stored, 0, 10);
        return preg_match('/^[1-9]\d{3}-\d{2}-\d{2}$/', $date) === 1 ? $date : null;
    }
}
