<?php

/**
 * The module's own settings, each a text by its name, and locks that hold for a while and for all web nodes.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class OwnSettings
{
    public static function get(string $name): ?string
    {
        $value = Database::own('settings')->where('name', $name)->value('value');
        return $value === null ? null : (string) $value;
    }

    public static function set(string $name, string $value): void
    {
        Database::put('settings', ['name' => $name], ['value' => $value]);
    }

    /** Sets it unless another process was first. @return string what it is then */
    public static function first(string $name, string $value): string
    {
        Database::own('settings')->insertOrIgnore(['name' => $name, 'value' => $value]);
        return (string) self::get($name);
    }

    /**
     * @param int $now, $until in seconds since 1970; after `until` whoever held it is taken for dead
     * @return bool false while another process holds it
     */
    public static function lock(string $name, int $now, int $until): bool
    {
        $key = ['name' => "lock:$name"];
        if (Database::own('settings')->insertOrIgnore($key + ['value' => (string) $until]) === 1) {
            return true;
        }
        $held = (string) Database::own('settings')->where($key)->value('value');
        // The value that was read stands in the condition, so that one of several takes it over.
        return (int) $held < $now && Database::own('settings')->where($key + ['value' => $held])->update(['value' => (string) $until]) === 1;
    }

    public static function unlock(string $name): void
    {
        Database::own('settings')->where('name', "lock:$name")->delete();
    }
}
