<?php

/**
 * What WHMCS knows of a service, as far as it is compared; small enough for a hundred thousand of them.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Difference;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\PriceList\PriceList;
use IspmanagerNoc\Whmcs\ServiceList;

final class KnownService
{
    /**
     * @param int $serverId its server record, or one of the account where it is on none of this module
     * @param bool $isHere whether it is on a server record of this module; one that an earlier module sold may still be elsewhere
     * @param string|null $expires, $due Y-m-d
     * @param string $item the licence, as it stands in the service's field
     * @param bool $isLinked whether the journal knows how the service came to its order
     */
    public function __construct(
        public readonly int $id,
        public readonly int $serverId,
        public readonly bool $isHere,
        public readonly string $status,
        public readonly ?string $expires,
        public readonly ?string $due,
        public readonly string $email,
        public readonly string $item,
        public readonly ?int $tariffId,
        public readonly bool $isLinked,
    ) {
    }

    /** Whether its product sells the tariff of the order; null where the order or the price list does not tell. */
    public function sells(RemoteService $order, ?PriceList $prices): ?bool
    {
        return $order->isOf($this->tariffId, $this->tariffId === null ? null : $prices?->find($this->tariffId)?->name);
    }

    /** Whether it should have an order, by what WHMCS says. */
    public function isServed(): bool
    {
        return in_array($this->status, ServiceList::SERVED, true);
    }
}
