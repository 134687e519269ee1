<?php

/**
 * The manual's walk through an installation of the sample modules, over HTTP and without scripts.
 */

declare(strict_types=1);

namespace Standin\Tests;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/Visit.php';

final class WalkTest extends TestCase
{
    private static string $root;
    private static string $base;
    /** @var resource the running server, held so that PHP does not wait for its end */
    private static $server;

    public static function setUpBeforeClass(): void
    {
        self::$root = sys_get_temp_dir() . '/standin-' . bin2hex(random_bytes(4));
        $archive = self::$root . '.zip';
        self::pack($archive);
        self::standin('install --root ' . self::$root . " --archive $archive --define SAMPLE_CONSTANT");
        $port = self::freePort();
        self::$base = "http://127.0.0.1:$port";
        $pipes = [];
        self::$server = proc_open(
            [PHP_BINARY, dirname(__DIR__) . '/bin/standin', 'serve', '--root', self::$root, '--port', (string) $port],
            [1 => ['pipe', 'w'], 2 => ['file', self::$root . '/serve.log', 'a']],
            $pipes
        );
        self::assertSame('whmcs stand-in listening on ' . self::$base . '/', trim((string) fgets($pipes[1])));
    }

    public static function tearDownAfterClass(): void
    {
        proc_terminate(self::$server);
        proc_close(self::$server);
        $port = (int) parse_url(self::$base, PHP_URL_PORT);
        self::assertFalse(@stream_socket_client("tcp://127.0.0.1:$port"), 'The workers must stop together with the server');
        exec('rm -rf ' . escapeshellarg(self::$root) . ' ' . escapeshellarg(self::$root . '.zip'));
    }

    public function testTheWholeWalk(): void
    {
        $staff = $this->staff('admin', 'admin-demo-1');
        $this->makeServer($staff);
        $this->makeProduct($staff);
        $this->activateAddon($staff);
        $client = $this->order();
        $this->manage($staff);
        $this->renewAndCancel($staff, $client);
        $this->openEveryPage($staff);
    }

    public function testRolesLimitWhatStaffMayDo(): void
    {
        $support = $this->staff('support', 'support-demo-1');
        self::assertSame(403, $support->get('/admin/configservers.php')->status());
        self::assertSame(0, $support->get('/admin/systemsettings.php')->count("//a[@href='configproducts.php']"));
        self::assertSame('Login Failed. Please Try Again.', $this->staff('admin', 'wrong')->text("//*[@id='notice']"));
    }

    public function testPrivateFilesAreNotServed(): void
    {
        $visit = new Visit(self::$base);
        foreach (['/configuration.php', '/storage/whmcs.sqlite', '/templates/twenty-one/header.tpl', '/../etc/passwd', '/.git'] as $path) {
            self::assertContains($visit->get($path)->status(), [403, 404], $path);
        }
    }

    private function makeServer(Visit $staff): void
    {
        $staff->get('/admin/configservers.php?action=manage');
        $fields = ['type' => 'sampleserver', 'hostname' => 'my.example.com', 'username' => 'partner', 'password' => 'Secret&<1>:"'];
        $test = $staff->post('/admin/configservers.php?action=testconnection', $fields + ['token' => $staff->token()])->body;
        self::assertSame(['success' => true, 'error' => ''], json_decode($test, true));
        $staff->get('/admin/configservers.php?action=manage')
            ->submit('frmServerConfig', $fields + ['name' => 'Main & first', 'restrictsso' => '1', 'ssoroles[]' => '1']);
        self::assertSame('Server Saved Successfully!', $staff->text("//*[@id='notice']"));
        self::assertSame(1, $staff->count("//*[@class='default-star']"));
        self::assertStringContainsString('Main & first', $staff->text("//table[@id='serverList']"));
        $staff->get('/admin/configservers.php?action=manage&id=1');
        $test = $staff->submit('frmServerConfig', [])->get('/admin/configservers.php?action=manage&id=1')
            ->post('/admin/configservers.php?action=testconnection&id=1', ['type' => 'sampleserver', 'password' => '********', 'token' => $staff->token()]);
        self::assertTrue(json_decode($test->body, true)['success'], 'The stored password must survive a save');
        $staff->get('/admin/configservers.php?action=managegroup')
            ->submit('frmServerGroup', ['name' => 'All', 'filltype' => '2', 'selectedservers[]' => '1']);
        self::assertStringContainsString('Main & first', $staff->text("//table[@id='groupList']"));
        $connect = $this->staff('sales', 'sales-demo-1')->get('/admin/whmcsconnect.php');
        self::assertSame(1, $connect->count("//button[contains(@class, 'btn-sso')][@disabled]"));
    }

    private function makeProduct(Visit $staff): void
    {
        $staff->get('/admin/configproducts.php?action=creategroup')->submit('frmProductGroup', ['name' => 'Modules', 'features' => "One\nTwo"]);
        $staff->get('/admin/configproducts.php?action=create')->submit('frmAddProduct', ['productname' => 'BitNinja', 'module' => 'sampleserver']);
        self::assertSame(1, $staff->count("//ul[contains(@class, 'admin-tabs')]//a[@id='tabLink3'][@data-toggle='tab']"));
        $settings = $staff->post('/admin/configproducts.php?action=module-settings', [
            'id' => 1, 'module' => 'sampleserver', 'servergroup' => 0, 'mode' => 'simple', 'token' => $staff->token(),
        ])->body;
        $settings = json_decode($settings, true);
        self::assertSame('simple', $settings['mode']);
        self::assertStringContainsString('<select name="packageconfigoption[1]"', $settings['content']);
        self::assertStringNotContainsString('packageconfigoption[2]', $settings['content']);
        $staff->get('/admin/configproducts.php?action=edit&id=1')->submit('frmProductEdit', [
            'paytype' => 'recurring', 'currency[1][monthly]' => '12.50', 'currency[1][enable][monthly]' => 'on', 'tab' => '4',
            'packageconfigoption[1]' => '20', 'autosetup' => 'payment', 'welcomeemail' => '1',
            'addfieldname' => 'item|ID of the license', 'addfieldregexpr' => '/^[0-9]+$/', 'addrequired' => 'on', 'addshoworder' => 'on',
        ]);
        self::assertSame('Changes Saved Successfully!', $staff->text("//*[@id='notice']"));
        self::assertSame('item|ID of the license', $staff->attribute("//input[@name='customfieldname[1]']", 'value'));
        self::assertSame('/^[0-9]+$/', $staff->attribute("//input[@name='customfieldregexpr[1]']", 'value'));
        self::assertSame(1, $staff->count("//i[@class='sample-footer']"), 'The module\'s hooks are loaded once its product was saved');
    }

    private function activateAddon(Visit $staff): void
    {
        $staff->get('/admin/apps.php?search=sample');
        self::assertSame(2, $staff->count("//*[@id='appList']/a"));
        self::assertSame(1, $staff->count("//*[@id='appList']//span[text()='Active']"));
        $staff->get('/admin/configaddonmods.php')
            ->post('/admin/configaddonmods.php', ['module' => 'sample_addon', 'action' => 'activate', 'token' => $staff->token()]);
        self::assertSame('The sample is active', $staff->text("//*[@id='notice']"));
        self::assertSame(403, $staff->get('/admin/addonmodules.php?module=sample_addon')->status());
        $staff->get('/admin/configaddonmods.php')->submit('frm-sample_addon', ['access[]' => '1']);
        $staff->get('/admin/addonmodules.php?module=sample_addon');
        self::assertSame('Hello world addonmodules.php?module=sample_addon', $staff->text("//*[@id='sample-output']"));
        self::assertSame('{"ok":"{\"a\":1}"}', $staff->post('/admin/addonmodules.php?module=sample_addon', ['message' => '{"a":1}'])->body);
    }

    private function order(): Visit
    {
        $client = new Visit(self::$base);
        $client->get('/register.php')->submit('frmCheckout', [
            'firstname' => 'Анна', 'lastname' => "O'Neil", 'email' => 'anna@example.com', 'password' => 'pass<1>', 'password2' => 'pass<1>',
        ]);
        $client->get('/cart.php?gid=1');
        self::assertSame('BitNinja', $client->text("//*[@id='product1']/b"));
        $client->get('/cart.php?a=add&pid=1')->submit('frmConfigureProduct', ['customfield[1]' => 'bad']);
        self::assertStringContainsString('not valid', $client->text("//*[@id='containerProductValidationErrorsList']"));
        self::assertStringContainsString('The sample refuses', $client->text("//*[@id='containerProductValidationErrorsList']"));
        $client->submit('frmConfigureProduct', ['customfield[1]' => '1001']);
        self::assertSame('€12.50  EUR', $client->text("//*[@id='totalDueToday']"));
        $client->get('/cart.php?a=checkout')->submit('frmCheckout');
        $client->get($client->attribute("//a[@id='btnViewInvoice']", 'href'))->submit('frmPayment');
        self::assertSame('Paid', $client->text("//*[@id='invoiceStatus']"));
        $client->get('/clientarea.php?action=productdetails&id=1');
        self::assertSame('Active', $client->text("//*[contains(@class, 'product-status-text')]"));
        self::assertSame('1001', $client->text("//*[@id='additionalinfo']//*[contains(@class, 'text-left')]"));
        self::assertSame('Hello from the sample', $client->text("//*[@id='manage']//p"));
        self::assertSame('sampleserver', $client->text("//*[@class='sample-details']"));
        self::assertSame('{"ok":"{}"}', $client->post('/clientarea.php?action=productdetails&id=1', ['message' => '{}'])->body);
        self::assertStringContainsString('action=services', $this->stranger('/clientarea.php?action=productdetails&id=1'));
        return $client;
    }

    /** @return string the address that another client ends at */
    private function stranger(string $path): string
    {
        $stranger = new Visit(self::$base);
        $stranger->get('/register.php')->submit('frmCheckout', [
            'firstname' => 'B', 'lastname' => 'C', 'email' => 'b@example.com', 'password' => 'secret', 'password2' => 'secret',
        ]);
        $stranger->get($path);
        return $stranger->count("//table[@id='tableServicesList']") === 1 ? 'action=services' : 'elsewhere';
    }

    private function manage(Visit $staff): void
    {
        $staff->get('/admin/orders.php');
        $staff->get($staff->attribute("//table[@id='orderList']//a", 'href'));
        $staff->get($staff->attribute("//table[@id='orderItems']//a[text()='Product/Service']", 'href'));
        foreach (['btnCreate', 'btnRenew', 'btnTerminate', 'btnSync'] as $button) {
            self::assertSame(1, $staff->count("//*[@id='modcmdbtns']/button[@id='$button']"), $button);
        }
        self::assertSame('Active', $staff->text("//*[@id='sample-row']"));
        $sync = ['userid' => 1, 'id' => 1, 'modop' => 'custom', 'ac' => 'Sync', 'ajax' => 1, 'token' => $staff->token()];
        self::assertStringContainsString('Module Command Success', $staff->post('/admin/clientsservices.php', $sync)->body);
        $staff->get('/admin/clientsservices.php?userid=1&id=1')->submit('frm1', ['customfield[1]' => '<1002>']);
        self::assertSame('<1002>', $staff->attribute("//input[@id='customfield1']", 'value'));
    }

    private function renewAndCancel(Visit $staff, Visit $client): void
    {
        $due = $this->field($staff, 'nextduedate');
        $staff->get('/admin/automation.php')->submit('frmCron', ['date' => date('Y-m-d', strtotime("$due -3 days"))]);
        self::assertStringContainsString('Renewal invoice: 2', $staff->text("//*[@id='cronReport']"));
        $client->get('/viewinvoice.php?id=2')->submit('frmPayment');
        self::assertGreaterThan($due, $this->field($staff, 'nextduedate'));
        $client->get('/clientarea.php?action=cancel&id=1')->submit('frmCancel', ['type' => 'Immediate']);
        self::assertSame(1, $client->count("//*[@id='pendingCancellation']"));
        $report = self::standin('cron --root ' . self::$root . ' --date ' . date('Y-m-d', strtotime("$due -2 days")));
        self::assertStringContainsString('Cancellation of service 1: success', $report);
        self::assertSame('Cancelled', $client->get('/clientarea.php?action=productdetails&id=1')->text("//*[contains(@class, 'product-status-text')]"));
    }

    private function openEveryPage(Visit $staff): void
    {
        foreach (glob(dirname(__DIR__) . '/pages/admin/*.php') ?: [] as $page) {
            if (in_array(basename($page, '.php'), ['logout', 'clientssummary', 'addonmodules', 'clientsservices'], true)) {
                continue;
            }
            self::assertSame(200, $staff->get('/admin/' . basename($page))->status(), $page);
        }
        foreach (['clientssummary.php?userid=1', 'invoices.php?action=edit&id=1', 'configemailtemplates.php?action=edit&id=1'] as $page) {
            self::assertSame(200, $staff->get("/admin/$page")->status(), $page);
        }
        $staff->get('/admin/clientssummary.php?userid=1')->submit('frmLoginAsClient');
        self::assertStringContainsString('Анна', $staff->text("//*[@id='menuAccount']"));
        self::assertDoesNotMatchRegularExpression('/PHP (Warning|Notice|Deprecated|Fatal)|Exception/', (string) file_get_contents(self::$root . '/serve.log'));
    }

    private function field(Visit $staff, string $name): string
    {
        return $staff->get('/admin/clientsservices.php?userid=1&id=1')->attribute("//input[@name='$name']", 'value');
    }

    private function staff(string $username, string $password): Visit
    {
        $visit = new Visit(self::$base);
        return $visit->get('/admin/login.php')->submit('frmLogin', ['username' => $username, 'password' => $password]);
    }

    private static function standin(string $arguments): string
    {
        exec(PHP_BINARY . ' ' . escapeshellarg(dirname(__DIR__) . '/bin/standin') . " $arguments 2>&1", $output, $code);
        self::assertSame(0, $code, implode("\n", $output));
        return implode("\n", $output);
    }

    private static function pack(string $archive): void
    {
        (new \PharData($archive, 0, null, \Phar::ZIP))->buildFromDirectory(__DIR__ . '/modules');
    }

    private static function freePort(): int
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        return (int) substr((string) strrchr(stream_socket_get_name($socket, false), ':'), 1);
    }
}
