<?php

/**
 * Makes a Smarty engine (3 or 4, whichever is installed) for client pages and e-mail texts.
 */

declare(strict_types=1);

namespace Standin;

final class Smarty
{
    /** @param list<string> $templateDirectories */
    public static function engine(array $templateDirectories = []): \Smarty
    {
        if (!class_exists(\Smarty::class, false)) {
            foreach (['smarty4', 'smarty3'] as $version) {
                if (stream_resolve_include_path("$version/Smarty.class.php")) {
                    require_once "$version/Smarty.class.php";
                    break;
                }
            }
        }
        $smarty = new \Smarty();
        $smarty->setTemplateDir($templateDirectories);
        $compiled = Installation::root() === '' ? sys_get_temp_dir() . '/standin_templates' : Installation::root() . '/templates_c';
        $smarty->setCompileDir($compiled);
        // WHMCS shows no notice for a variable that a template names and nobody assigned.
        $smarty->error_reporting = E_ALL & ~(E_NOTICE | E_WARNING | E_DEPRECATED);
        return $smarty;
    }

    /** @param array<string, mixed> $vars */
    public static function text(string $template, array $vars): string
    {
        $smarty = self::engine();
        $smarty->assign($vars);
        return $smarty->fetch('string:' . $template);
    }
}
