<?php

/**
 * Creates the custom fields that a tariff needs and the product lacks.
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

final class CreateFields implements Action
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    public function answer(Message $message): array
    {
        $product = Subject::product($this->app, $message);
        $id = $message->id('tariff');
        $server = $this->app->servers()->forProduct($product->id);
        $tariff = $this->app->prices()->tariff($server, $id)
            ?? throw new Refused('fields.unknown-tariff', ['id' => $id]);
        $this->app->fields()->ensure($product->id, $tariff->kind);
        return (new Shape\Fields($this->app, $this->texts))->of($product, $id);
    }
}
