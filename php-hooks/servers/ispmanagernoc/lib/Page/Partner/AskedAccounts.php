<?php

/**
 * Every account is asked for its balance, and what each answered is told.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Funds\Funds;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Texts;

final class AskedAccounts
{
    public static function html(App $app, Texts $texts): string
    {
        $html = '';
        foreach (Funds::accounts($app) as $server) {
            try {
                $balance = (new Funds($app, $server))->ask();
                $told = $balance === null ? $texts->get('server.connected') : $texts->get('server.balance', ['balance' => (string) $balance]);
                $html .= Html::success("$server->name: $told");
            } catch (CommandFailed $failure) {
                $html .= Html::warning("$server->name: {$texts->ofFailure($failure)}");
            }
        }
        return $html;
    }
}
