<?php

/**
 * What WHMCS and the journal know of a service.
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

final class Service implements Action
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    public function answer(Message $message): array
    {
        return (new Shape\Service($this->app, $this->texts))->of(Subject::service($this->app, $message));
    }
}
