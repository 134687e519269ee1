<?php

/**
 * Puts the module's parts together, once per request. Tests make their own with other ways to the account and another clock.
 */

declare(strict_types=1);

namespace IspmanagerNoc;

use Closure;
use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Breaker;
use IspmanagerNoc\Account\Client;
use IspmanagerNoc\Account\CurlTransport;
use IspmanagerNoc\Account\Host;
use IspmanagerNoc\Account\PacedTransport;
use IspmanagerNoc\Account\Transport;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Partner\NumberSetting;
use IspmanagerNoc\Whmcs\Language;
use IspmanagerNoc\Whmcs\Module;
use IspmanagerNoc\Whmcs\ServerRecord;

final class App
{
    private static ?self $current = null;
    private ?float $deadline = null;
    private ?PacedTransport $paced = null;

    /** @param bool $isUnattended whether nobody waits for what this process does */
    public function __construct(
        private readonly Transport $transport = new CurlTransport(),
        private readonly Clock $clock = new SystemClock(),
        private bool $isUnattended = false,
    ) {
    }

    public static function get(): self
    {
        return self::$current ??= new self(isUnattended: PHP_SAPI === 'cli');
    }

    /** @param self|null $app for tests; null brings the real one back */
    public static function set(?self $app): void
    {
        self::$current = $app;
    }

    public function clock(): Clock
    {
        return $this->clock;
    }

    public function servers(): Whmcs\Servers
    {
        return new Whmcs\Servers();
    }

    public function services(): Whmcs\Services
    {
        return new Whmcs\Services();
    }

    public function products(): Whmcs\Products
    {
        return new Whmcs\Products();
    }

    public function invoices(): Whmcs\Invoices
    {
        return new Whmcs\Invoices();
    }

    public function moduleCommands(): Whmcs\ModuleCommands
    {
        return new Whmcs\ModuleCommands();
    }

    public function fields(): Fields\CustomFields
    {
        return new Fields\CustomFields(new Whmcs\FieldTable());
    }

    public function prices(): PriceList\Prices
    {
        return new PriceList\Prices($this->clock);
    }

    public function journal(): Journal\Journal
    {
        return new Journal\Journal($this->clock);
    }

    /**
     * The client of one account. A record that cannot be an account is refused here, before anything is sent.
     *
     * @param float|null $deadline on the clock's elapsed(); nothing is read after it
     * @param bool $isHurried whether somebody waits who is better told soon that the account is silent; the automation never does
     */
    public function account(ServerRecord $server, ?float $deadline = null, bool $isHurried = true): Account
    {
        Host::parse($server->hostname, Module::acceptsLoopbackAccounts());
        if ($server->username === '' || $server->password === '' || str_contains($server->username, ':')) {
            throw new Refused('refused.login', ['server' => $server->name]);
        }
        $deadline = min($deadline ?? INF, $this->deadline ?? INF);
        return new Account(new Client(
            $server,
            $this->isUnattended && is_infinite($deadline) ? $this->paced() : $this->transport,
            $this->clock,
            $server->id > 0 ? $this->breaker() : null,
            Language::current(),
            is_finite($deadline) ? $deadline : null,
            $isHurried && !$this->isUnattended,
        ));
    }

    /**
     * Work of the automation, for which nobody waits.
     *
     * @param Closure(): void $work
     * @param float|null $deadline as for readingUntil()
     */
    public function unattended(Closure $work, ?float $deadline = null): void
    {
        $wasUnattended = $this->isUnattended;
        $this->isUnattended = true;
        try {
            $this->readingUntil($deadline, $work);
        } finally {
            $this->isUnattended = $wasUnattended;
        }
    }

    /**
     * Whatever the work, and the commands that WHMCS runs because of it, read of an account, they read before the deadline. What they spend
     * keeps its own time: a call that spends is never cut off.
     *
     * @param float|null $deadline on the clock's elapsed()
     * @param Closure(): void $work
     */
    public function readingUntil(?float $deadline, Closure $work): void
    {
        $before = $this->deadline;
        $this->deadline = $deadline;
        try {
            $work();
        } finally {
            $this->deadline = $before;
        }
    }

    /** The same for a record that staff are testing: it is asked whatever happened before. */
    public function accountUnderTest(ServerRecord $server): Account
    {
        return $this->account(new ServerRecord(0, $server->name, $server->hostname, $server->username, $server->password));
    }

    /**
     * One for all accounts: what staff want to spare may stand behind several of them. What has a deadline is not slowed down: it would never come to
     * its end.
     */
    private function paced(): Transport
    {
        return $this->paced ??= new PacedTransport($this->transport, $this->clock, NumberSetting::PauseMilliseconds->get() / 1000);
    }

    public function breaker(): Breaker
    {
        return new Breaker($this->clock);
    }

    public function refreshPrices(ServerRecord $server): PriceList\PriceList
    {
        return $this->prices()->refresh($server, $this->account($server, isHurried: false));
    }

    public function create(): Command\Create
    {
        return new Command\Create($this);
    }

    public function renew(): Command\Renew
    {
        return new Command\Renew($this);
    }

    public function terminate(): Command\Terminate
    {
        return new Command\Terminate($this);
    }

    public function sync(): Command\Sync
    {
        return new Command\Sync($this);
    }

    public function changePeriod(): Command\ChangePeriod
    {
        return new Command\ChangePeriod($this);
    }

    public function stopRenewal(): Command\StopRenewal
    {
        return new Command\StopRenewal($this);
    }

    public function stopRenewals(): Command\StopRenewals
    {
        return new Command\StopRenewals($this);
    }

    public function linkOrder(): Command\LinkOrder
    {
        return new Command\LinkOrder($this);
    }

    public function dropUnpaid(): Command\DropUnpaid
    {
        return new Command\DropUnpaid($this);
    }

    public function releaseOrder(): Command\ReleaseOrder
    {
        return new Command\ReleaseOrder($this);
    }

    public function offers(): Command\Offers
    {
        return new Command\Offers($this);
    }

    public function settle(): Command\Settle
    {
        return new Command\Settle($this);
    }

    public function compare(): Command\Compare
    {
        return new Command\Compare($this);
    }

    public function differences(): Difference\Differences
    {
        return new Difference\Differences();
    }

    public function texts(string $language): Texts
    {
        return Texts::in($language);
    }
}
