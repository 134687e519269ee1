<?php

/**
 * The flags for staff: what differs between WHMCS and the accounts. One that is gone is removed by whoever looked and did not see it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Difference;

use Illuminate\Database\Query\Builder;
use IspmanagerNoc\Whmcs\Database;

final class Differences
{
    public function report(Difference $difference): void
    {
        $key = [
            'server_id' => $difference->serverId,
            'service_id' => $difference->serviceId,
            'kind' => $difference->kind->value,
            'order_id' => $difference->orderId,
        ];
        // A comparison that began earlier must not make this look unseen to one that runs beside it.
        $newer = (int) $this->rows()->where($key)->where('seen_at', '>', $difference->seenAt)->value('seen_at');
        Database::put('differences', $key, [
            'whmcs' => $difference->whmcs,
            'account' => $difference->account,
            'seen_at' => max($newer, $difference->seenAt),
        ]);
    }

    /**
     * Removes what a complete look no longer saw.
     *
     * @param list<DifferenceKind> $kinds that were looked for
     * @param int $seenAt when the look began
     * @param list<int>|null $serverIds where it looked; null for everywhere
     */
    public function forgetUnseen(array $kinds, int $seenAt, ?array $serverIds = null): void
    {
        $rows = $this->rows($serverIds)->whereIn('kind', self::values($kinds));
        $rows->where('seen_at', '<', $seenAt)->delete();
    }

    /** @param list<DifferenceKind> $kinds that are settled for this service */
    public function forget(int $serviceId, array $kinds): void
    {
        $this->rows()->where('service_id', $serviceId)->whereIn('kind', self::values($kinds))->delete();
    }

    /** The order has a service by now. */
    public function forgetOrder(string $orderId): void
    {
        $this->rows()->where(['order_id' => $orderId, 'kind' => DifferenceKind::NoService->value])->delete();
    }

    /** The order is not this service's any more: what was said of the two together is said of another service now, or of none. */
    public function forgetReleased(string $orderId, int $serviceId, int $keeperId): void
    {
        $compared = self::values(DifferenceKind::compared());
        $this->rows()->where(['order_id' => $orderId, 'service_id' => $serviceId])->whereIn('kind', $compared)->delete();
        $this->rows()
            ->where(['order_id' => $orderId, 'service_id' => $keeperId, 'kind' => DifferenceKind::SharedOrder->value])
            ->where('account', (string) $serviceId)
            ->delete();
    }

    /** @param list<int> $serverIds whose records are gone or lead to another account by now */
    public function forgetServers(array $serverIds): void
    {
        $this->rows($serverIds)->delete();
    }

    /**
     * @param list<int>|null $serverIds null for everywhere
     * @return array<string, int> how many there are of each kind that there is
     */
    public function counts(?array $serverIds = null): array
    {
        $rows = $this->rows($serverIds)->groupBy('kind')->orderBy('kind')->selectRaw('kind, count(*) as number')->get();
        return array_map(intval(...), $rows->pluck('number', 'kind')->all());
    }

    /**
     * @param list<int>|null $serverIds null for everywhere
     * @param DifferenceKind|null $kind null for all
     * @return list<Difference> by service
     */
    public function all(int $limit, ?array $serverIds = null, ?DifferenceKind $kind = null, int $skip = 0): array
    {
        $rows = $this->rows($serverIds)->orderBy('service_id')->orderBy('id')->skip($skip)->limit($limit);
        $rows = $kind === null ? $rows : $rows->where('kind', $kind->value);
        return array_values(array_map(Difference::of(...), $rows->get()->all()));
    }

    public function find(int $id): ?Difference
    {
        $row = $this->rows()->where('id', $id)->first();
        return $row === null ? null : Difference::of($row);
    }

    /**
     * @param list<int> $ids
     * @return list<Difference> by service
     */
    public function findAll(array $ids): array
    {
        return array_values(array_map(Difference::of(...), $this->rows()->whereIn('id', $ids)->orderBy('service_id')->orderBy('id')->get()->all()));
    }

    /**
     * @param list<int> $serviceIds
     * @param list<DifferenceKind> $kinds
     * @return list<Difference> by service
     */
    public function ofServices(array $serviceIds, array $kinds): array
    {
        $rows = $this->rows()->whereIn('service_id', $serviceIds)->whereIn('kind', self::values($kinds));
        return array_values(array_map(Difference::of(...), $rows->orderBy('service_id')->orderBy('id')->get()->all()));
    }

    /** @return list<int> */
    public function servicesWith(DifferenceKind $kind): array
    {
        return array_values(array_map(intval(...), $this->rows()->where('kind', $kind->value)->pluck('service_id')->all()));
    }

    /** @param list<int>|null $serverIds */
    private function rows(?array $serverIds = null): Builder
    {
        $rows = Database::own('differences');
        return $serverIds === null ? $rows : $rows->whereIn('server_id', $serverIds);
    }

    /**
     * @param list<DifferenceKind> $kinds
     * @return list<string>
     */
    private static function values(array $kinds): array
    {
        return array_map(static fn (DifferenceKind $kind): string => $kind->value, $kinds);
    }
}
