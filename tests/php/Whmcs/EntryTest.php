<?php

/**
 * Every function of the module answers an empty array with the right type, without a database or a network, as WHMCS's own samples ask.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

use FilesystemIterator;
use IspmanagerNoc\Tests\ModuleTest;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use WHMCS\Database\Capsule;

final class EntryTest extends ModuleTest
{
    private const MODULE = __DIR__ . '/../../../php-hooks/servers/ispmanagernoc';
    private const ARRAYS = [
        'MetaData', 'ConfigOptions', 'TestConnection', 'AdminCustomButtonArray', 'AdminServicesTabFields', 'AdminSingleSignOn', 'ClientArea',
    ];
    private const TEXTS = ['CreateAccount', 'Renew', 'TerminateAccount', 'Sync'];

    public function testEveryFunctionAnswersAnEmptyArrayWithItsType(): void
    {
        foreach (self::ARRAYS as $function) {
            self::assertIsArray(("ispmanagernoc_$function")([]), $function);
        }
        foreach (self::TEXTS as $function) {
            self::assertIsString(("ispmanagernoc_$function")([]), $function);
            self::assertNotSame('success', ("ispmanagernoc_$function")([]), $function);
        }
        self::assertSame([], $this->account->requests);
    }

    /** @group machine */
    public function testEvenWithoutADatabase(): void
    {
        $code = 'define("WHMCS", true); require $argv[1]; set_error_handler(function ($n, $text) { throw new ErrorException($text); });'
            . 'foreach (["MetaData", "ConfigOptions", "TestConnection", "AdminCustomButtonArray", "AdminServicesTabFields", "AdminSingleSignOn",'
            . '"ClientArea"] as $f) { if (!is_array(("ispmanagernoc_$f")([]))) { echo "$f "; } }'
            . 'foreach (["CreateAccount", "Renew", "TerminateAccount", "Sync"] as $f) { if (!is_string(("ispmanagernoc_$f")([]))) { echo "$f "; } }';
        self::assertSame('', self::php($code, 'ispmanagernoc.php'));
    }

    /** @group machine */
    public function testAnOldPhpGetsAClearTextFromEveryFunction(): void
    {
        $code = 'require $argv[1]; IspmanagerNoc\Entry::$reason = "old-php"; foreach (["CreateAccount", "Renew"] as $f) { echo IspmanagerNoc\Entry::call($f, []), "\n"; }'
            . 'echo json_encode([IspmanagerNoc\Entry::call("TestConnection"), IspmanagerNoc\Entry::call("MetaData"), IspmanagerNoc\Entry::call("ClientArea")]);';
        $said = self::php($code, 'Instead.php');
        self::assertSame(3, substr_count($said, 'needs PHP 8.1 or newer'));
    }

    public function testAFailureThatNobodyForesawIsAReferenceAndNotADump(): void
    {
        $service = $this->service();
        $params = $this->whmcs->params($service);
        Capsule::schema()->drop('tblcustomfields');
        $text = ispmanagernoc_CreateAccount($params);
        self::assertMatchesRegularExpression('/Reference: ([0-9a-f]{8})/', $text);
        self::assertStringNotContainsString('SQL', $text);
        preg_match('/Reference: ([0-9a-f]{8})/', $text, $found);
        self::assertStringContainsString($found[1], implode("\n", $this->whmcs->activityLog()));
    }

    public function testTheNameIsTheManuals(): void
    {
        self::assertSame('ispmanager NOC', ispmanagernoc_MetaData()['DisplayName']);
        self::assertSame(['Sync' => 'Sync'], ispmanagernoc_AdminCustomButtonArray());
    }

    /**
     * A web server that knows of no rule for them runs them like pages; errors are on display there, and nothing is read that could take them off.
     *
     * @group machine
     */
    public function testAFileThatIsAskedForByItselfPrintsNothing(): void
    {
        $withParents = [];
        foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator(self::MODULE . '/lib', FilesystemIterator::SKIP_DOTS)) as $file) {
            if (preg_match('/^[a-z ]*(?:class|enum|interface) .*(?:extends|implements)|^    use /m', file_get_contents("$file")) === 1) {
                $withParents[] = "$file";
            }
        }
        self::assertGreaterThan(30, count($withParents));
        // Of what needs no parent one of each kind: a class, facts and texts.
        $others = [self::MODULE . '/lib/App.php', self::MODULE . '/contract.php', self::MODULE . '/lang/english.php'];
        foreach ([...$withParents, ...$others] as $file) {
            self::assertSame('', self::said(['-d', 'display_errors=1', '-d', 'log_errors=0', $file]), $file);
        }
    }

    /**
     * What PHP cannot read it complains of before it runs a line: there only its settings help, where it takes them from the module's folder.
     *
     * @group machine
     */
    public function testAFileThatIsCutOffPrintsNothingWhereUserIniIsRead(): void
    {
        $file = tempnam(sys_get_temp_dir(), 'ispnoc');
        file_put_contents($file, substr((string) file_get_contents(self::MODULE . '/lib/App.php'), 0, 1500));
        $options = ['-d', 'display_errors=1', '-d', 'log_errors=0'];
        self::assertStringContainsString($file, self::said([...$options, $file]));
        foreach (parse_ini_file(self::MODULE . '/.user.ini', false, INI_SCANNER_RAW) as $name => $value) {
            array_push($options, '-d', "$name=$value");
        }
        self::assertSame('', self::said([...$options, $file]));
        unlink($file);
    }

    private static function php(string $code, string $file): string
    {
        return self::said(['-d', 'display_errors=1', '-r', $code, self::MODULE . "/$file"]);
    }

    /** @param list<string> $arguments */
    private static function said(array $arguments): string
    {
        $process = proc_open([PHP_BINARY, ...$arguments], [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
        self::assertIsResource($process);
        $said = stream_get_contents($pipes[1]) . stream_get_contents($pipes[2]);
        proc_close($process);
        return $said;
    }
}
