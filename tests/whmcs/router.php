<?php

/**
 * Decides what PHP's own server hands out: pages are run, public files are sent, everything private is refused.
 */

declare(strict_types=1);

$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode((string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$isPrivate = preg_match('#(^|/)\.|^/(storage|templates_c)(/|$)|^/(configuration|init)\.php$|\.(tpl|sqlite)$#', $path) === 1;
if ($isPrivate) {
    http_response_code(403);
    exit('Forbidden');
}
$file = realpath($root . $path);
if ($file === false || !str_starts_with($file, $root . '/') && $file !== $root) {
    http_response_code(404);
    exit('Not Found');
}
if (is_file($file) && str_ends_with($file, '.wasm')) {
    header('Content-Type: application/wasm');
    header('Content-Length: ' . filesize($file));
    readfile($file);
    exit;
}
return false;
