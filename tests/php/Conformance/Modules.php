<?php

/**
 * What tests of conformance share: files of the modules run in a process of their own, in a WHMCS that is not all there.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Conformance;

use PHPUnit\Framework\Assert;

final class Modules
{
    public const FOLDER = __DIR__ . '/../../../php-hooks';

    /**
     * @param string $world as `alone.php` names it
     * @param list<string> $files
     * @param list<string>|null $functions null for every hook that the files register
     * @return array<string, array{type: string, answer: mixed, thrown: ?string, output: string, notices: list<string>, network: list<string>}>
     */
    public static function alone(string $world, array $files, ?array $functions, string $folder = self::FOLDER): array
    {
        $command = [
            PHP_BINARY, '-d', 'display_errors=1', '-d', 'error_reporting=-1', __DIR__ . '/alone.php', $world, $folder,
            json_encode($files, JSON_THROW_ON_ERROR), $functions === null ? 'hooks' : json_encode($functions, JSON_THROW_ON_ERROR),
        ];
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
        Assert::assertIsResource($process);
        $said = (string) stream_get_contents($pipes[1]);
        $errors = (string) stream_get_contents($pipes[2]);
        proc_close($process);
        $outcomes = json_decode($said, true);
        Assert::assertIsArray($outcomes, $said . $errors);
        Assert::assertSame('', $errors);
        return $outcomes;
    }
}
