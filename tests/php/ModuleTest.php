<?php

/**
 * What tests of the module share: an empty WHMCS, a scripted account, a clock, and a BitNinja product with a service.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceRecord;
use PHPUnit\Framework\TestCase;
use Standin\Testing;
use WHMCS\Database\Capsule;

abstract class ModuleTest extends TestCase
{
    protected const PASSWORD = 'S3cret&<>"\':;Пароль+%';

    protected Testing $whmcs;
    protected FakeTransport $account;
    protected FakeClock $clock;
    protected App $app;
    protected int $server;
    protected int $product;

    protected function setUp(): void
    {
        $this->whmcs = Testing::fresh(__DIR__ . '/../../php-hooks', static::database());
        $this->account = (new FakeTransport())
            ->answer('pricelist.export', $this->priceList(...))
            ->answer('subaccount', 'balance')
            ->answer('addition.order.param', 'ordered')
            ->answer('addition.edit', 'service')
            ->answer('addition', 'list-empty')
            ->answer('softexternal', 'list-empty')
            ->answer('softexternal.edit', 'error-missed')
            ->answer('service.prolong', 'prolonged')
            ->answer('basket', Reply::received(200, '<doc/>'))
            ->answer('addition.delete', 'ok');
        $this->clock = new FakeClock();
        $this->app = new App($this->account, $this->clock);
        App::set($this->app);
        $this->server = $this->whmcs->server('ispmanagernoc', [
            'name' => 'EU', 'hostname' => 'eu.ispmanager.com', 'username' => 'eu-partner', 'password' => htmlspecialchars(self::PASSWORD, ENT_QUOTES),
        ]);
        $this->product = $this->whmcs->product('ispmanagernoc', ['name' => 'BitNinja', 'configoption1' => '55371']);
        $this->app->fields()->ensure($this->product, Kind::named(Kind::BIT_NINJA));
    }

    /** The address of an empty database. */
    protected static function database(): string
    {
        return 'sqlite::memory:';
    }

    protected function tearDown(): void
    {
        App::set(null);
        $notices = Notices::taken();
        if ($notices !== []) {
            self::fail("There were notices that somebody swallowed:\n" . implode("\n", $notices));
        }
    }

    /**
     * @param array<string, mixed> $columns
     * @param array<string, string> $fields
     */
    protected function service(array $columns = [], array $fields = []): int
    {
        return $this->whmcs->service($this->product, $columns + ['server' => $this->server], $fields + ['item' => '1001']);
    }

    /** A service whose order is placed and known. */
    protected function orderedService(): int
    {
        $service = $this->service();
        $this->whmcs->paidInvoice($service);
        $this->app->create()->run($this->record($service));
        $this->setStatus($service, 'Active');
        $this->account->requests = [];
        return $service;
    }

    protected function serverRecord(): ServerRecord
    {
        $record = $this->app->servers()->find($this->server);
        self::assertNotNull($record);
        return $record;
    }

    protected function record(int $service): ServiceRecord
    {
        $record = $this->app->services()->find($service);
        self::assertNotNull($record);
        return $record;
    }

    /** The automation looks twice, after which what the account does not show is written off. */
    protected function quietTimePasses(): void
    {
        $this->clock->pause(Settlement::quietTime() + 100);
        $this->app->settle()->run();
        $this->clock->pause(61);
        $this->app->settle()->run();
    }

    protected function setStatus(int $service, string $status): void
    {
        Capsule::table('tblhosting')->where('id', $service)->update(['domainstatus' => $status]);
    }

    /** @return list<string> the journal's states of the service, the oldest first */
    protected function states(int $service): array
    {
        return array_reverse(array_map(
            static fn (Entry $entry): string => $entry->state->value,
            $this->app->journal()->forService($service)
        ));
    }

    private function priceList(array $form): Reply
    {
        return FakeTransport::fixture("pricelist-{$form['itemtype']}");
    }
}
