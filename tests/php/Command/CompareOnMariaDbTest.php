<?php

/**
 * The daily comparison on MariaDB, where statements that SQLite takes may be errors.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Tests\OnMariaDb;

/** @group machine */
final class CompareOnMariaDbTest extends ModuleTest
{
    use OnMariaDb;

    public function testDifferencesAreFoundKeptCountedAndForgotten(): void
    {
        $fields = ['order_id' => '501', 'bitninja_email' => 'клиент@пример.рф'];
        $service = $this->service(['domainstatus' => 'Active', 'termination_date' => '2027-01-31'], $fields);
        $row = '<elem><id>501</id><item_status orig="3">x</item_status><expiredate>2027-09-30</expiredate>'
            . '<bitninja_email>😀@example.com</bitninja_email></elem><elem><id>601</id><item_status orig="2">x</item_status></elem>';
        $this->account->answer('addition', Reply::received(200, "<doc>$row</doc>"));
        foreach ([1, 2] as $run) {
            $this->clock->pause(1);
            $this->app->compare()->run();
            $expected = ['e-mail' => 1, 'expiry' => 1, 'no-service' => 1, 'not-linked' => 1, 'status' => 1];
            self::assertSame($expected, $this->app->differences()->counts([$this->server]));
        }
        $services = array_map(static fn (Difference $difference): int => $difference->serviceId, $this->app->differences()->all(10));
        self::assertSame([0, $service, $service, $service, $service], $services);

        $this->account->answer('addition', 'list-empty')->answer('addition.edit', 'error-missed');
        $this->clock->pause(1);
        $this->app->compare()->run();
        self::assertSame(['order-missing' => 1], $this->app->differences()->counts());
    }

    public function testTheBreakerLetsOneCallerThrough(): void
    {
        for ($failure = 0; $failure < 5; $failure++) {
            self::assertTrue($this->app->breaker()->admits($this->server));
            $this->app->breaker()->failed($this->server);
        }
        self::assertFalse($this->app->breaker()->admits($this->server));
        $this->clock->pause(60);
        self::assertTrue($this->app->breaker()->admits($this->server));
        self::assertFalse($this->app->breaker()->admits($this->server));
        $this->app->breaker()->succeeded($this->server);
        self::assertTrue($this->app->breaker()->admits($this->server));
    }

    public function testAClaimASettlementAndACountWorkOnStrictTables(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        self::assertSame(['unknown'], $this->states($service));
        foreach ([1, 2] as $run) {
            $this->clock->pause(901);
            $this->app->settle()->run();
        }
        self::assertSame(['not-placed'], $this->states($service));
        $this->account->answer('addition.order.param', 'ordered');
        $this->account->answer('addition.edit', 'service');
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
    }
}
