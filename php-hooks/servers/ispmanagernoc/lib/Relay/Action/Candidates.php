<?php

/**
 * Which orders of the account may be taken over for a service (crates/wire: Candidates). It asks the account.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\OrderCandidates;
use IspmanagerNoc\Relay\Action;
use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Relay\Subject;
use IspmanagerNoc\Shape\AccountSide;
use IspmanagerNoc\Texts;

defined('WHMCS') || exit;

final class Candidates implements Action
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    public function answer(Message $message): array
    {
        $orders = (new OrderCandidates($this->app))->of(Subject::service($this->app, $message));
        return ['orders' => array_map(fn (RemoteService $order): array => [
            'id' => $order->id,
            'tariff' => $order->tariffName,
            'item' => $order->item,
            'status' => AccountSide::status($this->texts, $order),
            'created' => $order->created,
            'expires' => $order->expires,
        ], $orders)];
    }
}
