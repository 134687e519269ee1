<?php

/**
 * Whether the module's files are those of the archive, by the list that came with them: an upload can break off, leave old files beside new
 * ones, or change every end of a line. It reads all files, so no page does this: Health does, and whoever has to explain a failure that
 * nobody foresaw.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Health;

use IspmanagerNoc\Contract;
use IspmanagerNoc\Texts;

final class Files
{
    private const LIST = 'servers/ispmanagernoc/files.txt';
    private const SHOWN = 5;

    /** @param string $modules the folder that holds `servers` and `addons` */
    public function __construct(private readonly string $modules)
    {
    }

    public static function installed(): self
    {
        return new self(dirname(__DIR__, 4));
    }

    public function hasList(): bool
    {
        return is_readable("$this->modules/" . self::LIST);
    }

    /** @return list<string> names of files that are missing or not as the archive has them; what stands beside them is not looked at */
    public function differing(): array
    {
        $lines = $this->hasList() ? (array) file("$this->modules/" . self::LIST, FILE_IGNORE_NEW_LINES) : [];
        if ($lines === []) {
            return [];
        }
        if (!str_starts_with((string) array_shift($lines), Contract::get('version') . ':')) {
            return [self::LIST];
        }
        $differing = [];
        foreach ($lines as $line) {
            if (preg_match('/^([0-9a-f]{16})  ([!-~]+)$/', (string) $line, $part) !== 1) {
                return [self::LIST];
            }
            $file = "$this->modules/$part[2]";
            if (!is_file($file) || !str_starts_with((string) hash_file('sha256', $file), $part[1])) {
                $differing[] = $part[2];
            }
        }
        return $differing;
    }

    /** @param list<string> $names */
    public static function told(Texts $texts, array $names): string
    {
        $shown = implode(', ', array_slice($names, 0, self::SHOWN));
        $left = count($names) - self::SHOWN;
        return $left > 0 ? $texts->get('health.files.more', ['files' => $shown, 'count' => $left]) : $shown;
    }
}
