<?php

/**
 * Pages learn what can be done from the database alone.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Texts;

final class OffersTest extends ModuleTest
{
    public function testANewServiceCanBeOrderedForItsCostAndNothingElse(): void
    {
        $this->app->refreshPrices($this->app->servers()->all()[0]);
        $this->account->requests = [];
        $offers = $this->offers($this->service());

        self::assertSame(
            ['create', 'renew', 'terminate', 'sync', 'change-period', 'link-order', 'drop-unpaid'],
            array_column($offers, 'name')
        );
        self::assertNull($offers[0]['reason']);
        self::assertSame(['minor' => 1000, 'currency' => 'EUR'], $offers[0]['cost']);
        self::assertStringContainsString('no order', $offers[1]['reason']);
        self::assertSame([], $this->account->requests);
    }

    public function testAnOrderedServiceCanBeRenewedWithAWarningWhileNoInvoiceIsPaid(): void
    {
        $service = $this->orderedService();
        $offers = $this->offers($service);
        self::assertSame('The service already has order 812345.', $offers[0]['reason']);
        self::assertNull($offers[1]['reason']);
        self::assertSame('No invoice has been paid for the next period.', $offers[1]['warning']);
        $this->whmcs->paidInvoice($service);
        self::assertNull($this->offers($service)[1]['warning']);
        self::assertNotNull($this->offers($service)[2]['warning']);
    }

    public function testTheReasonNamesWhatIsWrong(): void
    {
        $this->app->refreshPrices($this->app->servers()->all()[0]);
        self::assertStringContainsString('not sold for 3 months', $this->offers($this->service(['billingcycle' => 'Quarterly']))[0]['reason']);
        self::assertStringContainsString('Biennially', $this->offers($this->service(['billingcycle' => 'Biennially']))[0]['reason']);
    }

    public function testWithoutAPriceListTheCostIsSimplyNotKnown(): void
    {
        self::assertNull($this->offers($this->service())[0]['cost']);
        self::assertNull($this->offers($this->service())[0]['reason']);
    }

    /** @return list<array<string, mixed>> */
    private function offers(int $service): array
    {
        return array_map(static fn ($offer) => $offer->toArray(Texts::in('en')), $this->app->offers()->of($this->record($service)));
    }
}
