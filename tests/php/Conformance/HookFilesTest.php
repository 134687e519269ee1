<?php

/**
 * The hook files are loaded on every page of WHMCS, in whatever state it is: without the addon, without the server module, and while the database
 * is down. That they may be loaded twice, and know no undocumented name, is shown by HooksTest.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Conformance;

use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Whmcs\Reports;
use Standin\HookNames;
use WHMCS\Database\Capsule;

/** @group machine */
final class HookFilesTest extends ModuleTest
{
    private const SERVER = 'servers/ispmanagernoc/hooks.php';
    private const ADDON = 'addons/ispmanagernoc_partner/hooks.php';

    private string $copy = '';

    protected function tearDown(): void
    {
        parent::tearDown();
        if ($this->copy !== '') {
            exec('rm -rf ' . escapeshellarg($this->copy));
        }
    }

    public function testTheServerModulesHooksNeedNoAddon(): void
    {
        $outcomes = Modules::alone('bare', [self::SERVER, self::SERVER], null, $this->copyOf('servers'));
        self::assertNothingHappened($outcomes);
        self::assertCount(count($this->registered()) + 1, $outcomes);
    }

    public function testTheAddonsHooksNeedNoServerModule(): void
    {
        self::assertSame([self::ADDON], array_keys(Modules::alone('bare', [self::ADDON], null, $this->copyOf('addons'))));
    }

    /** @return array<string, array{list<string>}> */
    public static function files(): array
    {
        return ['the server module' => [[self::SERVER]], 'both' => [[self::ADDON, self::SERVER]]];
    }

    /**
     * @dataProvider files
     * @param list<string> $files
     */
    public function testWhileTheDatabaseIsDownTheyLoadAndNoHookThrows(array $files): void
    {
        $outcomes = Modules::alone('no-database', $files, null);
        self::assertNothingHappened($outcomes);
        self::assertEqualsCanonicalizing([...$files, ...$this->registered()], array_keys($outcomes));
        foreach (array_diff_key($outcomes, array_flip($files)) as $name => $outcome) {
            self::assertContains($outcome['answer'], [[], [''], [[]]], $name);
        }
    }

    public function testEveryRegisteredNameIsOneThatTheStandInRuns(): void
    {
        foreach ($this->registered() as $name) {
            self::assertTrue(HookNames::isRun($name), $name);
        }
    }

    /** A log that cannot be written is no reason to leave the rest undone. */
    public function testANoteThatCannotBeWrittenStopsNothing(): void
    {
        Capsule::schema()->drop('tblactivitylog');
        $log = (string) ini_set('error_log', '/dev/null');
        Reports::note('unheard');
        Capsule::table('tblservers')->update(['hostname' => 'example.com']);
        $this->whmcs->server('ispmanagernoc', ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'active' => 0]);
        self::assertNull(Hook::named('DailyRun')([]));
        ini_set('error_log', $log);
        self::assertGreaterThan(0, $this->account->count('pricelist.export'), 'the account after the one that cannot be asked');
    }

    /** @param array<string, array{type: string, answer: mixed, thrown: ?string, output: string, notices: list<string>, network: list<string>}> $outcomes */
    private static function assertNothingHappened(array $outcomes): void
    {
        foreach ($outcomes as $name => $outcome) {
            self::assertSame([null, '', [], []], [$outcome['thrown'], $outcome['output'], $outcome['notices'], $outcome['network']], $name);
        }
    }

    /** @return list<string> the names that hooks.php gives */
    private function registered(): array
    {
        preg_match_all("/^add_hook\\('(\\w+)'/m", (string) file_get_contents(Modules::FOLDER . '/' . self::SERVER), $names);
        return $names[1];
    }

    /** @return string a folder of modules in which one kind alone was unpacked */
    private function copyOf(string $kind): string
    {
        $this->copy = sys_get_temp_dir() . '/ispnoc-' . bin2hex(random_bytes(4));
        mkdir($this->copy);
        exec('cp -r ' . escapeshellarg(Modules::FOLDER . "/$kind") . ' ' . escapeshellarg($this->copy));
        return $this->copy;
    }
}
