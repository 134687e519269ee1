<?php

/**
 * The registry of hook points: modules add callbacks, the stand-in runs them in order of priority.
 */

declare(strict_types=1);

namespace Standin;

final class Hooks
{
    /** @var array<string, array<int, list<callable>>> */
    private static array $callbacks = [];

    public static function add(string $name, int $priority, callable $callback): void
    {
        if (!HookNames::isDocumented($name)) {
            throw new NotModelled("the hook point $name");
        }
        self::$callbacks[$name][$priority][] = $callback;
    }

    /**
     * Runs every callback and collects what they return, nothing (null) left out.
     *
     * @param array<string, mixed> $vars
     * @return list<mixed>
     */
    public static function run(string $name, array $vars = []): array
    {
        if (!HookNames::isRun($name)) {
            throw new NotModelled("running the hook point $name");
        }
        $byPriority = self::$callbacks[$name] ?? [];
        ksort($byPriority);
        $answers = [];
        foreach (array_merge(...$byPriority) as $callback) {
            $answers[] = $callback($vars);
        }
        return array_values(array_filter($answers, static fn ($answer) => $answer !== null));
    }

    /** The text answers, one after the other, as output hooks are printed. */
    public static function html(string $name, array $vars = []): string
    {
        return implode("\n", array_filter(self::run($name, $vars), 'is_string'));
    }

    /** The array answers merged, as hooks that return rows or overrides are used. */
    public static function merged(string $name, array $vars = []): array
    {
        return array_merge([], ...array_filter(self::run($name, $vars), 'is_array'));
    }

    /** @return array<string, int> how many callbacks each hook point has */
    public static function registered(): array
    {
        return array_map(static fn (array $byPriority) => count(array_merge(...$byPriority)), self::$callbacks);
    }

    public static function forget(): void
    {
        self::$callbacks = [];
    }
}
