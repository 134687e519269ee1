<?php

/**
 * For PHPUnit tests of modules: an empty installation in memory, ways to fill it and to read what a module left behind.
 */

declare(strict_types=1);

namespace Standin;

use Standin\Billing\Renewals;
use Standin\Module\Params;
use WHMCS\Database\Capsule;

final class Testing
{
    private function __construct()
    {
    }

    /**
     * Starts again with an empty, seeded database, no hooks and no session.
     *
     * @param string $modules the directory that holds `servers/` and `addons/`
     * @param string $database an empty one, in memory unless another is named
     */
    public static function fresh(string $modules = '', string $database = 'sqlite::memory:'): self
    {
        Installation::open('', $modules, 'a secret for tests', 'admin');
        Hooks::forget();
        $_SESSION = [];
        Database::connect($database);
        Schema::create();
        Seed::run();
        return new self();
    }

    public function client(array $columns = []): int
    {
        return $this->insert('tblclients', $columns + [
            'firstname' => 'Anna', 'lastname' => 'Client', 'email' => 'anna@example.com', 'datecreated' => Clock::today(), 'notes' => '',
        ]);
    }

    /** @param array<string, mixed> $columns `password` in plain text */
    public function server(string $module, array $columns = []): int
    {
        $columns['password'] = Crypt::encrypt($columns['password'] ?? 'secret');
        return $this->insert('tblservers', $columns + [
            'name' => "Server of $module", 'hostname' => '127.0.0.1', 'username' => 'partner', 'type' => $module, 'active' => 1,
            'assignedips' => '', 'accesshash' => '', 'secure' => 'on',
        ]);
    }

    public function product(string $module, array $columns = []): int
    {
        return $this->insert('tblproducts', $columns + [
            'type' => 'other', 'gid' => $this->group(), 'name' => 'Product', 'description' => '', 'servertype' => $module,
            'autosetup' => 'payment',
        ]);
    }

    /** @param array<string, mixed> $columns columns of tblcustomfields beside the name */
    public function customField(int $productId, string $fieldName, array $columns = []): int
    {
        return $this->insert('tblcustomfields', $columns + [
            'type' => 'product', 'relid' => $productId, 'fieldname' => $fieldName, 'fieldtype' => 'text',
            'description' => '', 'fieldoptions' => '', 'regexpr' => '', 'showorder' => 'on',
        ]);
    }

    /**
     * A service with its order. Missing client, and nothing else, is made on the way.
     *
     * @param array<string, string> $customFields values by the fields' short names; the fields must exist
     * @param array<string, mixed> $columns columns of tblhosting, such as `server`, `billingcycle`, `domainstatus`
     */
    public function service(int $productId, array $columns = [], array $customFields = []): int
    {
        $clientId = $columns['userid'] ?? $this->client(['email' => bin2hex(random_bytes(4)) . '@example.com']);
        $orderId = $columns['orderid'] ?? $this->insert('tblorders', [
            'ordernum' => (string) random_int(1_000_000, 9_999_999), 'userid' => $clientId, 'date' => Clock::now(), 'notes' => '',
        ]);
        $due = Clock::today();
        $serviceId = $this->insert('tblhosting', $columns + [
            'userid' => $clientId, 'orderid' => $orderId, 'packageid' => $productId, 'regdate' => $due, 'billingcycle' => 'Monthly',
            'nextduedate' => $due, 'nextinvoicedate' => $due, 'paymentmethod' => 'mailin', 'amount' => 10, 'firstpaymentamount' => 10,
            'password' => '', 'notes' => '', 'suspendreason' => '', 'assignedips' => '',
        ]);
        foreach ($customFields as $name => $value) {
            $this->setCustomField($serviceId, $name, $value);
        }
        return $serviceId;
    }

    /** A paid invoice for the service's next period, with which its due date moves; the first one belongs to its order. */
    public function paidInvoice(int $serviceId, array $columns = []): int
    {
        $service = Capsule::table('tblhosting')->find($serviceId);
        $invoiceId = $this->insert('tblinvoices', $columns + [
            'userid' => $service->userid, 'date' => Clock::today(), 'duedate' => $service->nextduedate, 'datepaid' => Clock::now(),
            'total' => $service->amount, 'subtotal' => $service->amount, 'status' => 'Paid', 'paymentmethod' => 'mailin', 'notes' => '',
        ]);
        $this->insert('tblinvoiceitems', [
            'invoiceid' => $invoiceId, 'userid' => $service->userid, 'type' => 'Hosting', 'relid' => $serviceId, 'description' => '',
            'amount' => $service->amount, 'duedate' => $service->nextduedate, 'notes' => '',
        ]);
        Capsule::table('tblorders')->where(['id' => $service->orderid, 'invoiceid' => 0])->update(['invoiceid' => $invoiceId]);
        Renewals::advance($serviceId);
        return $invoiceId;
    }

    /** The lines of one invoice become another's, as WHMCS merges them. */
    public function mergedInvoice(int $from, int $into): void
    {
        Capsule::table('tblinvoiceitems')->where('invoiceid', $from)->update(['invoiceid' => $into]);
        Capsule::table('tblinvoices')->where('id', $from)->delete();
    }

    public function setCustomField(int $serviceId, string $shortName, string $value): void
    {
        $productId = (int) Capsule::table('tblhosting')->where('id', $serviceId)->value('packageid');
        foreach (CustomFields::ofProduct($productId) as $field) {
            if (CustomFields::shortName($field) === $shortName) {
                CustomFields::save((int) $field->id, $serviceId, $value);
                return;
            }
        }
        throw new \LogicException("Product $productId has no custom field $shortName");
    }

    /** @return array<string, string> by short name */
    public function customFields(int $serviceId): array
    {
        return CustomFields::valuesByShortName($serviceId);
    }

    /** The array that the module's functions get for this service. */
    public function params(int $serviceId): array
    {
        return Params::forService($serviceId);
    }

    /** The array that TestConnection and AdminSingleSignOn get for this server record. */
    public function serverParams(int $serverId): array
    {
        return Params::forServer(Params::server($serverId));
    }

    /** Logs staff in for the rest of this test. */
    public function actAsStaff(int $adminId = 1): void
    {
        $_SESSION['adminid'] = $adminId;
    }

    /** Logs a client in for the rest of this test. */
    public function actAsClient(int $clientId): void
    {
        $_SESSION['uid'] = $clientId;
    }

    /** @return list<object> */
    public function moduleLog(): array
    {
        return Capsule::table('tblmodulelog')->orderBy('id')->get()->all();
    }

    /** @return list<string> */
    public function activityLog(): array
    {
        return Capsule::table('tblactivitylog')->orderBy('id')->pluck('description')->all();
    }

    private function group(): int
    {
        $first = Capsule::table('tblproductgroups')->value('id');
        return (int) ($first ?? $this->insert('tblproductgroups', ['name' => 'Group']));
    }

    private function insert(string $table, array $columns): int
    {
        return (int) Capsule::table($table)->insertGetId($columns);
    }
}
