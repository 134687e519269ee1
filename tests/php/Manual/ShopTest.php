<?php

/**
 * What the chapters of the manual share: a WHMCS with the module's hooks, a product with prices, a client who orders and pays, the cron, and an
 * account that keeps its orders. Both sides live on the same day.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Manual;

use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Tests\ModuleTest;
use Standin\Automation\Cron;
use Standin\Billing\CartItem;
use Standin\Billing\Checkout;
use Standin\Billing\Invoices;
use Standin\Clock;
use Standin\Hooks;
use WHMCS\Database\Capsule;

abstract class ShopTest extends ModuleTest
{
    protected const BIT_NINJA = '55371';
    protected const DDOS_GUARD = '23221';
    protected const LITE_SPEED = '70001';

    protected OrderBook $orders;
    protected int $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->day('2026-12-01');
        $this->orders = new OrderBook($this->account, $this->clock);
        $this->client = $this->whmcs->client();
        $this->price($this->product);
        $file = (string) file_get_contents(__DIR__ . '/../../../php-hooks/servers/ispmanagernoc/hooks.php');
        preg_match_all("/^add_hook\\('(\\w+)', 1, .*::named\\('(\\w+)'\\)\\);$/m", $file, $hooks, PREG_SET_ORDER);
        foreach ($hooks as [, $point, $name]) {
            Hooks::add($point, 1, Hook::named($name));
        }
    }

    /** Both sides go on to noon of that day. */
    protected function day(string $day): void
    {
        Clock::moveTo($day);
        $this->clock->elapsed += strtotime("$day 12:00 UTC") - $this->clock->now();
    }

    /** @return list<string> what the run reports */
    protected function cron(string $day): array
    {
        $this->day($day);
        return Cron::run();
    }

    protected function price(int $product): void
    {
        Capsule::table('tblpricing')->insert([
            'type' => 'product', 'currency' => 1, 'relid' => $product, 'monthly' => 15, 'quarterly' => 45, 'semiannually' => 80,
            'annually' => 1000, 'biennially' => 2000,
        ]);
    }

    /** @param array<string, mixed> $columns of tblproducts */
    protected function sell(array $columns): void
    {
        Capsule::table('tblproducts')->where('id', $this->product)->update($columns);
    }

    /**
     * The client orders the product.
     *
     * @param array<string, string> $fields custom fields by their short names
     * @return list<int> the services
     */
    protected function order(string $offer = 'monthly', int $quantity = 1, array $fields = []): array
    {
        $posted = [];
        foreach ($fields + ['item' => '1001'] as $name => $value) {
            $field = Capsule::table('tblcustomfields')->where('relid', $this->product)->where('fieldname', 'like', "$name|%")->value('id');
            $posted[(int) $field] = $value;
        }
        $order = Checkout::place($this->client, [new CartItem($this->product, $offer, $quantity, $posted)], 'mailin', '127.0.0.1');
        return array_map(intval(...), Capsule::table('tblhosting')->where('orderid', $order)->orderBy('id')->pluck('id')->all());
    }

    /** The client pays whatever is open. */
    protected function pay(): void
    {
        foreach (Capsule::table('tblinvoices')->where('status', 'Unpaid')->orderBy('id')->pluck('id')->all() as $invoice) {
            Invoices::pay((int) $invoice, 'mailin', "T$invoice");
        }
    }

    /** @param array<string, string> $fields */
    protected function bought(string $offer = 'monthly', array $fields = []): int
    {
        [$service] = $this->order($offer, 1, $fields);
        $this->pay();
        self::assertSame('Active', $this->status($service));
        return $service;
    }

    protected function status(int $service): string
    {
        return $this->column($service, 'domainstatus');
    }

    protected function due(int $service): string
    {
        return $this->column($service, 'nextduedate');
    }

    protected function column(int $service, string $name): string
    {
        return (string) Capsule::table('tblhosting')->where('id', $service)->value($name);
    }

    /** @return list<string> the calls that spent or ended something, the oldest first */
    protected function spent(): array
    {
        return array_column($this->account->spending(), 'func');
    }

    /** @return array<string, string> errors of the open entries of the module queue, by command */
    protected function queue(): array
    {
        return Capsule::table('tblmodulequeue')->where('completed', 0)->pluck('last_attempt_error', 'module_action')->all();
    }

    /** @return list<string> subjects of the e-mails to the client */
    protected function mails(): array
    {
        return Capsule::table('tblemails')->where('userid', '>', 0)->orderBy('id')->pluck('subject')->all();
    }
}
