<?php

/**
 * A role that may only look can change nothing: by no tab of the page, by no message of a panel.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Contract;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Partner\Access;
use IspmanagerNoc\Relay\Audience;
use IspmanagerNoc\Relay\Guard;
use IspmanagerNoc\Relay\Refusal;
use IspmanagerNoc\Relay\Request;
use IspmanagerNoc\Whmcs\Staff;
use WHMCS\Database\Capsule;

final class RolesTest extends PartnerPage
{
    use MakesDifferences;
    use PressesForms;

    private const OWN = 1;
    private const SALES = 2;

    protected function setUp(): void
    {
        parent::setUp();
        Capsule::table('tbladdonmodules')->insert(['module' => 'ispmanagernoc_partner', 'setting' => 'access', 'value' => '1,2']);
    }

    public function testEveryRoleManagesUntilItIsTicked(): void
    {
        self::assertTrue(Access::mayManage(Staff::current()));
        $this->save([self::SALES]);
        self::assertSame([self::SALES], Access::readers());
        self::assertTrue(Access::mayManage(Staff::current()));
        self::assertFalse(Access::mayManage(null));
        $this->save([]);
        self::assertSame([], Access::readers());
    }

    public function testNobodyShutsOutTheOwnRoleOrOneThatHasNoAccess(): void
    {
        $this->save([self::OWN, self::SALES, 3, 99]);
        self::assertSame([self::SALES], Access::readers());
        self::assertMatchesRegularExpression('/value="1" disabled> Full Administrator/', $this->page(['page' => 'settings']));
    }

    public function testAReaderThatLosesItsAccessForAWhileComesBackAsAReader(): void
    {
        $this->save([self::SALES]);
        Capsule::table('tbladdonmodules')->where('setting', 'access')->update(['value' => '1']);
        $this->save([]);
        Capsule::table('tbladdonmodules')->where('setting', 'access')->update(['value' => '1,2']);
        self::assertSame([self::SALES], Access::readers());
        $noted = Capsule::table('tblactivitylog')->where('description', 'like', '%“Roles that may only look”: Sales Operator (was –)%');
        self::assertSame(1, $noted->count());
    }

    public function testAReaderIsRefusedAtWhmcssOwnButtonsToo(): void
    {
        $service = $this->service();
        $this->whmcs->paidInvoice($service);
        $this->save([self::SALES]);
        $_SESSION['adminid'] = (int) Capsule::table('tbladmins')->where('roleid', self::SALES)->value('id');
        foreach (['create' => 'CreateAccount', 'terminate' => 'TerminateAccount', 'custom' => 'Sync'] as $button => $function) {
            $_POST = ['modop' => $button];
            self::assertStringContainsString('Nothing was sent', ("ispmanagernoc_$function")($this->whmcs->params($service)));
        }
        self::assertSame([], $this->account->requests);
        // What WHMCS does by itself is nobody's button.
        $_POST = [];
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
    }

    public function testSavingNeedsTheTokenOfTheSession(): void
    {
        self::assertStringContainsString('out of date', $this->save([self::SALES], 'forged'));
        self::assertSame([], Access::readers());
        $_SERVER['HTTP_SEC_FETCH_SITE'] = 'cross-site';
        $this->save([self::SALES]);
        unset($_SERVER['HTTP_SEC_FETCH_SITE']);
        self::assertSame([], Access::readers());
    }

    public function testAReaderIsRefusedEveryMessageThatChangesAnything(): void
    {
        $this->save([self::SALES]);
        $_SESSION['adminid'] = (int) Capsule::table('tbladmins')->where('roleid', self::SALES)->value('id');
        $messages = json_decode((string) file_get_contents(__DIR__ . '/../../contract/messages.json'), true);
        $refused = [];
        foreach ($messages as $message) {
            $action = Contract::get('actions')[$message['action']];
            if ($action['entry'] !== 'staff') {
                continue;
            }
            $_REQUEST['token'] = generate_token('plain');
            $request = new Request('POST', $_REQUEST['token'], (string) json_encode($message), 'same-origin');
            try {
                (new Guard(Contract::get('actions')))->admit(Audience::Staff, $request);
                self::assertContains($action['effect'], ['read', 'ask'], $message['action']);
            } catch (Refusal $refusal) {
                self::assertSame(['access', 'relay.read-only'], [$refusal->errorCode(), $refusal->textKey], $message['action']);
                self::assertContains($action['effect'], ['write', 'spend'], $message['action']);
                $refused[$message['action']] = true;
            }
        }
        self::assertCount(8, $refused);
    }

    public function testAReaderCannotChangeTheRolesByHand(): void
    {
        $this->save([self::SALES]);
        $_SESSION['adminid'] = (int) Capsule::table('tbladmins')->where('roleid', self::SALES)->value('id');
        $html = $this->save([]);
        self::assertStringContainsString('change nothing', $html);
        self::assertSame([self::SALES], Access::readers());
        self::assertStringNotContainsString('page=settings', $html);
    }

    /** @return array<string, array{?DifferenceKind, string, array<string, mixed>}> the difference to repair, what makes it, what is sent */
    public static function repairs(): array
    {
        return [
            'Sync of ticked services' => [null, 'suspended', ['sync' => '1', 'of-sync' => ['{difference}']]],
            'finishing ticked operations' => [null, 'lost', ['settle' => '1', 'of-settle' => ['{difference}']]],
            'finishing one operation' => [DifferenceKind::Unsettled, 'lost', ['settle' => '1']],
            'linking a lost order' => [DifferenceKind::Unsettled, 'lost', ['link' => '1', 'service' => '{service}', 'order' => '701']],
            'dropping what waits for its payment' => [DifferenceKind::Unsettled, 'unpaid', ['drop' => '1', 'seen' => 'BO-77']],
            'linking an order to a service' => [DifferenceKind::NoService, 'withoutOrder', ['link' => '1', 'service' => '{service}', 'order' => '601']],
            'releasing an order' => [DifferenceKind::SharedOrder, 'shared', ['release' => '1', 'keep' => '{service}', 'order' => '501']],
        ];
    }

    /**
     * @dataProvider repairs
     * @param array<string, mixed> $form
     */
    public function testAReaderRepairsNothingByAFormMadeByHand(?DifferenceKind $kind, string $made, array $form): void
    {
        $this->answerWithDifferences();
        $service = $this->$made();
        $this->compared();
        $this->listed['701'] ??= ['remoteid' => '', 'pricelist_id' => '55371', 'createdate' => gmdate('Y-m-d', $this->clock->now())];
        $difference = $this->app->differences()->ofServices([$service], DifferenceKind::cases())[0]->id ?? 0;
        $names = ['{service}' => (string) $service, '{difference}' => (string) $difference];
        array_walk_recursive($form, static fn (string &$value): string => $value = strtr($value, $names));
        $address = $kind === null ? 'addonmodules.php?module=ispmanagernoc_partner&page=differences' : $this->addressOf($kind);
        $this->save([self::SALES]);
        $before = self::stored();

        $_SESSION['adminid'] = (int) Capsule::table('tbladmins')->where('roleid', self::SALES)->value('id');
        // A button of those who may only look opens no other door.
        foreach ([[], ['ask' => '1'], ['refresh' => '1']] as $more) {
            self::assertStringContainsString('change nothing', $this->request($address, $form + $more));
        }
        self::assertSame([], $this->account->requests);
        self::assertSame($before, self::stored());

        $_SESSION['adminid'] = 1;
        $this->request($address, $form);
        self::assertNotSame($before, self::stored(), 'whoever manages repairs with the same form');
    }

    public function testAReaderSeesTheDifferencesAndIsOfferedNothingThatChangesThem(): void
    {
        $this->answerWithDifferences();
        $this->lost();
        $this->listed['701'] = ['item' => '1001', 'remoteid' => '', 'pricelist_id' => '55371'];
        $this->compared();
        $this->save([self::SALES]);
        $_SESSION['adminid'] = (int) Capsule::table('tbladmins')->where('roleid', self::SALES)->value('id');
        foreach (['addonmodules.php?module=ispmanagernoc_partner&page=differences', $this->addressOf(DifferenceKind::Unsettled)] as $address) {
            $page = $this->request($address, null);
            self::assertStringContainsString('#', $this->text($page));
            self::assertStringNotContainsString('method="post"', $page);
            self::assertStringNotContainsString('type="checkbox"', $page);
        }
        $this->request($this->addressOf(DifferenceKind::NoService), ['ask' => '1']);
        self::assertNotSame([], $this->account->requests, 'to have the account asked is allowed');
    }

    private function suspended(): int
    {
        return $this->linked('501', [], ['status' => '3']);
    }

    private function withoutOrder(): int
    {
        $this->listed['601'] = [];
        return $this->service(['domainstatus' => 'Active']);
    }

    private function shared(): int
    {
        $this->written('501');
        return $this->written('501');
    }

    /** @return array<string, list<array<string, mixed>>> whatever a repair could change */
    private static function stored(): array
    {
        $stored = [];
        foreach (['tblhosting', 'tblcustomfieldsvalues', 'mod_ispmanagernoc_journal', 'mod_ispmanagernoc_differences'] as $table) {
            $rows = Capsule::table($table)->get()->all();
            $stored[$table] = array_map(static fn (object $row): array => (array) $row, $rows);
        }
        return $stored;
    }

    /** @param list<int> $roles */
    private function save(array $roles, ?string $token = null): string
    {
        return $this->saveSettings(['reader' => array_map(strval(...), $roles)], $token);
    }
}
