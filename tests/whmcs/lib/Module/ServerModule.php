<?php

/**
 * One server module of modules/servers: its file is loaded on first use, its functions are called by their short names.
 */

declare(strict_types=1);

namespace Standin\Module;

use Standin\Installation;
use Standin\NotModelled;

final class ServerModule
{
    private function __construct(public readonly string $name)
    {
    }

    public static function load(string $name): self
    {
        $file = self::directory() . "/$name/$name.php";
        if (preg_match('/^[A-Za-z][A-Za-z0-9_]*$/', $name) !== 1 || !is_file($file)) {
            throw new NotModelled("the server module '$name': it is not installed");
        }
        require_once $file;
        return new self($name);
    }

    public static function isInstalled(string $name): bool
    {
        return $name !== '' && is_file(self::directory() . "/$name/$name.php");
    }

    /** @return array<string, string> module name => display name */
    public static function choices(): array
    {
        $choices = [];
        foreach (glob(self::directory() . '/*', GLOB_ONLYDIR) ?: [] as $directory) {
            $name = basename($directory);
            if (self::isInstalled($name)) {
                $choices[$name] = self::load($name)->displayName();
            }
        }
        asort($choices);
        return $choices;
    }

    public function has(string $function): bool
    {
        return function_exists("{$this->name}_$function");
    }

    public function call(string $function, mixed ...$arguments): mixed
    {
        return ("{$this->name}_$function")(...$arguments);
    }

    /** @return array<string, mixed> */
    public function metaData(): array
    {
        return $this->has('MetaData') ? $this->call('MetaData') : [];
    }

    public function displayName(): string
    {
        return (string) ($this->metaData()['DisplayName'] ?? ucfirst($this->name));
    }

    /** @return array<string, string> label => function name */
    public function adminButtons(array $params): array
    {
        return $this->has('AdminCustomButtonArray') ? $this->call('AdminCustomButtonArray', $params) : [];
    }

    private static function directory(): string
    {
        return Installation::modules() . '/servers';
    }
}
