<?php

/**
 * Writes a line to the activity log.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\Log;

final class LogActivity
{
    public function __invoke(array $values): array
    {
        Log::activity((string) ($values['description'] ?? ''), (int) ($values['clientid'] ?? $values['userid'] ?? 0));
        return [];
    }
}
