<?php

/**
 * A command on a service: it runs, and the answer says what came of it and how the service stands now.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\App;
use IspmanagerNoc\Relay\Action;
use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Relay\Subject;
use IspmanagerNoc\Shape;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

abstract class Command implements Action
{
    final public function __construct(protected readonly App $app, private readonly Texts $texts)
    {
    }

    final public function answer(Message $message): array
    {
        $service = Subject::service($this->app, $message);
        $text = $this->texts->get($this->run($service, $message));
        $after = $this->app->services()->find($service->id) ?? $service;
        return ['text' => $text, 'service' => (new Shape\Service($this->app, $this->texts))->of($after)];
    }

    /** @return string the key of the text that tells the success */
    abstract protected function run(ServiceRecord $service, Message $message): string;
}
