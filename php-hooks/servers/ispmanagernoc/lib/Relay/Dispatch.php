<?php

/**
 * Which class does what a message asks for.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

use IspmanagerNoc\App;
use IspmanagerNoc\Texts;

final class Dispatch
{
    public const ACTIONS = [
        'tariffs' => Action\Tariffs::class,
        'refresh-tariffs' => Action\RefreshTariffs::class,
        'fields' => Action\Fields::class,
        'create-fields' => Action\CreateFields::class,
        'check-field' => Action\CheckField::class,
        'service' => Action\Service::class,
        'account' => Action\Account::class,
        'create' => Action\Create::class,
        'renew' => Action\Renew::class,
        'terminate' => Action\Terminate::class,
        'sync' => Action\Sync::class,
        'change-period' => Action\ChangePeriod::class,
        'candidates' => Action\Candidates::class,
        'link-order' => Action\LinkOrder::class,
        'drop-unpaid' => Action\DropUnpaid::class,
        'service-info' => Action\ServiceInfo::class,
    ];

    public static function to(string $action, App $app, Texts $texts): Action
    {
        $class = self::ACTIONS[$action] ?? throw Refusal::because('unknown-action');
        return new $class($app, $texts);
    }
}
