<?php

/**
 * Reads the products that use this module.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Illuminate\Database\Query\Builder;
use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Contract;
use IspmanagerNoc\Exception\Refused;
use WHMCS\Database\Capsule;

final class Products
{
    private const CYCLES = [
        'monthly' => 'Monthly',
        'quarterly' => 'Quarterly',
        'semiannually' => 'Semi-Annually',
        'annually' => 'Annually',
        'biennially' => 'Biennially',
        'triennially' => 'Triennially',
    ];

    /** A value of tblproducts.allowqty. */
    private const SCALING = 3;

    public function find(int $id): ?ProductRecord
    {
        $row = Capsule::table('tblproducts')->where(['id' => $id, 'servertype' => Module::NAME])->first();
        return $row === null ? null : new ProductRecord(
            $id,
            ModuleSettings::of($row),
            (string) $row->paytype,
            $this->prices($id, (string) $row->paytype),
            (int) ($row->allowqty ?? 0) === self::SCALING,
        );
    }

    /**
     * The products whose new services get a server of the same account, by the tariffs that they sell.
     *
     * @return array<int, array<int, string>> names by products, by tariffs
     */
    public function selling(ServerRecord $server): array
    {
        $selling = [];
        foreach (self::rowsSuppliedBy($server)->orderBy('name')->orderBy('id')->get()->all() as $row) {
            $tariff = ModuleSettings::of($row)->tariffId;
            if ($tariff !== null) {
                $selling[$tariff][(int) $row->id] = Encoded::decode((string) $row->name);
            }
        }
        return $selling;
    }

    /** @return list<int> the products whose new services get a server of the same account */
    public function suppliedBy(ServerRecord $server): array
    {
        return array_values(array_map(intval(...), self::rowsSuppliedBy($server)->pluck('id')->all()));
    }

    private static function rowsSuppliedBy(ServerRecord $server): Builder
    {
        return Capsule::table('tblproducts')->where('servertype', Module::NAME)->whereIn('servergroup', (new Servers())->groupsOf($server));
    }

    /**
     * By WHMCS's own command.
     *
     * @return int its id
     * @throws Refused in WHMCS's words
     */
    public function add(NewProduct $product): int
    {
        $noPrices = array_map(static fn (string $code): array => [], Currencies::all());
        $result = localAPI('AddProduct', [
            'type' => 'other',
            'gid' => $product->groupId,
            'name' => $product->name,
            'paytype' => 'recurring',
            'hidden' => true,
            'tax' => $product->isTaxed,
            'autosetup' => $product->setup,
            'module' => Module::NAME,
            'servergroupid' => $product->serverGroupId,
            'pricing' => array_map(self::columns(...), $product->prices + $noPrices),
        ] + ModuleSettings::selling($product->tariffId));
        $id = (int) ($result['pid'] ?? 0);
        if (($result['result'] ?? '') !== 'success' || $id === 0) {
            throw new Refused('refused.sale', ['text' => (string) ($result['message'] ?? 'AddProduct')]);
        }
        return $id;
    }

    /** Takes the sign "hidden" off. WHMCS has no command for it. */
    public function show(int $id): void
    {
        Capsule::table('tblproducts')->where('id', $id)->update(['hidden' => 0]);
    }

    /** @param list<int> $ids */
    public function areHidden(array $ids): bool
    {
        return Capsule::table('tblproducts')->whereIn('id', $ids)->where('hidden', 0)->doesntExist();
    }

    /** @return array<int, string> names by ids, as WHMCS orders them */
    public function groups(): array
    {
        $names = Capsule::table('tblproductgroups')->orderBy('order')->orderBy('id')->pluck('name', 'id')->all();
        return array_map(static fn (mixed $name): string => Encoded::decode((string) $name), $names);
    }

    /**
     * The columns of all prices: a cycle that is not named must not be on sale for nothing.
     *
     * @param array<int, Money> $prices by months
     * @return array<string, string>
     */
    private static function columns(array $prices): array
    {
        $amounts = array_fill_keys(array_keys(self::CYCLES), '-1.00');
        foreach ($prices as $months => $price) {
            $amounts[self::priceColumns()[$months]] = $price->amount();
        }
        return $amounts;
    }

    /** @return array<int, string> columns of tblpricing by the months that the account knows */
    public static function priceColumns(): array
    {
        $columns = array_flip(self::CYCLES);
        /** @var array<string, int> $periods */
        $periods = Contract::get('periods');
        return array_map(static fn (string $cycle): string => $columns[$cycle], array_flip($periods));
    }

    /** Whether the product has a price for this cycle in the client's currency. @param string $cycle as tblhosting names it */
    public function isSoldTo(int $clientId, int $id, string $cycle): bool
    {
        $currency = (int) Capsule::table('tblclients')->where('id', $clientId)->value('currency');
        $column = (string) array_search($cycle, self::CYCLES, true);
        $isRecurring = Capsule::table('tblproducts')->where(['id' => $id, 'paytype' => 'recurring'])->exists();
        return $isRecurring && $column !== '' && Capsule::table('tblpricing')
            ->where(['type' => 'product', 'relid' => $id, 'currency' => $currency])
            ->where($column, '>=', 0)
            ->exists();
    }

    /** @return array<string, list<Money>> by cycle */
    private function prices(int $id, string $payType): array
    {
        if ($payType === 'free') {
            return ['Free Account' => []];
        }
        $rows = Capsule::table('tblpricing')
            ->join('tblcurrencies', 'tblcurrencies.id', '=', 'tblpricing.currency')
            ->where(['tblpricing.type' => 'product', 'tblpricing.relid' => $id])
            ->orderBy('tblcurrencies.id')
            ->get(['tblpricing.*', 'tblcurrencies.code'])
            ->all();
        if ($payType !== 'recurring') {
            return ['One Time' => self::inColumn($rows, 'monthly')];
        }
        $prices = [];
        foreach (self::CYCLES as $column => $cycle) {
            $prices[$cycle] = self::inColumn($rows, $column);
        }
        return array_filter($prices);
    }

    /**
     * A negative price is WHMCS's way to say that the cycle is not sold in that currency.
     *
     * @param array<object> $rows
     * @return list<Money>
     */
    private static function inColumn(array $rows, string $column): array
    {
        $prices = [];
        foreach ($rows as $row) {
            $price = Money::parse((string) $row->$column, (string) $row->code);
            if ($price !== null && $price->minor >= 0) {
                $prices[] = $price;
            }
        }
        return $prices;
    }
}
