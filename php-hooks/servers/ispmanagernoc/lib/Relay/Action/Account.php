<?php

/**
 * What the account knows of a service at this moment.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Relay\Action;
use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Relay\Subject;
use IspmanagerNoc\Shape;
use IspmanagerNoc\Texts;

defined('WHMCS') || exit;

final class Account implements Action
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    public function answer(Message $message): array
    {
        $service = Subject::service($this->app, $message);
        $server = $this->app->servers()->find($service->serverId)
            ?? $this->app->servers()->forProduct($service->productId)
            ?? throw new Refused('tariffs.no-server');
        return (new Shape\AccountSide($this->app, $this->texts))->of($service, $server);
    }
}
