<?php

/**
 * Orders, payments, renewals and cancellations move services and call the module once each.
 */

declare(strict_types=1);

namespace Standin\Tests;

use PHPUnit\Framework\TestCase;
use Standin\Automation\Cancellations;
use Standin\Automation\Cron;
use Standin\Billing\CartItem;
use Standin\Billing\Checkout;
use Standin\Billing\Cycle;
use Standin\Billing\Invoices;
use Standin\Billing\Orders;
use Standin\Clock;
use Standin\Hooks;
use Standin\Testing;
use WHMCS\Database\Capsule;

final class BillingTest extends TestCase
{
    private Testing $whmcs;

    protected function setUp(): void
    {
        $this->whmcs = Testing::fresh(__DIR__ . '/modules');
        $this->whmcs->server('sampleserver');
        Clock::moveTo('2026-01-31');
    }

    public function testPaymentCreatesTheServiceAndAPaidRenewalInvoiceRenewsItOnce(): void
    {
        $service = $this->order(['autosetup' => 'payment']);
        self::assertSame('Pending', $service->domainstatus);
        self::assertTrue(Invoices::pay(1, 'mailin', 'T1'));
        self::assertSame(['Active', '2026-02-28'], [$this->service()->domainstatus, $this->service()->nextduedate]);

        Clock::moveTo('2026-02-20');
        Cron::run();
        Cron::run();
        self::assertSame(2, Capsule::table('tblinvoices')->count());
        self::assertTrue(Invoices::pay(2, 'mailin', 'T2'));
        self::assertFalse(Invoices::pay(2, 'mailin', 'T3'));
        self::assertSame('2026-03-28', $this->service()->nextduedate);
        self::assertCount(1, preg_grep('/^Renewed service 1 until 2026-03-28/', $this->whmcs->activityLog()));
    }

    public function testServicesAreSetUpAtTheMomentTheProductAsksFor(): void
    {
        self::assertSame('Active', $this->order(['autosetup' => 'order'])->domainstatus);
        $waiting = $this->order(['autosetup' => 'on']);
        self::assertSame('Pending', $waiting->domainstatus);
        Orders::accept((int) $waiting->orderid);
        self::assertSame('Active', $this->service((int) $waiting->id)->domainstatus);
        $manual = $this->order(['autosetup' => '']);
        Invoices::pay(3, 'mailin', 'T1');
        Orders::accept((int) $manual->orderid);
        self::assertSame('Pending', $this->service((int) $manual->id)->domainstatus);
    }

    public function testACancellationAtTheEndOfThePeriodWaitsForIt(): void
    {
        $this->order(['autosetup' => 'payment']);
        Invoices::pay(1, 'mailin', 'T1');
        Capsule::table('tblcancelrequests')
            ->insert(['date' => Clock::now(), 'relid' => 1, 'reason' => '', 'type' => 'End of Billing Period']);
        Clock::moveTo('2026-02-27');
        Cron::run();
        self::assertSame(['Active', 1], [$this->service()->domainstatus, Capsule::table('tblinvoices')->count()]);
        Clock::moveTo('2026-02-28');
        Cron::run();
        self::assertSame('Cancelled', $this->service()->domainstatus);
    }

    public function testARequestCancelsWhatIsNotPaidYetAndIsTakenOnce(): void
    {
        $this->order(['autosetup' => 'payment']);
        Invoices::pay(1, 'mailin', 'T1');
        Clock::moveTo('2026-02-20');
        Cron::run();
        self::assertTrue(Cancellations::request($this->service(), Cancellations::IMMEDIATE, 'reason'));
        self::assertFalse(Cancellations::request($this->service(), Cancellations::END_OF_PERIOD, ''));
        self::assertSame(['Paid', 'Cancelled'], Capsule::table('tblinvoices')->orderBy('id')->pluck('status')->all());
        Clock::moveTo('2026-02-21');
        Cron::run();
        self::assertSame('Cancelled', $this->service()->domainstatus);
    }

    public function testProrataBillingMovesTheDueDateToTheDayOnWhichEveryClientIsCharged(): void
    {
        Clock::moveTo('2026-01-22');
        $prorata = ['proratabilling' => 1, 'proratadate' => 1, 'autosetup' => 'payment'];
        $charges = [
            // The manual's own example: the rest of January and the whole of February.
            20 => ['2026-03-01', 13.23],
            0 => ['2026-03-01', 13.23],
            32 => ['2026-02-01', 3.23],
        ];
        foreach ($charges as $chargeNextMonth => [$due, $amount]) {
            $service = $this->order(['proratachargenextmonth' => $chargeNextMonth] + $prorata);
            self::assertSame($amount, (float) $service->firstpaymentamount, "charge next month $chargeNextMonth");
            Invoices::pay((int) Capsule::table('tblinvoices')->max('id'), 'mailin', 'T');
            self::assertSame($due, $this->service((int) $service->id)->nextduedate, "charge next month $chargeNextMonth");
        }
        Clock::moveTo('2026-02-01');
        self::assertSame(10.0, (float) $this->order(['proratachargenextmonth' => 32] + $prorata)->firstpaymentamount);
    }

    public function testARecurringLimitEndsTheServiceForWhmcsWhenItsLastPeriodIsOver(): void
    {
        $completed = [];
        Hooks::add('ServiceRecurringCompleted', 1, static function (array $vars) use (&$completed): void {
            $completed[] = $vars;
        });
        $this->order(['autosetup' => 'payment', 'recurringcycles' => 1]);
        Invoices::pay(1, 'mailin', 'T1');
        foreach (['2026-02-27' => 'Active', '2026-02-28' => 'Completed', '2026-03-01' => 'Completed'] as $day => $status) {
            Clock::moveTo($day);
            Cron::run();
            self::assertSame($status, $this->service()->domainstatus, $day);
        }
        self::assertSame([['serviceid' => 1, 'recurringinvoices' => 1]], $completed);
        self::assertSame(1, Capsule::table('tblinvoices')->count());
    }

    public function testSeveralPiecesBecomeSeveralServicesUnlessTheProductScales(): void
    {
        $this->order(['allowqty' => 1], 2);
        self::assertSame([1, 1], Capsule::table('tblhosting')->pluck('qty')->all());
        self::assertSame(3, (int) $this->order(['allowqty' => 3], 3)->qty);
    }

    public function testACycleKeepsTheDayOrTakesTheMonthsLast(): void
    {
        self::assertSame('2027-01-31', Cycle::Annually->after('2026-01-31'));
        self::assertSame('2026-04-30', Cycle::Quarterly->after('2026-01-31'));
    }

    private function order(array $product, int $quantity = 1): object
    {
        $productId = $this->whmcs->product('sampleserver', $product);
        Capsule::table('tblpricing')->insert(['type' => 'product', 'currency' => 1, 'relid' => $productId, 'monthly' => 10]);
        $client = Capsule::table('tblclients')->value('id') ?? $this->whmcs->client();
        Checkout::place((int) $client, [new CartItem($productId, 'monthly', $quantity, [])], 'mailin', '127.0.0.1');
        return Capsule::table('tblhosting')->orderByDesc('id')->first();
    }

    private function service(int $id = 1): object
    {
        return Capsule::table('tblhosting')->find($id);
    }
}
