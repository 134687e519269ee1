<?php

/**
 * The module's tables are made and changed by versions: from nothing, from an older version with its data, after a step that was broken off,
 * by two processes at once, and never backwards.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Whmcs\Database;
use IspmanagerNoc\Whmcs\Tables;
use Standin\Database as StandinDatabase;
use Throwable;
use WHMCS\Database\Capsule;

abstract class OwnTables extends ModuleTest
{
    private const VERSION = 4;
    private const TABLES = ['settings', 'journal', 'price_lists', 'breakers', 'differences', 'invoiced_periods', 'calls'];
    private const PROCESSES = 4;

    /** The address under which other processes find the database of this test. */
    abstract protected function shared(): string;

    public function testAreMadeFromNothing(): void
    {
        $this->dropAll();
        Tables::migrate();
        $this->assertComplete();
        $this->journal('create:7:0');
        self::assertNull($this->journal('create:7:0'));
    }

    /** @return array<string, array{int}> */
    public static function olderVersions(): array
    {
        return ['the first' => [1], 'the second' => [2], 'the third' => [3]];
    }

    /** @dataProvider olderVersions */
    public function testOfAnOlderVersionAreBroughtUpToDateAndKeepWhatTheyHold(int $version): void
    {
        $ordered = $this->orderedService();
        $this->whmcs->paidInvoice($ordered);
        $this->account->answer('service.prolong', \IspmanagerNoc\Account\Reply::lost('timeout'));
        ispmanagernoc_Renew($this->whmcs->params($ordered));
        $this->app->differences()->report(new Difference(DifferenceKind::Status, $this->server, $ordered, '812345', 'Active', 'deleted', 1_700_000_000));
        Database::own('invoiced_periods')->insert(['item_id' => 4711, 'months' => 3]);
        $installation = (new \IspmanagerNoc\Whmcs\Installation())->id();
        $this->goBackTo($version);
        $before = $this->rows();
        self::assertNotSame([], $before['journal']);

        StandinDatabase::connect($this->shared());
        self::assertSame(['done', 'unknown'], $this->states($ordered));
        $this->assertComplete();
        $after = $this->rows();
        foreach ($before as $table => $rows) {
            self::assertSame($rows, $after[$table], $table);
        }
        self::assertSame($installation, (new \IspmanagerNoc\Whmcs\Installation())->id());
        $this->account->requests = [];
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($ordered)), 'its order is known');
        self::assertSame([], $this->account->spending());
    }

    public function testAStepThatWasBrokenOffBeforeTheKeyWasMadeIsCompleted(): void
    {
        $this->app->journal()->forService(7);
        Capsule::schema()->table('mod_ispmanagernoc_journal', static fn ($table) => $table->dropUnique('mod_ispmanagernoc_journal_key'));
        $this->writeVersion(0);
        Tables::migrate();
        $this->journal('create:7:0');
        self::assertNull($this->journal('create:7:0'));
        $this->assertComplete();
    }

    public function testOfANewerModuleAreLeftAloneByEveryFunctionAndEveryEvent(): void
    {
        require_once __DIR__ . '/../../../php-hooks/addons/ispmanagernoc_partner/ispmanagernoc_partner.php';
        $this->whmcs->actAsStaff();
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->writeVersion(self::VERSION + 1);
        $before = [$this->rows(), Capsule::table('tblhosting')->get()->toJson(), $this->whmcs->customFields($service)];
        StandinDatabase::connect($this->shared());
        $this->account->requests = [];

        foreach (['CreateAccount', 'Renew', 'TerminateAccount', 'Sync'] as $command) {
            self::assertStringContainsString('changed by a newer module', "ispmanagernoc_$command"($this->whmcs->params($service)), $command);
        }
        self::assertStringContainsString('changed by a newer module', implode(ispmanagernoc_AdminServicesTabFields($this->whmcs->params($service))));
        self::assertSame('ispmanager NOC', ispmanagernoc_MetaData()['DisplayName']);
        foreach (['ConfigOptions', 'ClientArea', 'AdminCustomButtonArray'] as $function) {
            self::assertIsArray("ispmanagernoc_$function"($this->whmcs->params($service)), $function);
        }
        self::assertIsArray(ispmanagernoc_TestConnection($this->whmcs->serverParams($this->server)));
        self::assertNotSame('', ispmanagernoc_partner_config()['version']);
        self::assertContains(ispmanagernoc_partner_activate()['status'], ['success', 'error']);
        ispmanagernoc_partner_upgrade(['version' => '9.9.9']);
        ob_start();
        ispmanagernoc_partner_output(['modulelink' => '']);
        self::assertStringContainsString('changed by a newer module', (string) ob_get_clean());
        foreach (glob(__DIR__ . '/../../../php-hooks/servers/ispmanagernoc/lib/Hook/*.php') ?: [] as $file) {
            \IspmanagerNoc\Hook\Hook::named(basename($file, '.php'))(['pid' => $this->product, 'serverid' => $this->server, 'invoiceid' => 1]);
        }

        self::assertSame($before, [$this->rows(), Capsule::table('tblhosting')->get()->toJson(), $this->whmcs->customFields($service)]);
        self::assertSame([], $this->account->spending());
        self::assertStringContainsString('changed by a newer module', implode("\n", $this->whmcs->activityLog()));
    }

    /** @group machine */
    public function testAreMadeByManyProcessesAtOnce(): void
    {
        $this->dropAll();
        $address = $this->shared();
        [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0) ?: self::fail('no sockets');
        $file = (string) tempnam(sys_get_temp_dir(), 'ispnoc');
        $children = [];
        for ($number = 0; $number < self::PROCESSES; $number++) {
            $child = pcntl_fork();
            if ($child === 0) {
                fclose($ours);
                stream_get_contents($theirs);
                try {
                    StandinDatabase::connect($address);
                    $this->app->journal()->claim('create:7:0', Operation::Create, 7, $this->serverRecord(), '', null, []);
                } catch (Throwable $failure) {
                    file_put_contents($file, "$failure\n", FILE_APPEND | LOCK_EX);
                }
                posix_kill(posix_getpid(), SIGKILL);
            }
            $children[] = $child;
        }
        fclose($theirs);
        fclose($ours);
        foreach ($children as $child) {
            pcntl_waitpid($child, $status);
        }
        self::assertSame('', (string) file_get_contents($file));
        unlink($file);
        StandinDatabase::connect($address);
        self::assertCount(1, $this->app->journal()->forService(7));
        $this->assertComplete();
    }

    private function assertComplete(): void
    {
        foreach (self::TABLES as $table) {
            self::assertTrue(Capsule::schema()->hasTable("mod_ispmanagernoc_$table"), $table);
        }
        self::assertSame((string) self::VERSION, $this->version());
        self::assertSame(1, Capsule::table('mod_ispmanagernoc_settings')->where('name', 'schema')->count());
        $twice = static fn () => Capsule::table('mod_ispmanagernoc_breakers')->insert([['server_id' => 99], ['server_id' => 99]]);
        try {
            $twice();
            self::fail('A server has one breaker');
        } catch (\Illuminate\Database\QueryException $failure) {
            self::assertTrue(Database::isDuplicate($failure), $failure->getMessage());
        }
    }

    private function journal(string $key): ?\IspmanagerNoc\Journal\Entry
    {
        return $this->app->journal()->claim($key, Operation::Create, 7, $this->serverRecord(), '', null, ['item' => str_repeat('ы', 1000)]);
    }

    private function dropAll(): void
    {
        foreach (self::TABLES as $table) {
            Capsule::schema()->dropIfExists("mod_ispmanagernoc_$table");
        }
    }

    /** As the module of that version left the tables. */
    private function goBackTo(int $version): void
    {
        $made = [2 => ['differences', 'order'], 3 => ['invoiced_periods', ''], 4 => ['calls', 'sent']];
        foreach (array_filter($made, static fn (int $step): bool => $step > $version, ARRAY_FILTER_USE_KEY) as [$table, $index]) {
            Capsule::schema()->drop("mod_ispmanagernoc_$table");
            if ($index !== '') {
                Capsule::schema()->table('mod_ispmanagernoc_journal', static fn ($journal) => $journal->dropIndex("mod_ispmanagernoc_journal_$index"));
            }
        }
        $this->writeVersion($version);
    }

    /** @return array<string, string> what each table that is there holds */
    private function rows(): array
    {
        $rows = [];
        foreach (self::TABLES as $table) {
            if (Capsule::schema()->hasTable("mod_ispmanagernoc_$table")) {
                $all = Capsule::table("mod_ispmanagernoc_$table")->get()->filter(static fn (object $row): bool => ($row->name ?? '') !== 'schema');
                $rows[$table] = $all->values()->toJson();
            }
        }
        return $rows;
    }

    private function writeVersion(int $version): void
    {
        Capsule::table('mod_ispmanagernoc_settings')->where('name', 'schema')->update(['value' => (string) $version]);
    }

    private function version(): string
    {
        return (string) Capsule::table('mod_ispmanagernoc_settings')->where('name', 'schema')->value('value');
    }
}
