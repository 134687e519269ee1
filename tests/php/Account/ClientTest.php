<?php

/**
 * Reads are repeated a little, calls that spend never, and an account that does not answer is left alone for a minute.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Account;

use Closure;
use IspmanagerNoc\Account\Breaker;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\Account\OutcomeKind;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\AccountDown;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Exception\Rejected;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Whmcs\ServerRecord;
use WHMCS\Database\Capsule;

final class ClientTest extends ModuleTest
{
    public function testAReadIsRepeatedAtMostTwice(): void
    {
        $this->account->answer('subaccount', Reply::lost('reset'), Reply::notSent('refused'), FakeTransport::fixture('balance'));
        self::assertSame('500.00 EUR', (string) $this->account()->balance());
        self::assertSame(3, $this->account->count('subaccount'));

        $this->account->requests = [];
        $this->account->answer('subaccount', Reply::lost('reset'));
        $this->assertDown();
        self::assertSame(3, $this->account->count('subaccount'));
    }

    public function testAReadThatTookLongIsNotRepeated(): void
    {
        $this->account->answer('subaccount', function (): Reply {
            $this->clock->pause(5);
            return Reply::notSent('connect timeout');
        });
        $this->assertDown();
        self::assertSame(1, $this->account->count('subaccount'));
    }

    public function testALongRequestIsFollowedForReadsOnly(): void
    {
        $page = Reply::received(200, '<html><body>Please wait <a href="https://evil.example/long/a1-b2/billmgr?x=1">here</a></body></html>');
        $this->account->answer('subaccount', $page, $page, FakeTransport::fixture('balance'));
        self::assertSame(50000, $this->account()->balance()?->minor);
        self::assertSame('https://api-eu.ispmanager.com/long/a1-b2/billmgr', $this->account->requests[2]->url());

        $this->account->answer('addition.order.param', $page);
        $outcome = $this->order(static fn () => null);
        self::assertSame(OutcomeKind::Unknown, $outcome->kind);
        self::assertSame(1, $this->account->count('addition.order.param'));

        $this->account->answer('subaccount', $page);
        $this->assertDown();
        self::assertLessThan(60, $this->clock->elapsed);
    }

    public function testARefusalIsNotRepeated(): void
    {
        $this->account->answer('subaccount', 'error-password');
        $this->assertRejected();
        self::assertSame(1, $this->account->count('subaccount'));
    }

    public function testACallThatSpendsIsNeverRepeated(): void
    {
        foreach ([Reply::lost('reset'), Reply::notSent('refused'), Reply::received(502, '<html>')] as $reply) {
            $this->account->requests = [];
            $this->account->answer('addition.order.param', $reply);
            $kinds = [];
            $this->order(static function ($outcome) use (&$kinds): void {
                $kinds[] = $outcome->kind;
            });
            self::assertCount(1, $kinds);
            self::assertNotSame(OutcomeKind::Done, $kinds[0]);
            self::assertSame(1, $this->account->count('addition.order.param'));
        }
    }

    public function testFiveFailuresOpenTheBreakerForAMinute(): void
    {
        $this->account->answer('subaccount', Reply::notSent('refused'));
        $this->assertDown();
        $this->assertDown();
        self::assertSame(Breaker::FAILURES, $this->account->count('subaccount'));
        $this->assertDown('account.breaker');
        self::assertSame(Breaker::FAILURES, $this->account->count('subaccount'));
        $outcome = $this->order(static fn () => null);
        self::assertSame(OutcomeKind::NotSent, $outcome->kind);

        $this->clock->pause(60);
        $this->account->answer('subaccount', 'balance');
        self::assertSame(50000, $this->account()->balance()?->minor);
        self::assertSame(0, (int) Capsule::table('mod_ispmanagernoc_breakers')->value('failures'));
    }

    public function testAskingWhileTheBreakerIsOpenDoesNotKeepItOpen(): void
    {
        $this->openBreaker();
        $this->clock->pause(58);
        $this->assertDown('account.breaker');
        $this->clock->pause(2);
        $this->account->answer('subaccount', 'balance');
        self::assertSame(50000, $this->account()->balance()?->minor);
    }

    public function testAfterThePauseOneCallAtATimeFindsOutWhetherTheAccountIsBack(): void
    {
        $this->openBreaker();
        $this->clock->pause(60);
        $this->account->answer('subaccount', function (): Reply {
            $this->assertDown('account.breaker');
            return Reply::notSent('refused');
        });
        $this->assertDown('account.breaker');
        self::assertSame(1, $this->account->count('subaccount'), 'Only the first caller was admitted, and it did not repeat');

        $this->clock->pause(60);
        $page = Reply::received(200, '<html><body><a href="/long/a1/billmgr">wait</a></body></html>');
        $this->account->answer('subaccount', $page, FakeTransport::fixture('balance'));
        self::assertSame(50000, $this->account()->balance()?->minor, 'Waiting for a long answer is part of the one call');
        self::assertSame(50000, $this->account()->balance()?->minor);
    }

    public function testTheBreakerHoldsForEveryProcessWithTheSameDatabase(): void
    {
        $this->openBreaker();
        $record = $this->app->servers()->find($this->server);
        self::assertNotNull($record);
        $this->expectException(AccountDown::class);
        (new App($this->account, $this->clock))->account($record)->balance();
    }

    public function testARefusalOfTheAccountEndsTheRowOfFailures(): void
    {
        $this->account->answer('subaccount', Reply::lost('reset'));
        $this->assertDown();
        $this->account->answer('subaccount', 'error-password');
        $this->assertRejected();
        $this->account->answer('subaccount', Reply::lost('reset'));
        $this->assertDown('account.down');
    }

    public function testAListInShorterPagesThanAskedForIsReadToItsEnd(): void
    {
        $this->account->answer('addition', static fn (array $form): Reply => self::page((int) $form['p_num'], 2, 5));
        self::assertSame(['1', '2', '3', '4', '5'], $this->listed());
        $this->account->answer('addition', static fn (array $form): Reply => self::page((int) $form['p_num'], 2, 5, withTotal: false));
        self::assertSame(['1', '2', '3', '4', '5'], $this->listed());
    }

    public function testAListThatFillsItsPagesExactlyEndsWithAnEmptyOne(): void
    {
        $this->account->answer('addition', static fn (array $form): Reply => self::page((int) $form['p_num'], 500, 1000));
        self::assertCount(1000, $this->listed());
        self::assertSame(2, $this->account->count('addition'));

        $this->account->requests = [];
        $this->account->answer('addition', static fn (array $form): Reply => self::page((int) $form['p_num'], 500, 1000, withTotal: false));
        self::assertCount(1000, $this->listed());
        self::assertSame(3, $this->account->count('addition'));
    }

    public function testAListThatEndsBeforeItIsCompleteIsAFailureAndNotAnEnd(): void
    {
        $cut = [
            'fewer rows than it says' => static fn (array $form): Reply => self::page((int) $form['p_num'], 2, $form['p_num'] > 1 ? 0 : 5, says: 5),
            'always the first page' => static fn (): Reply => self::page(1, 2, 5),
        ];
        foreach ($cut as $what => $answer) {
            $this->account->answer('addition', $answer);
            try {
                $this->listed();
                self::fail($what);
            } catch (AccountDown $down) {
                self::assertSame('account.list-cut', $down->textKey, $what);
            }
        }
    }

    public function testTheBreakerIsPerServer(): void
    {
        $this->account->answer('subaccount', Reply::notSent('refused'));
        $this->assertDown();
        $this->assertDown();
        $other = $this->whmcs->server('ispmanagernoc', ['hostname' => 'my.ispmanager.ru', 'username' => 'ru', 'password' => 'x', 'active' => 0]);
        $this->account->answer('subaccount', 'balance');
        $record = $this->app->servers()->find($other);
        self::assertNotNull($record);
        self::assertSame(50000, $this->app->account($record)->balance()?->minor);
    }

    public function testTheOutcomeIsSavedBeforeAnythingIsLogged(): void
    {
        $logged = null;
        $this->order(function () use (&$logged): void {
            $logged = count($this->whmcs->moduleLog());
        });
        self::assertSame(0, $logged);
        self::assertCount(1, $this->whmcs->moduleLog());
    }

    public function testAnOrderThatRenewsItselfDoesSoForItsOwnPeriod(): void
    {
        $this->order(static fn () => null);
        $form = $this->account->spending()[0];
        self::assertSame(['55371', '6', '6', 'whmcs-1', '1001'], [
            $form['pricelist'], $form['period'], $form['autoprolong'], $form['remoteid'], $form['item'],
        ]);
    }

    public function testALoginThatCannotBeOneIsRefusedBeforeAnythingIsSent(): void
    {
        foreach ([['', 'x'], ['user', ''], ['us:er', 'x']] as [$user, $password]) {
            try {
                $this->app->account(new ServerRecord(9, 'EU', 'eu.ispmanager.com', $user, $password));
                self::fail("$user:$password should have been refused");
            } catch (Refused $refused) {
                self::assertSame('refused.login', $refused->textKey);
            }
        }
    }

    public function testRequestsCarryTheLoginTheLanguageAndAskForXml(): void
    {
        $this->account()->balance();
        $form = $this->account->requests[0]->form;
        self::assertSame(['eu-partner:' . self::PASSWORD, 'xml', 'en'], [$form['authinfo'], $form['out'], $form['lang']]);
        self::assertSame('https://api-eu.ispmanager.com/manager/billmgr', $this->account->requests[0]->host->calls);
    }

    /** @param Closure(Outcome): void $save */
    private function order(Closure $save): Outcome
    {
        $tariff = new Tariff(55371, 'BitNinja', Kind::named(Kind::BIT_NINJA), []);
        return $this->account()->order($tariff, 6, true, 'whmcs-1', ['item' => '1001'], $save);
    }

    private function account(): \IspmanagerNoc\Account\Account
    {
        $server = $this->app->servers()->find($this->server);
        self::assertNotNull($server);
        return $this->app->account($server);
    }

    private function openBreaker(): void
    {
        $this->account->answer('subaccount', Reply::notSent('refused'));
        $this->assertDown();
        $this->assertDown();
        $this->account->requests = [];
    }

    /** @return list<string> the ids of the account's modules */
    private function listed(): array
    {
        $ids = [];
        foreach ($this->account()->services('addition') as $service) {
            $ids[] = $service->id;
        }
        return $ids;
    }

    /** A page of a list of services with the ids 1, 2, 3 and so on. */
    private static function page(int $number, int $size, int $total, bool $withTotal = true, ?int $says = null): Reply
    {
        $rows = '';
        for ($id = ($number - 1) * $size + 1; $id <= min($number * $size, $total); $id++) {
            $rows .= "<elem><id>$id</id></elem>";
        }
        $frame = "<p_cnt>$size</p_cnt>" . ($withTotal ? '<p_elems>' . ($says ?? $total) . '</p_elems>' : '');
        return Reply::received(200, "<doc>$rows$frame</doc>");
    }

    private function assertRejected(): void
    {
        try {
            $this->account()->balance();
            self::fail('The login was wrong');
        } catch (Rejected $rejected) {
            self::assertSame('account.login', $rejected->textKey);
        }
    }

    private function assertDown(string $textKey = ''): void
    {
        try {
            $this->account()->balance();
            self::fail('The account was down');
        } catch (AccountDown $down) {
            self::assertContains($down->textKey, $textKey === '' ? ['account.down', 'account.breaker'] : [$textKey]);
        }
    }
}
