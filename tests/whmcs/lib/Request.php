<?php

/**
 * What the browser sent. As in WHMCS, every value is HTML-encoded before pages and modules see it, unless a switch turns that off.
 */

declare(strict_types=1);

namespace Standin;

final class Request
{
    public static function encode(bool $isOn): void
    {
        if (!$isOn) {
            return;
        }
        foreach (['_GET', '_POST', '_REQUEST'] as $name) {
            array_walk_recursive($GLOBALS[$name], static function (mixed &$value): void {
                $value = is_string($value) ? Html::encode($value) : $value;
            });
        }
    }

    public static function isPost(): bool
    {
        return ($_SERVER['REQUEST_METHOD'] ?? 'GET') === 'POST';
    }

    public static function text(string $name, string $default = ''): string
    {
        $value = $_REQUEST[$name] ?? $default;
        return is_string($value) ? trim($value) : $default;
    }

    public static function int(string $name): int
    {
        return (int) self::text($name, '0');
    }

    public static function isTicked(string $name): bool
    {
        return in_array(self::text($name), ['on', '1'], true);
    }

    /** The value as it was typed: for passwords, which are never stored encoded. */
    public static function secret(string $name): string
    {
        $value = $_POST[$name] ?? '';
        return is_string($value) ? Html::decode($value) : '';
    }

    /** @return array<array-key, mixed> */
    public static function list(string $name): array
    {
        $value = $_REQUEST[$name] ?? [];
        return is_array($value) ? $value : [];
    }

    /** Answers of `AJAX` calls. */
    public static function answerJson(array $data): never
    {
        header('Content-Type: application/json');
        exit(json_encode($data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
    }

    public static function redirect(string $to): never
    {
        header("Location: $to", true, 302);
        exit;
    }
}
