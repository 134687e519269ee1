<?php

/**
 * On a PHP that is too old for the modules, every function that WHMCS calls says so, and loading the files says nothing at all. Written
 * for PHP 7.4, as the entry files are.
 */

declare(strict_types=1);

const CLEAR = 'needs PHP 8.1 or newer; this server runs PHP ' . PHP_VERSION;
/** They answer with a list, in which a text would be taken for an entry, or with nothing at all. */
const WITHOUT_TEXT = [
    'ispmanagernoc_metadata',
    'ispmanagernoc_admincustombuttonarray',
    'ispmanagernoc_clientarea',
    'ispmanagernoc_partner_upgrade',
];

set_error_handler(static function (int $severity, string $text, string $file, int $line): bool {
    throw new ErrorException($text, 0, $severity, $file, $line);
});

function add_hook(string $name): void
{
    throw new LogicException("$name is hooked");
}

/** What a person would read, whether it is answered, printed or thrown. */
function said(string $function): string
{
    ob_start();
    try {
        $answer = $function([]);
    } catch (RuntimeException $failure) {
        $answer = $failure->getMessage();
    }
    return ob_get_clean() . json_encode($answer, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
}

define('WHMCS', true);
$modules = dirname(__DIR__, 2) . '/php-hooks';
$known = get_defined_functions()['user'];
ob_start();
foreach (['servers/ispmanagernoc', 'addons/ispmanagernoc_partner'] as $module) {
    require "$modules/$module/" . basename($module) . '.php';
    require "$modules/$module/hooks.php";
}
$problems = ob_get_contents() === '' ? [] : ['Loading the files prints: ' . ob_get_contents()];
ob_end_clean();

$functions = array_diff(get_defined_functions()['user'], $known);
foreach ($functions as $function) {
    $said = said($function);
    $isClear = strpos($said, CLEAR) !== false;
    if ($isClear === in_array($function, WITHOUT_TEXT, true)) {
        $problems[] = "$function says: $said";
    }
}

echo implode("\n", array_merge($problems, ['Functions: ' . count($functions)])), "\n";
exit($problems === [] && $functions !== [] ? 0 : 1);
