<?php

/**
 * Compiles the modules' files without running them, in one process: `php -d opcache.enable_cli=1 lint.php`. Whatever PHP says is a failure.
 */

declare(strict_types=1);

$broken = [];
$count = 0;
$files = new RecursiveDirectoryIterator(dirname(__DIR__, 2) . '/php-hooks', FilesystemIterator::SKIP_DOTS);
foreach (new RecursiveIteratorIterator($files) as $path => $file) {
    if ($file->getExtension() !== 'php') {
        continue;
    }
    $count++;
    ob_start();
    try {
        $isCompiled = opcache_compile_file($path);
    } catch (ParseError $error) {
        $isCompiled = false;
        echo "{$error->getMessage()} in line {$error->getLine()}";
    }
    $said = trim((string) ob_get_clean());
    if (!$isCompiled || $said !== '') {
        $broken[] = "$path: $said";
    }
}

echo implode("\n", [...$broken, "Files: $count"]), "\n";
exit($broken === [] && $count > 0 ? 0 : 1);
