<?php

/**
 * Renders a client page with Smarty: header, the page's template and footer, with the client output hooks in their slots.
 */

declare(strict_types=1);

namespace Standin\Client;

use Standin\Hooks;
use Standin\Html;
use Standin\Smarty;
use Standin\Token;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;
use WHMCS\Utility\Environment\WebHelper;

final class Page
{
    /** @param array<string, mixed> $vars */
    public static function show(string $title, string $template, array $vars = []): never
    {
        $vars += self::vars($title, $template);
        $vars = array_merge($vars, Hooks::merged('ClientAreaPage', $vars));
        if ($template === 'clientareaproductdetails') {
            $vars = array_merge($vars, Hooks::merged('ClientAreaPageProductDetails', $vars));
        }
        $vars['headoutput'] = Hooks::html('ClientAreaHeadOutput', $vars);
        $vars['headeroutput'] = Hooks::html('ClientAreaHeaderOutput', $vars);
        $vars['footeroutput'] = Hooks::html('ClientAreaFooterOutput', $vars);
        $smarty = Smarty::engine(Theme::folders($vars['template']));
        // Stored texts are encoded already; those that are not are encoded here.
        $smarty->registerPlugin('modifier', 'print', Html::print(...));
        $smarty->assign($vars);
        echo $smarty->fetch('header.tpl'), $smarty->fetch("$template.tpl"), $smarty->fetch('footer.tpl');
        exit;
    }

    /** A line for the next page that is shown. */
    public static function notice(string $text, string $kind = 'success'): void
    {
        $_SESSION['standin_client_notice'] = ['text' => $text, 'kind' => $kind];
    }

    /** @return array<string, mixed> what every client page gets */
    private static function vars(string $title, string $template): array
    {
        $client = Visitor::client();
        $base = WebHelper::getBaseUrl();
        $notice = $_SESSION['standin_client_notice'] ?? null;
        unset($_SESSION['standin_client_notice']);
        return [
            'companyname' => Setting::getValue('CompanyName'),
            'systemurl' => Setting::getValue('SystemURL'),
            'systemsslurl' => '',
            'charset' => 'utf-8',
            'pagetitle' => $title,
            'filename' => basename($_SERVER['SCRIPT_NAME'], '.php'),
            'templatefile' => $template,
            'template' => Theme::current(),
            'language' => Visitor::language(),
            'LANG' => [],
            'WEB_ROOT' => $base,
            'BASE_PATH_CSS' => "$base/assets/css",
            'BASE_PATH_JS' => "$base/assets/js",
            'BASE_PATH_IMG' => "$base/assets/img",
            'token' => Token::plain(),
            'tokenInput' => Token::input(),
            'loggedin' => $client !== null,
            'client' => $client === null ? null : \WHMCS\User\Client::find($client->id),
            'clientsdetails' => $client === null ? [] : array_diff_key((array) $client, ['password' => true]),
            'productGroups' => Capsule::table('tblproductgroups')->where('hidden', 0)->orderBy('order')->orderBy('id')->get()->all(),
            'notice' => $notice,
            'adminLoggedIn' => isset($_SESSION['adminid']),
        ];
    }
}
