<?php

/**
 * Makes a Smarty engine for client pages and e-mail texts: the one that STANDIN_SMARTY names, `smarty3` or `smarty4`, or whichever is
 * installed.
 */

declare(strict_types=1);

namespace Standin;

final class Smarty
{
    /** @param list<string> $templateDirectories */
    public static function engine(array $templateDirectories = []): \Smarty
    {
        if (!class_exists(\Smarty::class, false)) {
            $wanted = (string) getenv('STANDIN_SMARTY');
            foreach ($wanted === '' ? ['smarty4', 'smarty3'] : [$wanted] as $version) {
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
