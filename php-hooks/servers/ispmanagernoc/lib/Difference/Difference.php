<?php

/**
 * One disagreement between WHMCS and the account, with the values of both sides as programs know them.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Difference;

final class Difference
{
    /**
     * @param int $serviceId 0 where there is none
     * @param string $orderId empty where there is none
     * @param int $seenAt when it was last seen, in seconds since 1970
     * @param int $id 0 before it is stored
     */
    public function __construct(
        public readonly DifferenceKind $kind,
        public readonly int $serverId,
        public readonly int $serviceId,
        public readonly string $orderId,
        public readonly string $whmcs,
        public readonly string $account,
        public readonly int $seenAt,
        public readonly int $id = 0,
    ) {
    }

    public static function of(object $row): self
    {
        return new self(
            DifferenceKind::from($row->kind),
            (int) $row->server_id,
            (int) $row->service_id,
            (string) $row->order_id,
            (string) $row->whmcs,
            (string) $row->account,
            (int) $row->seen_at,
            (int) $row->id,
        );
    }
}
