<?php

/**
 * What a client may see of the own service.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\App;
use IspmanagerNoc\Relay\Action;
use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Relay\Subject;
use IspmanagerNoc\Shape;
use IspmanagerNoc\Texts;

defined('WHMCS') || exit;

final class ServiceInfo implements Action
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    public function answer(Message $message): array
    {
        $service = Subject::ownService($this->app, $message);
        return (new Shape\ServiceInfo($this->app, $this->texts))->of($service);
    }
}
