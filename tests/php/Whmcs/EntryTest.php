<?php

/**
 * Every function of the module answers an empty array with the right type, without a database or a network, as WHMCS's own samples ask.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Database\Capsule;

final class EntryTest extends ModuleTest
{
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
     * A web server that knows of no rule for them runs them like pages; errors are on display there.
     *
     * @group machine
     */
    public function testAFileThatIsAskedForByItselfPrintsNothing(): void
    {
        $module = __DIR__ . '/../../../php-hooks/servers/ispmanagernoc';
        $options = ['-d', 'display_errors=1', '-d', 'log_errors=0'];
        foreach (parse_ini_file("$module/.user.ini", false, INI_SCANNER_RAW) as $name => $value) {
            array_push($options, '-d', "$name=$value");
        }
        // Classes with and without a parent, which is not there then, facts and texts.
        foreach (['lib/Exception/Refused.php', 'lib/Whmcs/HomeWidget.php', 'lib/App.php', 'contract.php', 'lang/english.php'] as $file) {
            self::assertSame('', self::said([...$options, "$module/$file"]), $file);
        }
    }

    private static function php(string $code, string $file): string
    {
        $path = __DIR__ . "/../../../php-hooks/servers/ispmanagernoc/$file";
        return self::said(['-d', 'display_errors=1', '-r', $code, $path]);
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
