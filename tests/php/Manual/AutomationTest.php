<?php

/**
 * The manual's four ways of automation: each buys at its own moment, and only once whatever else happens.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Manual;

use Standin\Billing\Orders;
use Standin\Module\Command;

final class AutomationTest extends ShopTest
{
    public function testAProductThatIsSetUpWithTheOrderIsBoughtBeforeAnyPayment(): void
    {
        $this->sell(['autosetup' => 'order']);
        [$service] = $this->order();
        self::assertSame(['Active', ['addition.order.param']], [$this->status($service), $this->spent()]);
        $this->payAndAccept($service);
        self::assertCount(1, $this->spent());
    }

    public function testAProductThatIsSetUpWithTheFirstPaymentIsBoughtWithIt(): void
    {
        $this->sell(['autosetup' => 'payment']);
        [$service] = $this->order();
        Orders::accept($this->orderOf($service));
        self::assertSame(['Pending', []], [$this->status($service), $this->spent()]);
        $this->pay();
        self::assertSame(['Active', ['addition.order.param']], [$this->status($service), $this->spent()]);
        $this->payAndAccept($service);
        self::assertCount(1, $this->spent());
    }

    public function testAProductThatIsSetUpWhenStaffAcceptTheOrderIsBoughtThen(): void
    {
        $this->sell(['autosetup' => 'on']);
        [$service] = $this->order();
        $this->pay();
        self::assertSame(['Pending', []], [$this->status($service), $this->spent()]);
        $this->payAndAccept($service);
        $this->payAndAccept($service);
        self::assertSame(['Active', ['addition.order.param']], [$this->status($service), $this->spent()]);
    }

    public function testAProductThatIsNotSetUpAutomaticallyIsBoughtByStaffAlone(): void
    {
        $this->sell(['autosetup' => '']);
        [$service] = $this->order();
        $this->payAndAccept($service);
        $this->cron('2026-12-02');
        self::assertSame(['Pending', []], [$this->status($service), $this->spent()]);
        self::assertSame('success', Command::run('Create', $service));
        self::assertSame(['Active', ['addition.order.param']], [$this->status($service), $this->spent()]);
    }

    private function payAndAccept(int $service): void
    {
        $this->pay();
        Orders::accept($this->orderOf($service));
    }

    private function orderOf(int $service): int
    {
        return (int) $this->column($service, 'orderid');
    }
}
