<?php

/**
 * Runs one of the module's own functions on a service.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\Module\Command;

final class ModuleCustom
{
    public function __invoke(array $values): array
    {
        $function = (string) ($values['func_name'] ?? '');
        return Result::ofCommand($values, static fn (int $serviceId) => Command::custom($function, $serviceId));
    }
}
