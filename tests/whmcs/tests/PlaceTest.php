<?php

/**
 * Where an installation stands: its web path, the name of its admin directory, its System URL.
 */

declare(strict_types=1);

namespace Standin\Tests;

use PHPUnit\Framework\TestCase;
use Standin\Installation;
use Standin\Installer;
use Standin\Testing;
use WHMCS\Config\Setting;
use WHMCS\Utility\Environment\WebHelper;

final class PlaceTest extends TestCase
{
    private string $root;
    private array $server;

    protected function setUp(): void
    {
        $this->server = $_SERVER;
        $this->root = sys_get_temp_dir() . '/standin-' . bin2hex(random_bytes(4));
        $archive = "$this->root.zip";
        $phar = new \PharData($archive);
        $phar->addFromString('servers/nothing/nothing.php', '<?php');
        Testing::fresh();
        (new Installer(dirname(__DIR__)))->install($this->root, $archive, 'sqlite', [], 'back-office', 'https://billing.example/shop/');
    }

    protected function tearDown(): void
    {
        $_SERVER = $this->server;
        exec('rm -rf ' . escapeshellarg($this->root) . ' ' . escapeshellarg("$this->root.zip"));
        Testing::fresh();
    }

    public function testTheWebPathIsTheSameFromBothAreas(): void
    {
        foreach (['' => '', '/shop' => '/shop', '/a b/shop' => '/a b/shop'] as $subfolder => $expected) {
            foreach (['/cart.php', '/back-office/index.php'] as $page) {
                $_SERVER['SCRIPT_FILENAME'] = $this->root . $page;
                $_SERVER['SCRIPT_NAME'] = $subfolder . $page;
                self::assertSame($expected, WebHelper::getBaseUrl(), "$subfolder$page");
            }
        }
        $_SERVER['SCRIPT_FILENAME'] = __FILE__;
        self::assertSame('', WebHelper::getBaseUrl(), 'A command line has no web path');
    }

    public function testTheAdminDirectoryAndTheAddressAreThoseThatWereNamed(): void
    {
        self::assertSame($this->root, Installation::root());
        self::assertFileExists("$this->root/back-office/configservers.php");
        self::assertDirectoryDoesNotExist("$this->root/admin");
        self::assertStringContainsString("\$customadminpath = 'back-office';", (string) file_get_contents("$this->root/configuration.php"));
        self::assertSame('https://billing.example/shop/', Setting::getValue('SystemURL'));
    }
}
