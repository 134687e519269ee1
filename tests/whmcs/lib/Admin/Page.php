<?php

/**
 * Renders an admin page: a view of templates/admin inside the layout, with the admin output hooks around it.
 */

declare(strict_types=1);

namespace Standin\Admin;

use Standin\Hooks;
use Standin\Permissions;
use Standin\Request;

final class Page
{
    /** @param array<string, mixed> $vars what the view names */
    public static function show(string $title, string $view, array $vars = []): never
    {
        $content = self::view($view, $vars);
        $hookVars = self::hookVars($title);
        Hooks::run('AdminAreaPage', $hookVars);
        echo self::view('layout', [
            'title' => $title,
            'content' => $content,
            'admin' => Staff::current(),
            'headOutput' => Hooks::html('AdminAreaHeadOutput', $hookVars),
            'headerOutput' => Hooks::html('AdminAreaHeaderOutput', $hookVars),
            'footerOutput' => Hooks::html('AdminAreaFooterOutput', $hookVars),
            'notice' => self::takeNotice(),
        ]);
        exit;
    }

    /** A part of a page, for AJAX answers and for views within views. */
    public static function view(string $view, array $vars = []): string
    {
        return (static function (string $__file, array $__vars): string {
            extract($__vars);
            ob_start();
            require $__file;
            return (string) ob_get_clean();
        })(dirname(__DIR__, 2) . "/templates/admin/$view.php", $vars);
    }

    /** A line for the next page that is shown. */
    public static function notice(string $text, string $kind = 'success'): void
    {
        $_SESSION['standin_notice'] = ['text' => $text, 'kind' => $kind];
    }

    /** Ends a request that changed something: says what was done on the page that comes next. */
    public static function done(string $text, string $nextPage, string $kind = 'success'): never
    {
        self::notice($text, $kind);
        Request::redirect($nextPage);
    }

    private static function takeNotice(): ?array
    {
        $notice = $_SESSION['standin_notice'] ?? null;
        unset($_SESSION['standin_notice']);
        return $notice;
    }

    /** @return array<string, mixed> */
    private static function hookVars(string $title): array
    {
        $admin = Staff::current();
        return [
            'charset' => 'utf-8',
            'template' => 'blend',
            'pagetemplate' => basename($_SERVER['SCRIPT_NAME'], '.php'),
            'filename' => basename($_SERVER['SCRIPT_NAME'], '.php'),
            'pagetitle' => $title,
            'helplink' => '',
            'adminid' => (int) ($admin->id ?? 0),
            'admin_username' => $admin->username ?? '',
            'admin_notes' => '',
            'admin_perms' => $admin === null ? [] : Permissions::ofRole((int) $admin->roleid),
            'addon_modules' => [],
            'sidebar' => '',
            'minsidebar' => false,
            'jquerycode' => '',
            'jscode' => '',
            'datepickerformat' => 'yy-mm-dd',
            'adminsonline' => $admin->username ?? '',
        ];
    }
}
