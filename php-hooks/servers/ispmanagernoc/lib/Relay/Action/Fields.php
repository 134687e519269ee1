<?php

/**
 * The custom fields that a tariff needs against those the product has.
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

final class Fields implements Action
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    public function answer(Message $message): array
    {
        return (new Shape\Fields($this->app, $this->texts))->of(Subject::product($this->app, $message), $message->id('tariff'));
    }
}
