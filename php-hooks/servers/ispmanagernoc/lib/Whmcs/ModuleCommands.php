<?php

/**
 * Lets WHMCS itself run a module command on a service, so that status, welcome e-mail, hooks and queue follow its own way.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class ModuleCommands
{
    /** @return string|null the reason why it failed */
    public function create(int $serviceId): ?string
    {
        return $this->run('ModuleCreate', $serviceId);
    }

    /** @return string|null the reason why it failed */
    public function terminate(int $serviceId): ?string
    {
        return $this->run('ModuleTerminate', $serviceId);
    }

    private function run(string $command, int $serviceId): ?string
    {
        $result = localAPI($command, ['serviceid' => $serviceId]);
        return ($result['result'] ?? '') === 'success' ? null : (string) ($result['message'] ?? $command);
    }
}
