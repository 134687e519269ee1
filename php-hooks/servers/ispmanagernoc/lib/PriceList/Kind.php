<?php

/**
 * What is sold, as far as the module must behave differently. The kinds and their facts come from the contract.
 */

declare(strict_types=1);

namespace IspmanagerNoc\PriceList;

use IspmanagerNoc\Contract;
use LogicException;

final class Kind
{
    public const BIT_NINJA = 'bit-ninja';
    public const OTHER_MODULE = 'other-module';
    public const OTHER_SOFTWARE = 'other-software';

    /** @var array<string, self> in the order in which they are tried */
    private static array $all = [];

    /**
     * @param string $itemType the account's family of functions: `addition`, `softexternal`
     * @param list<int> $knownIds
     * @param list<array{name: string, friendly: string, required: bool, on_order_form: bool, filled_by_module: bool}> $fields
     */
    private function __construct(
        public readonly string $name,
        public readonly string $itemType,
        private readonly ?string $marker,
        private readonly array $knownIds,
        public readonly array $fields,
    ) {
    }

    /** @return array<string, self> */
    public static function all(): array
    {
        if (self::$all === []) {
            foreach (Contract::get('kinds') as $name => $fact) {
                self::$all[$name] = new self($name, $fact['item_type'], $fact['marker'], $fact['known_ids'], $fact['fields']);
            }
        }
        return self::$all;
    }

    public static function named(string $name): self
    {
        return self::all()[$name] ?? throw new LogicException("There is no kind $name");
    }

    /** As far as the tariff's id alone tells. */
    public static function ofIdAlone(int $id): self
    {
        return self::of(self::named(self::OTHER_MODULE)->itemType, $id, []);
    }

    /** @return list<string> */
    public static function itemTypes(): array
    {
        return array_values(array_unique(array_map(static fn (self $kind): string => $kind->itemType, self::all())));
    }

    /**
     * Tells the kind of a tariff. A BitNinja licence is third-party software and not the module, so the item type is asked first.
     *
     * @param list<string> $names the tariff's internal name and title
     */
    public static function of(string $itemType, int $id, array $names): self
    {
        foreach (self::all() as $kind) {
            if ($kind->itemType === $itemType && $kind->fits($id, $names)) {
                return $kind;
            }
        }
        return self::named(self::OTHER_MODULE);
    }

    /** Whether it is a module of ispmanager, as against third-party software. */
    public function isModule(): bool
    {
        return $this->itemType === self::named(self::OTHER_MODULE)->itemType;
    }

    /** @param list<string> $names */
    private function fits(int $id, array $names): bool
    {
        if ($this->marker === null || in_array($id, $this->knownIds, true)) {
            return true;
        }
        foreach ($names as $name) {
            if (stripos($name, $this->marker) !== false) {
                return true;
            }
        }
        return false;
    }
}
