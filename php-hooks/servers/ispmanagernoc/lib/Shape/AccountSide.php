<?php

/**
 * A service as the account knows it at this moment, compared with WHMCS (crates/wire: AccountSide). It asks the account.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Shape;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class AccountSide
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** @return array<string, mixed> */
    public function of(ServiceRecord $service, ServerRecord $server): array
    {
        $account = $this->app->account($server);
        $orders = new LiveOrder($this->app);
        $orderId = $orders->of($service);
        $remote = $orderId === null ? null : $account->service($orders->itemType($service, $orderId), $orderId);
        return [
            'status' => $remote === null ? null : self::status($this->texts, $remote),
            'created' => $remote?->created,
            'expires' => $remote?->expires,
            'balance' => $account->balance()?->toArray(),
            'differences' => $orderId === null ? [] : $this->differences($service, $remote, $orderId),
        ];
    }

    public static function status(Texts $texts, RemoteService $remote): string
    {
        return $remote->status === null
            ? $texts->get('account.status.unknown', ['status' => $remote->rawStatus])
            : $texts->get("account.status.{$remote->status->name}");
    }

    /** @return list<string> */
    private function differences(ServiceRecord $service, ?RemoteService $remote, string $orderId): array
    {
        if ($remote === null) {
            return [$this->texts->get('difference.missing', ['order' => $orderId])];
        }
        $isKnown = (new LiveOrder($this->app))->knows($service, $orderId);
        $differences = $isKnown ? [] : [$this->texts->get('difference.not-linked', ['order' => $orderId])];
        if ($remote->status !== null && $remote->status->whmcs !== $service->status) {
            $differences[] = $this->texts->get('difference.status', [
                'whmcs' => $this->texts->get("status.$service->status"),
                'account' => self::status($this->texts, $remote),
            ]);
        }
        if ($remote->expires !== null && $service->terminationDate !== null && $remote->expires !== $service->terminationDate) {
            $differences[] = $this->texts->get('difference.date', [
                'whmcs' => $service->terminationDate,
                'account' => $remote->expires,
            ]);
        }
        return $differences;
    }
}
