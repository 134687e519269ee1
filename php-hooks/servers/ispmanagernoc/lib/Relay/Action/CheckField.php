<?php

/**
 * What the order form will say about a value, before any client has to find out.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay\Action;

use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Complaint;
use IspmanagerNoc\Relay\Action;
use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Relay\Subject;
use IspmanagerNoc\Texts;

defined('WHMCS') || exit;

final class CheckField implements Action
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    public function answer(Message $message): array
    {
        $product = Subject::product($this->app, $message);
        $kind = $this->app->prices()->kind($this->app->servers()->forProduct($product->id), $message->id('tariff'));
        return ['complaint' => Complaint::about($kind, $message->text('field'), $message->text('value'), $this->texts)];
    }
}
