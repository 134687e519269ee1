<?php

/**
 * The object that a message names: it must exist and belong to this module, and for a client to that client.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

use IspmanagerNoc\App;
use IspmanagerNoc\Whmcs\ProductRecord;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceRecord;
use IspmanagerNoc\Whmcs\Visitor;

final class Subject
{
    public static function product(App $app, Message $message): ProductRecord
    {
        return $app->products()->find($message->id('product')) ?? throw Refusal::because('not-found');
    }

    /** The server that the product would use with the group chosen in the form. */
    public static function server(App $app, Message $message): ServerRecord
    {
        return $app->servers()->forProduct($message->id('product'), $message->number('server_group'))
            ?? throw Refusal::with('refused', 'tariffs.no-server');
    }

    public static function service(App $app, Message $message): ServiceRecord
    {
        return $app->services()->find($message->id('service')) ?? throw Refusal::because('not-found');
    }

    /** Another client's service is answered like one that does not exist: ids tell nothing. */
    public static function ownService(App $app, Message $message): ServiceRecord
    {
        $service = self::service($app, $message);
        return $service->clientId === Visitor::clientId() ? $service : throw Refusal::because('not-found');
    }
}
