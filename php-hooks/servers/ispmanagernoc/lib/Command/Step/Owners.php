<?php

/**
 * Whether an order of the account belongs to another service. Several server records may stand for one account.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;

final class Owners
{
    /** @var list<int> the server records of the account */
    private readonly array $records;

    public function __construct(private readonly App $app, int $serverId)
    {
        $this->records = $app->servers()->ofAccount($serverId);
    }

    public function isOfOther(string $orderId, int $serviceId): bool
    {
        return $this->isWrittenAtOther($orderId, $serviceId) || $this->others($orderId, $serviceId) !== [];
    }

    /** Whether a person may not give it to the service: another one has it in its field, or it was placed for another one that goes on. */
    public function isKept(RemoteService $order, int $serviceId): bool
    {
        return $this->isWrittenAtOther($order->id, $serviceId) || $this->isOfLiving($order, $serviceId);
    }

    /** Whether it was placed or linked for another service that goes on: its number in a field does not make it this one's. */
    public function isOfLiving(RemoteService $order, int $serviceId): bool
    {
        $named = RemoteName::serviceOf((string) $order->remoteId) ?? $serviceId;
        foreach (array_diff([$named, ...$this->others($order->id, $serviceId)], [$serviceId]) as $other) {
            $status = $this->app->services()->find($other)?->status;
            $isOver = $status === null || in_array($status, TakeOver::ENDED, true)
                || $this->app->journal()->find(Operation::terminateKey($other, $order->id))?->state === State::Done;
            // What is not settled yet may still take it.
            if (!$isOver || $this->app->journal()->open($other) !== []) {
                return true;
            }
        }
        return false;
    }

    /** @return list<int> services to which the journal says that it belongs */
    private function others(string $orderId, int $serviceId): array
    {
        $owners = array_map(fn (int $record): array => $this->app->journal()->ownersOf($orderId, $record), $this->records);
        return array_values(array_diff(array_merge(...$owners), [$serviceId]));
    }

    /**
     * Whether another service has it in its field, which is how staff and earlier modules give an order to a service. One that is on no
     * server record of this module may be of any account.
     */
    public function isWrittenAtOther(string $orderId, int $serviceId): bool
    {
        $isAnywhere = in_array(0, $this->records, true);
        return $this->app->fields()->isOrderOfOther($orderId, $isAnywhere ? [] : $this->records, $serviceId);
    }
}
