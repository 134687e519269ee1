<?php

/**
 * The list of server records, each of which stands for an account.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ServerRecord;

final class ServerChoice
{
    public static function html(App $app, Texts $texts, ServerRecord $chosen): string
    {
        $names = [];
        foreach ($app->servers()->all() as $server) {
            $names[$server->id] = $server->isDefault ? $texts->get('partner.default', ['server' => $server->name]) : $server->name;
        }
        return Html::select('server', $texts->get('partner.server'), $names, (string) $chosen->id);
    }
}
