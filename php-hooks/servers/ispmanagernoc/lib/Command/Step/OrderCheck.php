<?php

/**
 * Whether an order of the account is a service's. What the journal placed, or a person linked, is. Any other number came into the service's
 * field by an earlier module or by hand, and nothing is done with such an order unless its licence and its tariff tell that it is the service's.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class OrderCheck
{
    private const ORDER = 'order_id';

    public function __construct(private readonly App $app)
    {
    }

    /**
     * @param bool $mustTell whether the order itself must tell whose it is
     * @throws Refused when it may be another one's
     */
    public function refuseStrange(
        ServiceRecord $service,
        ServerRecord $server,
        string $itemType,
        RemoteService $order,
        bool $mustTell = true,
    ): void {
        if ((new LiveOrder($this->app))->knows($service, $order->id)) {
            return;
        }
        $this->refuseOther($service, $server, $itemType, $order);
        if ((new Owners($this->app, $server->id))->isOfLiving($order, $service->id)) {
            throw new Refused('refused.link-owned', ['order' => $order->id]);
        }
        if ($mustTell && !$this->isTold($service, $server, $order)) {
            throw new Refused('refused.order-unlinked', ['order' => $order->id]);
        }
    }

    /** @throws Refused when it is certainly another one's, whatever a person says */
    public function refuseOther(ServiceRecord $service, ServerRecord $server, string $itemType, RemoteService $order): void
    {
        $reason = match (true) {
            !$this->isSold($service, $server, $itemType, $order) => 'refused.link-kind',
            !self::isFor($order, $this->item($service)) => 'refused.link-item',
            default => null,
        };
        if ($reason !== null) {
            throw new Refused($reason, ['order' => $order->id]);
        }
    }

    /**
     * Whether the order itself tells whose it is: by the name under which it was ordered, else by licence and tariff, for several modules are sold
     * for one licence. What a client may write on the order form proves nothing.
     */
    public function isTold(ServiceRecord $service, ServerRecord $server, RemoteService $order): bool
    {
        $name = (string) $order->remoteId;
        $tariffId = (int) $service->settings->tariffId;
        $isTariff = $order->isOf($tariffId, $this->app->prices()->tariff($server, $tariffId)?->name) === true;
        // An earlier module may have named the order as it pleased, if it left its number as well.
        $isNamed = (new LiveOrder($this->app))->written($service) === $order->id
            ? !RemoteName::isOfOtherWhmcs($name) && !$this->app->fields()->isOnOrderForm($service, self::ORDER)
            : $name === '';
        return RemoteName::serviceOf($name) === $service->id
            || ($isNamed && $isTariff && $order->item !== '' && $order->item === $this->item($service));
    }

    /** An order for another licence is another client's. Where one side does not tell the licence, a person decides. */
    public static function isFor(RemoteService $order, ?string $item): bool
    {
        return $item === null || $order->item === '' || $item === $order->item;
    }

    /** The licence of the service; null when its field names none. */
    public function item(ServiceRecord $service): ?string
    {
        return Goods::item($this->app->fields()->read($service)['item'] ?? '');
    }

    /** An order that names no tariff is told by its item type alone. */
    private function isSold(ServiceRecord $service, ServerRecord $server, string $itemType, RemoteService $order): bool
    {
        $tariffId = (int) $service->settings->tariffId;
        $kind = $this->app->prices()->kind($server, $tariffId);
        if ($order->tariffId === $tariffId) {
            return true;
        }
        $sold = $this->app->prices()->tariff($server, (int) $order->tariffId)->kind
            ?? Kind::of($itemType, (int) $order->tariffId, [$order->tariffName]);
        return $order->tariffId === null && $order->tariffName === '' ? $itemType === $kind->itemType : $sold->name === $kind->name;
    }
}
