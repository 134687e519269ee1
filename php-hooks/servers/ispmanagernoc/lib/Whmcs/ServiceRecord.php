<?php

/**
 * A client's service whose product uses this module, as WHMCS knew it when it was read.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class ServiceRecord
{
    /**
     * @param int $serverId 0 when WHMCS has not chosen one yet
     * @param string|null $nextDueDate, $terminationDate Y-m-d
     * @param int $orderId WHMCS's own order, not the account's
     */
    public function __construct(
        public readonly int $id,
        public readonly int $clientId,
        public readonly int $productId,
        public readonly int $serverId,
        public readonly string $status,
        public readonly string $billingCycle,
        public readonly ?string $nextDueDate,
        public readonly ?string $terminationDate,
        public readonly int $quantity,
        public readonly int $orderId,
        public readonly ModuleSettings $settings,
    ) {
    }
}
