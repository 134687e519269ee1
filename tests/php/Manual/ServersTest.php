<?php

/**
 * The manual's chapters on servers, groups and the default server: which account an order is placed in, and who may enter it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Manual;

use Standin\Admin\Servers;
use Standin\Module\Queue;
use Standin\ServerChoice;
use WHMCS\Database\Capsule;

final class ServersTest extends ShopTest
{
    public function testARecordNeedsNothingButHostnameUsernameAndPassword(): void
    {
        $this->sell(['servergroup' => 0]);
        Capsule::table('tblservers')->delete();
        $this->whmcs->server('ispmanagernoc', [
            'name' => 'my.ispmanager.ru', 'hostname' => 'my.ispmanager.ru', 'username' => 'ru-partner', 'password' => 'secret', 'secure' => '',
        ]);
        $this->bought();
        self::assertSame(['ru-partner'], $this->orders->column('login'));
    }

    public function testEachRecordIsAnAccountOfItsOwn(): void
    {
        $second = $this->server('second');
        $first = $this->bought();
        Servers::makeDefault($second);
        $other = $this->bought();
        self::assertSame(['eu-partner', 'second'], $this->orders->column('login'));

        $this->cron('2026-12-28');
        $this->pay();
        self::assertSame(['2027-02-01', '2027-02-01'], $this->orders->column('expiredate'), 'each is renewed where it was ordered');
        self::assertNotSame($this->column($first, 'server'), $this->column($other, 'server'));
    }

    public function testTheLeastFullServerOfTheGroupTakesTheOrder(): void
    {
        $this->group(ServerChoice::LEAST_FULL, ['alpha' => 4, 'beta' => 2]);
        foreach (range(1, 6) as $ignored) {
            $this->bought();
        }
        self::assertSame(['alpha' => 4, 'beta' => 2], $this->perLogin());
    }

    public function testTheDefaultServerIsFilledBeforeTheLeastFullOne(): void
    {
        $this->group(ServerChoice::FILL_ACTIVE, ['alpha' => 2, 'beta' => 2, 'gamma' => 2]);
        $this->makeDefault('beta');
        foreach (range(1, 3) as $ignored) {
            $this->bought();
        }
        self::assertSame(['beta', 'beta', 'alpha'], $this->orders->column('login'));
    }

    public function testWithoutADefaultServerInTheGroupTheFirstByItsNameIsFilled(): void
    {
        $group = $this->group(ServerChoice::FILL_ACTIVE, ['beta' => 2, 'alpha' => 2]);
        foreach (range(1, 3) as $ignored) {
            $this->bought();
        }
        self::assertSame(['alpha', 'alpha', 'beta'], $this->orders->column('login'));
        self::assertSame('alpha', $this->app->servers()->inGroup($group)?->name, 'and the module itself knows no other order');
    }

    public function testTheDefaultServerIsUsedWithoutAGroup(): void
    {
        $this->server('second');
        $this->makeDefault('second');
        $this->bought();
        self::assertSame(['second'], $this->orders->column('login'));
        self::assertSame('second', ServerChoice::forProduct('ispmanagernoc', 0)?->name);
    }

    public function testTheLimitOfASingleServerLimitsNothing(): void
    {
        Capsule::table('tblservers')->update(['maxaccounts' => 1]);
        $this->bought();
        $this->bought();
        $this->group(ServerChoice::LEAST_FULL, ['alone' => 1]);
        $this->bought();
        $this->bought();
        self::assertSame(['alone' => 2, 'eu-partner' => 2], $this->perLogin());
    }

    public function testAServiceOfADisabledServerIsOrderedAndPaidForAndNotBoughtByItself(): void
    {
        [$service] = $this->order();
        Capsule::table('tblservers')->update(['disabled' => 1]);
        $this->pay();
        self::assertSame(['Pending', []], [$this->status($service), $this->spent()]);
        self::assertStringContainsString('is disabled', $this->queue()['Create']);

        Capsule::table('tblservers')->update(['disabled' => 0]);
        self::assertSame('success', Queue::retry(1));
        self::assertSame(['Active', ['addition.order.param'], []], [$this->status($service), $this->spent(), $this->queue()]);
    }

    public function testADisabledServerIsNotChosenForANewService(): void
    {
        $this->group(ServerChoice::FILL_ACTIVE, ['alpha' => 0, 'beta' => 0]);
        Capsule::table('tblservers')->where('name', 'alpha')->update(['disabled' => 1]);
        $this->bought();
        self::assertSame(['beta'], $this->orders->column('login'));
    }

    public function testUnrestrictedSingleSignOnIsForEveryRole(): void
    {
        $this->account->answer('session.newkey', 'ok');
        foreach ([1, 2, 3] as $role) {
            self::assertStringStartsWith('https://eu.ispmanager.com/', Servers::signOnAnswer($this->server, $role)['redirectTo'] ?? '');
        }
    }

    public function testRestrictedSingleSignOnIsForTheChosenRolesAndNoKeyIsMadeForOthers(): void
    {
        $this->account->answer('session.newkey', 'ok');
        foreach ([1 => 'Full Administrator', 2 => 'Sales Operator', 3 => 'Support Operator'] as $chosen => $name) {
            self::assertSame($name, Capsule::table('tbladminroles')->where('id', $chosen)->value('name'));
            Capsule::table('tblserversssoperms')->delete();
            Capsule::table('tblserversssoperms')->insert(['server_id' => $this->server, 'role_id' => $chosen]);
            $this->account->requests = [];
            foreach ([1, 2, 3] as $role) {
                self::assertSame($role === $chosen, Servers::signOnAnswer($this->server, $role) !== null, "$name, role $role");
            }
            self::assertSame(1, $this->account->count('session.newkey'));
        }
    }

    private function server(string $login, int $limit = 0): int
    {
        return $this->whmcs->server('ispmanagernoc', [
            'name' => $login, 'hostname' => 'eu.ispmanager.com', 'username' => $login, 'password' => 'secret', 'active' => 0, 'maxaccounts' => $limit,
        ]);
    }

    /** @param array<string, int> $limits by the servers' names, which are their logins too */
    private function group(int $fillType, array $limits): int
    {
        $group = (int) Capsule::table('tblservergroups')->insertGetId(['name' => 'Accounts', 'filltype' => $fillType]);
        foreach ($limits as $login => $limit) {
            Capsule::table('tblservergroupsrel')->insert(['groupid' => $group, 'serverid' => $this->server($login, $limit)]);
        }
        $this->sell(['servergroup' => $group]);
        return $group;
    }

    private function makeDefault(string $name): void
    {
        Servers::makeDefault((int) Capsule::table('tblservers')->where('name', $name)->value('id'));
    }

    /** @return array<string, int> how many orders each login has */
    private function perLogin(): array
    {
        $counts = array_count_values($this->orders->column('login'));
        ksort($counts);
        return $counts;
    }
}
