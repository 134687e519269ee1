<?php

/**
 * The account's price list becomes tariffs of a kind, is kept per account and is fresh before an order.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\PriceList;

use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Whmcs\ServerRecord;
use WHMCS\Database\Capsule;

final class PriceListTest extends ModuleTest
{
    public function testTheFixtureThatRustReadsTooTellsEveryKind(): void
    {
        $examples = json_decode((string) file_get_contents(__DIR__ . '/../../contract/kinds.json'), true, 8, JSON_THROW_ON_ERROR);
        foreach ($examples as $example) {
            $kind = Kind::of($example['item_type'], $example['id'], $example['names']);
            self::assertSame($example['kind'], $kind->name, json_encode($example, JSON_THROW_ON_ERROR));
        }
    }

    public function testTariffsHaveNamesKindsAndPricesWithoutTrials(): void
    {
        $list = $this->app->refreshPrices($this->server());
        $bitNinja = $list->find(55371);
        self::assertSame(['BitNinja for ispmanager', 'bit-ninja'], [$bitNinja?->name, $bitNinja?->kind->name]);
        self::assertSame([1 => '10.00 EUR', 6 => '57.00 EUR', 12 => '913.93 EUR'], array_map(strval(...), $bitNinja->prices ?? []));
        self::assertSame('DDoSGUARD', $list->find(23221)?->name);
        self::assertSame('other-software', $list->find(55369)?->kind->name);
    }

    public function testTheStoredListIsTheOneThatWasFetched(): void
    {
        self::assertNull($this->app->prices()->stored($this->server()));
        $fetched = $this->app->refreshPrices($this->server());
        $stored = $this->app->prices()->stored($this->server());
        self::assertEquals(
            array_map(static fn (Tariff $tariff): int => $tariff->id, $fetched->tariffs),
            array_map(static fn (Tariff $tariff): int => $tariff->id, $stored->tariffs ?? [])
        );
        self::assertEquals($fetched->find(55371)?->prices, $stored?->find(55371)?->prices);
        self::assertSame($this->clock->now(), $stored?->fetchedAt);
    }

    public function testARecordThatPointsToAnotherAccountDoesNotShowTheOldList(): void
    {
        $this->app->refreshPrices($this->server());
        Capsule::table('tblservers')->update(['username' => 'somebody-else']);
        self::assertNull($this->app->prices()->stored($this->server()));
        $this->app->refreshPrices($this->server());
        self::assertNotNull($this->app->prices()->stored($this->server()));
        $this->app->prices()->forget($this->server);
        self::assertNull($this->app->prices()->stored($this->server()));
    }

    public function testAnOldListIsAskedForAgainBeforeAnOrder(): void
    {
        $account = $this->app->account($this->server());
        $this->app->prices()->fresh($this->server(), $account, 55371);
        $this->app->prices()->fresh($this->server(), $account, 55371);
        self::assertSame(2, $this->account->count('pricelist.export'));
        $this->clock->pause(3600);
        $this->app->prices()->fresh($this->server(), $account, 55371);
        self::assertSame(4, $this->account->count('pricelist.export'));
    }

    private function server(): ServerRecord
    {
        $server = $this->app->servers()->find($this->server);
        self::assertNotNull($server);
        return $server;
    }
}
