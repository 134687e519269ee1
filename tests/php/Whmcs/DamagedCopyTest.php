<?php

/**
 * A copy of the modules that an upload has left incomplete, damaged or mixed of two versions answers with a clear text, sends nothing, and is
 * in no page's way. Each is loaded in a process of its own.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

use FilesystemIterator;
use IspmanagerNoc\Health\Files;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

/** @group machine */
final class DamagedCopyTest extends TestCase
{
    private const SOURCE = __DIR__ . '/../../../php-hooks';
    private const SERVER = 'servers/ispmanagernoc';
    private const ADDON = 'addons/ispmanagernoc_partner';
    private const UNPACK = 'Unpack the whole archive';

    private string $modules;

    protected function setUp(): void
    {
        $this->modules = sys_get_temp_dir() . '/ispnoc-copy-' . bin2hex(random_bytes(4));
        foreach (self::files(self::SOURCE) as $name) {
            $target = "$this->modules/$name";
            is_dir(dirname($target)) || mkdir(dirname($target), 0o777, true);
            copy(self::SOURCE . "/$name", $target);
        }
        $this->list();
    }

    protected function tearDown(): void
    {
        $this->remove('');
    }

    public function testAWholeCopyWorks(): void
    {
        $said = $this->load();
        self::assertSame('success', $said['answers']['ispmanagernoc_CreateAccount']);
        self::assertSame([1, 11], [$said['spent'], $said['hooks']]);
        self::assertStringContainsString('nav-tabs', $said['answers']['ispmanagernoc_partner_output']);
        self::assertStringNotContainsString(self::UNPACK, json_encode($said, JSON_THROW_ON_ERROR));
        self::assertSame([], (new Files($this->modules))->differing());
    }

    /** @return array<string, array{callable(self): void}> */
    public static function brokenOff(): array
    {
        return [
            'the classes are missing' => [static fn (self $copy) => $copy->remove(self::SERVER . '/lib')],
            'the facts are missing' => [static fn (self $copy) => $copy->remove(self::SERVER . '/contract.php')],
            'the facts are cut off' => [static fn (self $copy) => $copy->cutOff(self::SERVER . '/contract.php')],
            'the facts are another version\'s' => [static fn (self $copy) => $copy->change(self::SERVER . '/contract.php', "'version' => '", "'version' => '9")],
            'the classes are another version\'s' => [static fn (self $copy) => $copy->change(self::SERVER . '/lib/version.php', "return '", "return '9")],
            'the classes say no version' => [static fn (self $copy) => $copy->cutOff(self::SERVER . '/lib/version.php')],
            'what starts it is missing' => [static fn (self $copy) => $copy->remove(self::SERVER . '/start.php')],
            'the door is missing' => [static fn (self $copy) => $copy->remove(self::SERVER . '/lib/Entry.php')],
            'the door is cut off' => [static fn (self $copy) => $copy->cutOff(self::SERVER . '/lib/Entry.php')],
            'the guard of the hooks is cut off' => [static fn (self $copy) => $copy->cutOff(self::SERVER . '/lib/Hook/Hook.php')],
        ];
    }

    /**
     * @param callable(self): void $damage
     * @dataProvider brokenOff
     */
    public function testWhatCannotRunSaysSoFromEveryFunctionAndTakesPartInNoEvent(callable $damage): void
    {
        $damage($this);
        $said = $this->load();
        self::assertSame([0, 0, []], [$said['spent'], $said['hooks'], $said['log']]);
        foreach (['CreateAccount', 'TestConnection', 'ConfigOptions', 'AdminServicesTabFields', 'TariffLoader'] as $function) {
            self::assertStringContainsString(self::UNPACK, json_encode($said['answers']["ispmanagernoc_$function"], JSON_THROW_ON_ERROR), $function);
        }
        self::assertSame('ispmanager NOC', $said['answers']['ispmanagernoc_MetaData']['DisplayName']);
        self::assertStringContainsString(self::UNPACK, $said['answers']['ispmanagernoc_partner_config']['description']);
        self::assertStringContainsString(self::UNPACK, $said['answers']['ispmanagernoc_partner_output']);
    }

    public function testWhereNothingIsLeftThatCouldSaySoThePageGoesOn(): void
    {
        $code = 'define("WHMCS", true); function add_hook() { exit(3); } require $argv[1]; echo "the page";';
        file_put_contents("$this->modules/" . self::SERVER . '/contract.php', '');
        $this->cutOff(self::SERVER . '/Instead.php');
        foreach (['', self::SERVER . '/Instead.php', self::SERVER . '/lib/Hook/Hook.php'] as $missing) {
            $missing === '' ? null : $this->remove($missing);
            $command = [PHP_BINARY, '-d', 'display_errors=1', '-r', $code, '--', "$this->modules/" . self::SERVER . '/hooks.php'];
            $process = proc_open($command, [1 => ['pipe', 'w']], $pipes);
            self::assertIsResource($process);
            self::assertSame(['the page', 0], [stream_get_contents($pipes[1]), proc_close($process)]);
        }
    }

    /** @return array<string, array{callable(self): void, string}> */
    public static function incomplete(): array
    {
        return [
            'a command is missing' => [static fn (self $copy) => $copy->remove(self::SERVER . '/lib/Command/Create.php'), 'lib/Command/Create.php'],
            'a command is cut off' => [static fn (self $copy) => $copy->cutOff(self::SERVER . '/lib/Command/Create.php'), 'lib/Command/Create.php'],
            'a class is an older one' => [
                static fn (self $copy) => $copy->change(self::SERVER . '/lib/Journal/Journal.php', 'function claim(', 'function claimAsBefore('),
                'lib/Journal/Journal.php',
            ],
            'the logs are missing' => [static fn (self $copy) => $copy->remove(self::SERVER . '/lib/Whmcs/Reports.php'), ''],
            'the accounts are missing' => [static fn (self $copy) => $copy->remove(self::SERVER . '/lib/Account'), ' more. Unpack'],
        ];
    }

    /**
     * @param callable(self): void $damage
     * @dataProvider incomplete
     */
    public function testWhatFailsBecauseAFileIsMissingNamesIt(callable $damage, string $named): void
    {
        $damage($this);
        $said = $this->load();
        self::assertSame([0, 11], [$said['spent'], $said['hooks']]);
        $text = $said['answers']['ispmanagernoc_CreateAccount'];
        self::assertStringContainsString(self::UNPACK, $text);
        self::assertStringContainsString($named, $text);
    }

    /** @return array<string, array{callable(self): void}> */
    public static function textless(): array
    {
        return [
            'the texts are missing' => [static fn (self $copy) => $copy->remove(self::SERVER . '/lang')],
            'the reader of texts is cut off' => [static fn (self $copy) => $copy->cutOff(self::SERVER . '/lib/Texts.php')],
        ];
    }

    /**
     * @param callable(self): void $damage
     * @dataProvider textless
     */
    public function testWithoutTextsPagesStillSayWhatToDoAndOrdersAreMade(callable $damage): void
    {
        $damage($this);
        $said = $this->load();
        self::assertSame(['success', 1], [$said['answers']['ispmanagernoc_CreateAccount'], $said['spent']]);
        foreach (['ConfigOptions', 'AdminServicesTabFields'] as $page) {
            self::assertStringContainsString(self::UNPACK, json_encode($said['answers']["ispmanagernoc_$page"], JSON_THROW_ON_ERROR), $page);
        }
        self::assertStringContainsString(self::UNPACK, $said['answers']['ispmanagernoc_partner_config']['description']);
    }

    public function testTheAddonWithoutTheServerModuleSaysWhatIsMissing(): void
    {
        $this->remove(self::SERVER);
        $said = $this->load();
        self::assertStringContainsString('server module ispmanager NOC is missing', $said['answers']['ispmanagernoc_partner_config']['description']);
        self::assertSame('error', $said['answers']['ispmanagernoc_partner_activate']['status']);
        self::assertStringContainsString(self::UNPACK, $said['answers']['ispmanagernoc_partner_output']);
        self::assertSame(0, $said['hooks']);
    }

    public function testTheAddonWithoutItsOwnStartSaysWhatIsMissingAndOrdersGoOn(): void
    {
        $this->remove(self::ADDON . '/start.php');
        $said = $this->load();
        self::assertStringContainsString('The addon is of version ?', $said['answers']['ispmanagernoc_partner_config']['description']);
        self::assertStringContainsString(self::UNPACK, $said['answers']['ispmanagernoc_partner_output']);
        self::assertSame(11, $said['hooks']);
    }

    public function testTheServerModuleWithoutTheAddonOrdersAndItsPagesSayWhatIsMissing(): void
    {
        $this->remove(self::ADDON);
        $said = $this->load();
        self::assertSame('success', $said['answers']['ispmanagernoc_CreateAccount']);
        self::assertSame(1, $said['spent']);
        self::assertStringContainsString('modules/addons/ispmanagernoc_partner is missing', $said['answers']['ispmanagernoc_AdminServicesTabFields']['ispmanager NOC']);
    }

    public function testAnAddonOfAnotherVersionIsRefusedAndOrdersGoOn(): void
    {
        $this->change(self::ADDON . '/start.php', "PARTNER_VERSION', '", "PARTNER_VERSION', '9");
        $said = $this->load();
        self::assertSame('success', $said['answers']['ispmanagernoc_CreateAccount']);
        self::assertSame('ispmanager NOC partner module', $said['answers']['ispmanagernoc_partner_config']['name']);
        foreach (['config' => 'description', 'activate' => 'description', 'output' => null] as $function => $part) {
            $answer = $said['answers']["ispmanagernoc_partner_$function"];
            self::assertMatchesRegularExpression('/addon is of version 9\S+ and the server module of version/', $part === null ? $answer : $answer[$part]);
        }
    }

    public function testHealthNamesWhatIsNotTheArchives(): void
    {
        $this->change(self::SERVER . '/lang/english.php', 'Product ID', 'Our Product ID');
        $this->remove(self::ADDON . '/whmcs.json');
        file_put_contents("$this->modules/" . self::SERVER . '/lib/Own.php', '<?php');
        self::assertSame([self::ADDON . '/whmcs.json', self::SERVER . '/lang/english.php'], (new Files($this->modules))->differing());
        self::assertSame('success', $this->load()['answers']['ispmanagernoc_CreateAccount'], 'a text that somebody changed on purpose is nobody\'s harm');

        $this->change(self::SERVER . '/files.txt', ': every', '9: every');
        self::assertSame([self::SERVER . '/files.txt'], (new Files($this->modules))->differing(), 'a list of another version tells nothing');
        $this->remove(self::SERVER . '/files.txt');
        self::assertFalse((new Files($this->modules))->hasList());
        self::assertSame([], (new Files($this->modules))->differing());
    }

    /** WHMCS's folder of modules may belong to another user than PHP's, and a web server that cannot write there is the safer one. */
    public function testNothingIsEverWrittenIntoTheFolderOfModules(): void
    {
        $writing = '/\b(?:fopen|fputs|fwrite|fputcsv|file_put_contents|mkdir|rmdir|unlink|rename|copy|touch|chmod|tempnam|tmpfile|symlink|link|move_uploaded_file'
            . '|ftruncate|SplFileObject|ZipArchive|PharData)\s*\(/';
        self::assertMatchesRegularExpression($writing, 'file_put_contents ($file)');
        foreach (self::files(self::SOURCE) as $name) {
            if (str_ends_with($name, '.php')) {
                preg_match_all($writing, (string) preg_replace('/(?:->|::|function |\$)\w+\s*\(/', '', php_strip_whitespace(self::SOURCE . "/$name")), $found);
                // A page that is downloaded is written into PHP's own memory.
                self::assertSame($name === self::SERVER . '/lib/Page/Partner/Csv.php' ? $found[0] : [], $found[0], $name);
            }
        }

        $before = array_map(fn (string $name): string => $name . md5_file("$this->modules/$name"), self::files($this->modules));
        $this->load();
        self::assertSame($before, array_map(fn (string $name): string => $name . md5_file("$this->modules/$name"), self::files($this->modules)));
    }

    /** @return array{answers: array<string, mixed>, hooks: int, spent: int, log: list<string>} */
    private function load(): array
    {
        $command = [PHP_BINARY, '-d', 'display_errors=stderr', '-d', 'error_log=/dev/null', __DIR__ . '/copy.php', $this->modules];
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
        self::assertIsResource($process);
        $said = (string) stream_get_contents($pipes[1]);
        $errors = (string) stream_get_contents($pipes[2]);
        self::assertSame(0, proc_close($process), "$said\n$errors");
        return json_decode($said, true, 32, JSON_THROW_ON_ERROR);
    }

    /** As crates/xtask/src/package.rs writes it. */
    private function list(): void
    {
        $lines = array_map(
            fn (string $name): string => substr(hash_file('sha256', "$this->modules/$name"), 0, 16) . "  $name\n",
            self::files($this->modules)
        );
        $version = require self::SOURCE . '/' . self::SERVER . '/lib/version.php';
        file_put_contents("$this->modules/" . self::SERVER . '/files.txt', "$version: every file\n" . implode('', $lines));
    }

    /** @return list<string> sorted, relative to the folder */
    private static function files(string $folder): array
    {
        $names = [];
        foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
            $names[] = substr($file->getPathname(), strlen($folder) + 1);
        }
        sort($names);
        return $names;
    }

    private function remove(string $name): void
    {
        $path = rtrim("$this->modules/$name", '/');
        if (is_dir($path)) {
            $inside = new RecursiveDirectoryIterator($path, FilesystemIterator::SKIP_DOTS);
            foreach (new RecursiveIteratorIterator($inside, RecursiveIteratorIterator::CHILD_FIRST) as $file) {
                $file->isDir() ? rmdir($file->getPathname()) : unlink($file->getPathname());
            }
            rmdir($path);
            return;
        }
        unlink($path);
    }

    private function cutOff(string $name): void
    {
        $text = (string) file_get_contents("$this->modules/$name");
        file_put_contents("$this->modules/$name", substr($text, 0, intdiv(strlen($text) * 9, 10)));
    }

    private function change(string $name, string $from, string $to): void
    {
        $text = (string) file_get_contents("$this->modules/$name");
        self::assertStringContainsString($from, $text);
        file_put_contents("$this->modules/$name", str_replace($from, $to, $text));
    }
}
