<?php

/**
 * A role that may only look can change nothing: by no tab of the page, by no message of a panel.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Contract;
use IspmanagerNoc\Partner\Access;
use IspmanagerNoc\Relay\Audience;
use IspmanagerNoc\Relay\Guard;
use IspmanagerNoc\Relay\Refusal;
use IspmanagerNoc\Relay\Request;
use IspmanagerNoc\Whmcs\Staff;
use WHMCS\Database\Capsule;

final class RolesTest extends PartnerPage
{
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

    /** @param list<int> $roles */
    private function save(array $roles, ?string $token = null): string
    {
        return $this->saveSettings(['reader' => array_map(strval(...), $roles)], $token);
    }
}
