<?php

/**
 * What staff do with a server record: test it and log in to the account's own pages.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class ServerTest extends ModuleTest
{
    public function testTheConnectionTestSaysTheBalance(): void
    {
        $answer = ispmanagernoc_TestConnection($this->whmcs->serverParams($this->server));
        self::assertTrue($answer['success']);
        self::assertStringContainsString('500.00 EUR', implode(' ', $answer));
    }

    public function testAWrongPasswordIsSaidInTheAccountsWords(): void
    {
        $this->account->answer('subaccount', 'error-password');
        $answer = ispmanagernoc_TestConnection($this->whmcs->serverParams($this->server));
        self::assertFalse($answer['success']);
        self::assertStringContainsString('Неверное имя пользователя или пароль', $answer['error']);
    }

    public function testAnAccountThatDoesNotTellItsBalanceIsConnectedAndOrdersAllTheSame(): void
    {
        $refusal = Reply::received(200, '<doc><error type="access" object="subaccount"><msg>Insufficient privileges</msg></error></doc>');
        foreach ([$refusal, Reply::received(200, '<doc><elem><balance>a lot</balance></elem></doc>')] as $answer) {
            $this->account->answer('subaccount', $answer);
            self::assertTrue(ispmanagernoc_TestConnection($this->whmcs->serverParams($this->server))['success']);
            self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($this->service())));
        }
    }

    public function testARecordThatHasNoNameYetIsCalledByItsHost(): void
    {
        $this->account->answer('subaccount', Reply::notSent('no connection'));
        $answer = ispmanagernoc_TestConnection(['servername' => ''] + $this->whmcs->serverParams($this->server));
        self::assertStringContainsString('"eu.ispmanager.com"', $answer['error']);
    }

    public function testAHostThatIsNotAnAccountIsRefused(): void
    {
        foreach (['http://eu.ispmanager.com', 'evil.example'] as $host) {
            Capsule::table('tblservers')->update(['hostname' => $host]);
            self::assertFalse(ispmanagernoc_TestConnection($this->whmcs->serverParams($this->server))['success']);
        }
        self::assertSame([], $this->account->requests);
    }

    public function testThePasswordIsDecodedExactlyOnce(): void
    {
        foreach (['', 'on'] as $encodes) {
            Setting::setValue('StandinEncodeServerPassword', $encodes);
            Capsule::table('tblservers')->update(['password' => encrypt($encodes === 'on' ? self::PASSWORD : htmlspecialchars(self::PASSWORD, ENT_QUOTES))]);
            ispmanagernoc_TestConnection($this->whmcs->serverParams($this->server));
            $sent = array_slice($this->account->requests, -1)[0]->form['authinfo'];
            self::assertSame('eu-partner:' . self::PASSWORD, $sent);
        }
    }

    public function testTheBreakerDoesNotStopAPersonWhoTests(): void
    {
        $this->account->answer('subaccount', Reply::notSent('no connection'));
        for ($try = 0; $try < 10; $try++) {
            ispmanagernoc_TestConnection($this->whmcs->serverParams($this->server));
        }
        $this->account->answer('subaccount', 'balance');
        self::assertTrue(ispmanagernoc_TestConnection($this->whmcs->serverParams($this->server))['success']);
    }

    public function testSingleSignOnSendsStaffToTheAccountsPagesWithAKeyOfItsOwn(): void
    {
        $this->account->answer('session.newkey', 'ok');
        $answer = ispmanagernoc_AdminSingleSignOn($this->whmcs->serverParams($this->server));

        self::assertTrue($answer['success']);
        $key = $this->account->requests[0]->form['key'];
        self::assertMatchesRegularExpression('/^[0-9a-f]{64}$/', $key);
        self::assertSame("https://eu.ispmanager.com/billmgr?func=auth&username=eu-partner&key=$key&checkcookie=no", $answer['redirectTo']);
        ispmanagernoc_AdminSingleSignOn($this->whmcs->serverParams($this->server));
        self::assertNotSame($key, $this->account->requests[1]->form['key']);
    }

    public function testSingleSignOnThatTheAccountRefusesRedirectsNowhere(): void
    {
        $this->account->answer('session.newkey', 'error-password');
        $answer = ispmanagernoc_AdminSingleSignOn($this->whmcs->serverParams($this->server));
        self::assertFalse($answer['success']);
        self::assertArrayNotHasKey('redirectTo', $answer);
        self::assertNotSame('', $answer['errorMsg']);
    }
}
