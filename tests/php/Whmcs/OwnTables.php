<?php

/**
 * The module's tables are made and changed by versions: from nothing, from an older version with its data, after a step that was broken off,
 * by two processes at once, and never backwards.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

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

    public function testOfTheFirstVersionAreBroughtUpToDateAndKeepWhatTheyHold(): void
    {
        $this->journal('create:7:0');
        $this->app->refreshPrices($this->app->servers()->find($this->server));
        $installation = (new \IspmanagerNoc\Whmcs\Installation())->id();
        Capsule::schema()->drop('mod_ispmanagernoc_differences');
        Capsule::schema()->drop('mod_ispmanagernoc_invoiced_periods');
        Capsule::schema()->drop('mod_ispmanagernoc_calls');
        $this->writeVersion(1);

        Tables::migrate();
        $this->assertComplete();
        self::assertCount(1, $this->app->journal()->forService(7));
        self::assertNotNull($this->app->prices()->stored($this->app->servers()->find($this->server)));
        self::assertSame($installation, (new \IspmanagerNoc\Whmcs\Installation())->id());
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

    public function testOfANewerModuleAreLeftAloneAndNothingIsSent(): void
    {
        $service = $this->service();
        $this->app->journal()->forService($service);
        $this->writeVersion(self::VERSION + 1);
        StandinDatabase::connect($this->shared());
        $this->account->requests = [];
        self::assertStringContainsString('newer', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame([], $this->account->requests);
        self::assertSame((string) (self::VERSION + 1), $this->version());
        \IspmanagerNoc\Hook\Hook::named('CronRun')([]);
        self::assertStringContainsString('newer', implode("\n", $this->whmcs->activityLog()));
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

    private function writeVersion(int $version): void
    {
        Capsule::table('mod_ispmanagernoc_settings')->where('name', 'schema')->update(['value' => (string) $version]);
    }

    private function version(): string
    {
        return (string) Capsule::table('mod_ispmanagernoc_settings')->where('name', 'schema')->value('value');
    }
}
