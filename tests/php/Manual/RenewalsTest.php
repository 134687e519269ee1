<?php

/**
 * Renewals of the manual: by the invoice of the cron, early by the client, and with Prorata Billing. Each paid period is one renewal in the account.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Manual;

use IspmanagerNoc\Difference\DifferenceKind;
use Standin\Billing\Renewals;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class RenewalsTest extends ShopTest
{
    public function testAPaidRenewalInvoiceProlongsTheOrderByItsCycle(): void
    {
        foreach (['monthly' => '2027-02-01', 'semiannually' => '2027-12-01'] as $offer => $expires) {
            $service = $this->bought($offer);
            $this->renewEarly($service);
            self::assertSame($expires, array_slice($this->orders->column('expiredate'), -1)[0]);
            self::assertSame($expires, $this->due($service));
        }
    }

    public function testAnUnpaidRenewalInvoiceRenewsNothing(): void
    {
        $this->bought();
        $this->cron('2026-12-28');
        $this->cron('2026-12-31');
        self::assertSame(2, Capsule::table('tblinvoices')->count());
        self::assertSame(['2027-01-01'], $this->orders->column('expiredate'));
    }

    public function testAClientRenewsEarlyWithinTheDaysOfTheSystem(): void
    {
        Setting::setValue('OnDemandRenewalDays', '10');
        $service = $this->bought();
        $this->day('2026-12-21');
        self::assertFalse($this->mayRenew($service));
        $this->day('2026-12-22');
        self::assertTrue($this->mayRenew($service));
        $this->renewEarly($service);
        self::assertSame(['2027-02-01'], $this->orders->column('expiredate'));
        self::assertFalse($this->mayRenew($service), 'the next period is not near enough yet');

        Setting::setValue('OnDemandRenewalsEnabled', '');
        $this->day('2027-01-31');
        self::assertFalse($this->mayRenew($service));
    }

    public function testAProductMayHaveItsOwnDaysForEachCycle(): void
    {
        Setting::setValue('OnDemandRenewalDays', '0');
        Capsule::table('tblondemandrenewals')->insert(['rel_type' => 'Product', 'rel_id' => $this->product, 'enabled' => 1, 'monthly' => 31]);
        self::assertTrue($this->mayRenew($this->bought()));
        self::assertFalse($this->mayRenew($this->bought('semiannually')), '0 days switch it off for that cycle');
        Capsule::table('tblondemandrenewals')->update(['enabled' => 0]);
        self::assertFalse($this->mayRenew($this->bought()));
    }

    public function testAnEarlyRenewalAndTheCronBillOnePeriodOnce(): void
    {
        $service = $this->bought();
        $this->renewEarly($service);
        $this->cron('2026-12-28');
        self::assertSame(2, Capsule::table('tblinvoices')->count());
        $this->renewEarly($service);
        $this->renewEarly($service);
        self::assertSame(['2027-04-01'], $this->orders->column('expiredate'), 'each paid invoice is a period');
        self::assertSame(3, count(array_keys($this->spent(), 'service.prolong', true)));
    }

    /** The manual's own example, a month later. The account sells whole periods, so its order ends before the client's does. */
    public function testAProrataPaymentBuysAWholePeriodAndWhatItDoesNotCoverIsShown(): void
    {
        $this->sell(['proratabilling' => 1, 'proratadate' => 1, 'proratachargenextmonth' => 20]);
        $this->day('2026-12-22');
        $service = $this->bought();
        self::assertSame('2027-02-01', $this->due($service), 'the rest of the month and the whole next one');
        self::assertSame([['1', '2027-01-22']], $this->periods());

        $this->cron('2026-12-23');
        $flags = array_map(static fn ($difference): array => [$difference->kind, $difference->serviceId], $this->app->differences()->all(10));
        self::assertSame([[DifferenceKind::NotCovered, $service]], $flags);

        $this->cron('2027-01-20');
        $this->pay();
        self::assertSame(['2027-03-01', [['1', '2027-02-22']]], [$this->due($service), $this->periods()]);
        self::assertSame(['addition.order.param', 'service.prolong'], $this->spent());
    }

    public function testAProrataPaymentForTheRestOfTheMonthAloneBuysAWholePeriodToo(): void
    {
        $this->sell(['proratabilling' => 1, 'proratadate' => 1, 'proratachargenextmonth' => 32]);
        $this->day('2026-12-10');
        $service = $this->bought();
        self::assertSame(['2027-01-01', [['1', '2027-01-10']]], [$this->due($service), $this->periods()]);
        $this->cron('2026-12-28');
        $this->pay();
        self::assertSame(['2027-02-01', [['1', '2027-02-10']]], [$this->due($service), $this->periods()]);
        self::assertSame([], $this->app->differences()->all(10), 'the account is ahead of the client');
    }

    /** The month that the order bought is the one that the first regular invoice bills: it is not bought a second time. */
    public function testAProrataPaymentForAFewDaysLeavesTheOrdersMonthToTheFirstRegularInvoice(): void
    {
        $this->sell(['proratabilling' => 1, 'proratadate' => 1, 'proratachargenextmonth' => 32]);
        $this->day('2026-12-30');
        $service = $this->bought();
        $this->cron('2026-12-31');
        $this->pay();
        self::assertSame(['2027-02-01', [['1', '2027-01-30']], []], [$this->due($service), $this->periods(), $this->queue()]);
        $this->cron('2027-01-25');
        $this->pay();
        self::assertSame(['2027-03-01', '2027-03-02'], [$this->due($service), $this->periods()[0][1]]);
    }

    private function mayRenew(int $service): bool
    {
        return Renewals::mayRenewNow(Capsule::table('tblhosting')->find($service));
    }

    private function renewEarly(int $service): void
    {
        Renewals::invoice(Capsule::table('tblhosting')->find($service));
        $this->pay();
    }

    /** @return list<array{string, string}> the period that was ordered and the present end of each order */
    private function periods(): array
    {
        return array_map(null, $this->orders->column('period'), $this->orders->column('expiredate'));
    }
}
