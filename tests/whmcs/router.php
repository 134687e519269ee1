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
// As Apache does by the module's own .htaccess.
$types = ['wasm' => 'application/wasm', 'js' => 'text/javascript', 'css' => 'text/css'];
if (is_file($file) && preg_match('/-[0-9a-f]{16}(?:_bg)?\.(wasm|js|css)$/', $file, $ending) === 1) {
    header('Content-Type: ' . $types[$ending[1]]);
    header('Content-Length: ' . filesize($file));
    header('Cache-Control: public, max-age=31536000, immutable');
    readfile($file);
    exit;
}
return false;
