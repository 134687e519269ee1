<?php

/**
 * Runs the module's unsuspend command on a service; the product's automation is not involved.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\Module\Command;

final class ModuleUnsuspend
{
    public function __invoke(array $values): array
    {
        return Result::ofCommand($values, static fn (int $serviceId) => Command::run('Unsuspend', $serviceId));
    }
}
