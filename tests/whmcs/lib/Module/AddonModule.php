<?php

/**
 * One addon module of modules/addons: its configuration, activation, role access and page.
 */

declare(strict_types=1);

namespace Standin\Module;

use Standin\Hooks;
use Standin\Installation;
use Standin\NotModelled;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class AddonModule
{
    private function __construct(public readonly string $name)
    {
    }

    public static function load(string $name): self
    {
        $file = Installation::modules() . "/addons/$name/$name.php";
        if (preg_match('/^[a-z][a-z0-9_]*$/', $name) !== 1 || !is_file($file)) {
            throw new NotModelled("the addon module '$name': it is not installed");
        }
        require_once $file;
        return new self($name);
    }

    /** @return list<self> */
    public static function all(): array
    {
        $names = array_map('basename', glob(Installation::modules() . '/addons/*', GLOB_ONLYDIR) ?: []);
        $names = array_filter($names, static fn ($name) => is_file(Installation::modules() . "/addons/$name/$name.php"));
        return array_map(self::load(...), array_values($names));
    }

    /** @return array<string, mixed> */
    public function config(): array
    {
        return $this->call('config') + ['name' => $this->name, 'description' => '', 'version' => '', 'author' => '', 'fields' => []];
    }

    public function isActive(): bool
    {
        return in_array($this->name, HookFiles::names('ActiveAddonModules'), true);
    }

    /** @return array{status: string, description: string} */
    public function activate(): array
    {
        $answer = $this->has('activate') ? (array) $this->call('activate') : [];
        $answer += ['status' => 'success', 'description' => 'The changes were saved'];
        if ($answer['status'] !== 'error') {
            HookFiles::list('ActiveAddonModules', $this->name, true);
            $this->saveSetting('version', (string) $this->config()['version']);
            $this->saveSetting('access', '');
            foreach ($this->config()['fields'] as $field => $definition) {
                $this->saveSetting($field, (string) ($definition['Default'] ?? ''));
            }
            $this->detectHooks();
        }
        return $answer;
    }

    /** @return array{status: string, description: string} */
    public function deactivate(): array
    {
        $answer = $this->has('deactivate') ? (array) $this->call('deactivate') : [];
        $answer += ['status' => 'success', 'description' => 'The module was deactivated'];
        if ($answer['status'] !== 'error') {
            HookFiles::list('ActiveAddonModules', $this->name, false);
            HookFiles::list('AddonModulesHooks', $this->name, false);
            Capsule::table('tbladdonmodules')->where('module', $this->name)->delete();
        }
        return $answer;
    }

    /**
     * @param array<string, string> $values field values
     * @param list<int> $roles roles that may open the module's page
     */
    public function configure(array $values, array $roles): void
    {
        foreach (array_keys($this->config()['fields']) as $field) {
            $this->saveSetting($field, (string) ($values[$field] ?? ''));
        }
        $this->saveSetting('access', implode(',', $roles));
        $permissions = unserialize((string) Setting::getValue('AddonModulesPerms'), ['allowed_classes' => false]) ?: [];
        foreach (Capsule::table('tbladminroles')->pluck('id') as $role) {
            unset($permissions[$role][$this->name]);
            if (in_array($role, $roles, true)) {
                $permissions[$role][$this->name] = $this->config()['name'];
            }
        }
        Setting::setValue('AddonModulesPerms', serialize($permissions));
        $this->detectHooks();
        Hooks::run('AddonModuleConfigSave', $this->settings() + ['module' => $this->name]);
    }

    public function mayOpen(int $roleId): bool
    {
        return $this->isActive() && in_array((string) $roleId, explode(',', $this->settings()['access'] ?? ''), true);
    }

    /** @return array<string, string> */
    public function settings(): array
    {
        return Capsule::table('tbladdonmodules')->where('module', $this->name)->pluck('value', 'setting')->all();
    }

    /** What _output and _sidebar get. */
    public function vars(string $language): array
    {
        $own = array_diff_key($this->settings(), ['access' => true, 'version' => true]);
        return [
            'module' => $this->name,
            'modulelink' => "addonmodules.php?module={$this->name}",
            'version' => $this->config()['version'],
            '_lang' => $this->texts($language),
        ] + $own;
    }

    public function upgradeIfNewer(): void
    {
        $known = $this->settings()['version'] ?? '';
        $present = (string) $this->config()['version'];
        if (version_compare($present, $known, '>')) {
            if ($this->has('upgrade')) {
                $this->call('upgrade', ['version' => $known]);
            }
            $this->saveSetting('version', $present);
        }
    }

    public function has(string $function): bool
    {
        return function_exists("{$this->name}_$function");
    }

    public function call(string $function, mixed ...$arguments): mixed
    {
        return ("{$this->name}_$function")(...$arguments);
    }

    private function detectHooks(): void
    {
        HookFiles::list('AddonModulesHooks', $this->name, is_file(Installation::modules() . "/addons/{$this->name}/hooks.php"));
    }

    /** @return array<string, string> */
    private function texts(string $language): array
    {
        $_ADDONLANG = [];
        $fallback = (string) ($this->config()['language'] ?? 'english');
        foreach ([$fallback, $language] as $name) {
            $file = Installation::modules() . "/addons/{$this->name}/lang/$name.php";
            if (preg_match('/^[a-z-]+$/', $name) === 1 && is_file($file)) {
                require $file;
            }
        }
        return $_ADDONLANG;
    }

    private function saveSetting(string $setting, string $value): void
    {
        Capsule::table('tbladdonmodules')->updateOrInsert(['module' => $this->name, 'setting' => $setting], ['value' => $value]);
    }
}
