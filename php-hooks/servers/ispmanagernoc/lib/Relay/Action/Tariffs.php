<?php

/**
 * The stored price list of the server that a product would use.
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

final class Tariffs implements Action
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    public function answer(Message $message): array
    {
        $server = Subject::server($this->app, $message);
        return (new Shape\Tariffs($this->app, $this->texts))->of($server, $message->number('server_group'), $message->id('product'));
    }
}
