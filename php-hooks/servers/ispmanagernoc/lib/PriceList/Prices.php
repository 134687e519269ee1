<?php

/**
 * The price lists of the server records: the stored one for pages, a fresh one before money is spent.
 */

declare(strict_types=1);

namespace IspmanagerNoc\PriceList;

use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Clock;
use IspmanagerNoc\Whmcs\Database;
use IspmanagerNoc\Whmcs\ServerRecord;

final class Prices
{
    /** A list older than this is asked for again before an order. */
    private const FRESH_SECONDS = 3600;

    public function __construct(private readonly Clock $clock)
    {
    }

    /** From the database only. Null when the account was never asked; a record that was pointed at another one does not show the former's. */
    public function stored(ServerRecord $server): ?PriceList
    {
        return self::list(Database::own('price_lists')->where(['server_id' => $server->id, 'account' => $server->fingerprint()])->first());
    }

    private static function list(?object $row): ?PriceList
    {
        if ($row === null) {
            return null;
        }
        $rows = json_decode((string) $row->tariffs, true);
        return is_array($rows) ? new PriceList((int) $row->fetched_at, array_values(array_map(self::unpacked(...), $rows))) : null;
    }

    /** The newest list of the record's account, whichever record it was asked by. */
    public function newest(ServerRecord $server): ?PriceList
    {
        return self::list(Database::own('price_lists')->where('account', $server->fingerprint())->orderByDesc('fetched_at')->first());
    }

    /** From the database only. Null when the stored list does not hold it. */
    public function tariff(?ServerRecord $server, int $id): ?Tariff
    {
        return $server === null ? null : $this->stored($server)?->find($id);
    }

    /** What a tariff sells, for all that is known without the account. */
    public function kind(?ServerRecord $server, int $tariffId): Kind
    {
        return $this->tariff($server, $tariffId)->kind ?? Kind::ofIdAlone($tariffId);
    }

    /** Asks the account and stores what it says. */
    public function refresh(ServerRecord $server, Account $account): PriceList
    {
        $tariffs = [];
        foreach (Kind::itemTypes() as $itemType) {
            array_push($tariffs, ...$account->tariffs($itemType));
        }
        $list = new PriceList($this->clock->now(), $tariffs);
        Database::put('price_lists', ['server_id' => $server->id], [
            'account' => $server->fingerprint(),
            'fetched_at' => $list->fetchedAt,
            'tariffs' => json_encode(array_map(self::packed(...), $tariffs), JSON_THROW_ON_ERROR),
        ]);
        return $list;
    }

    /**
     * The stored list while it is fresh and holds the tariff, else a new one.
     *
     * @param int $tariffId the tariff that is about to be bought
     */
    public function fresh(ServerRecord $server, Account $account, int $tariffId): PriceList
    {
        $stored = $this->stored($server);
        $isFresh = $stored !== null && $this->clock->now() - $stored->fetchedAt < self::FRESH_SECONDS;
        return $isFresh && $stored->find($tariffId) !== null ? $stored : $this->refresh($server, $account);
    }

    public function forget(int $serverId): void
    {
        Database::own('price_lists')->where('server_id', $serverId)->delete();
    }

    /** @return array{id: int, name: string, kind: string, prices: list<array{int, int, string}>} */
    private static function packed(Tariff $tariff): array
    {
        $prices = [];
        foreach ($tariff->prices as $months => $cost) {
            $prices[] = [$months, $cost->minor, $cost->currency];
        }
        return ['id' => $tariff->id, 'name' => $tariff->name, 'kind' => $tariff->kind->name, 'prices' => $prices];
    }

    /** @param array{id: int, name: string, kind: string, prices: list<array{int, int, string}>} $row */
    private static function unpacked(array $row): Tariff
    {
        $prices = [];
        foreach ($row['prices'] as [$months, $minor, $currency]) {
            $prices[$months] = new Money($minor, $currency);
        }
        return new Tariff($row['id'], $row['name'], Kind::named($row['kind']), $prices);
    }
}
