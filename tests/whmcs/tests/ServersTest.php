<?php

/**
 * Which server a service gets, and who may sign on to one.
 */

declare(strict_types=1);

namespace Standin\Tests;

use PHPUnit\Framework\TestCase;
use Standin\Admin\Servers;
use Standin\ServerChoice;
use Standin\Testing;
use WHMCS\Database\Capsule;

final class ServersTest extends TestCase
{
    private Testing $whmcs;
    private int $product;

    protected function setUp(): void
    {
        $this->whmcs = Testing::fresh(__DIR__ . '/modules');
        foreach (['b', 'a', 'c'] as $name) {
            $this->whmcs->server('sampleserver', ['name' => $name, 'active' => 0, 'maxaccounts' => 2]);
        }
        Capsule::table('tblservergroups')->insert(['id' => 1, 'name' => 'All']);
        foreach ([1, 2, 3] as $server) {
            Capsule::table('tblservergroupsrel')->insert(['groupid' => 1, 'serverid' => $server]);
        }
        $this->product = $this->whmcs->product('sampleserver', ['servergroup' => 1]);
    }

    public function testTheLeastFullServerIsChosenByTheShareOfItsLimit(): void
    {
        Capsule::table('tblservers')->where('name', 'c')->update(['maxaccounts' => 10]);
        self::assertSame('aaabbbcccccccccc', $this->assigned(ServerChoice::LEAST_FULL, 16, ['a' => 3, 'b' => 3]));
    }

    public function testTheActiveServerIsFilledAndThenTheLeastUsed(): void
    {
        Capsule::table('tblservers')->where('name', 'c')->update(['active' => 1]);
        self::assertSame('aabbcc', $this->assigned(ServerChoice::FILL_ACTIVE, 6));
        Capsule::table('tblhosting')->delete();
        self::assertSame('cc', $this->assigned(ServerChoice::FILL_ACTIVE, 2));
        Capsule::table('tblhosting')->delete();
        Capsule::table('tblservers')->update(['active' => 0]);
        self::assertSame('aa', $this->assigned(ServerChoice::FILL_ACTIVE, 2), 'without a default server the first one by its name');
    }

    public function testSingleSignOnIsForTheRolesOfTheServer(): void
    {
        self::assertSame('https://127.0.0.1/?key=once', Servers::signOnAnswer(1, 3)['redirectTo'] ?? null);
        Capsule::table('tblserversssoperms')->insert(['server_id' => 1, 'role_id' => 1]);
        self::assertNotNull(Servers::signOnAnswer(1, 1));
        self::assertNull(Servers::signOnAnswer(1, 3));
        self::assertNull(Servers::signOnAnswer(99, 1));
    }

    /**
     * @param array<string, int> $limits
     * @return string the names of the servers that so many services get, in order
     */
    private function assigned(int $fillType, int $services, array $limits = []): string
    {
        Capsule::table('tblservergroups')->update(['filltype' => $fillType]);
        foreach ($limits as $name => $limit) {
            Capsule::table('tblservers')->where('name', $name)->update(['maxaccounts' => $limit]);
        }
        $names = [];
        for ($service = 0; $service < $services; $service++) {
            $id = $this->whmcs->service($this->product);
            ServerChoice::assign($id);
            $names[] = Capsule::table('tblservers')->where('id', Capsule::table('tblhosting')->where('id', $id)->value('server'))->value('name');
        }
        sort($names);
        return implode('', $names);
    }
}
