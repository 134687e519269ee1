<?php

/**
 * localAPI: one class under Api/ per command; a command without a class is refused.
 */

declare(strict_types=1);

namespace Standin;

final class Api
{
    /**
     * @param array<string, mixed> $values
     * @return array<string, mixed> with `result` success or error, and `message` for an error
     */
    public static function call(string $command, array $values): array
    {
        $class = __NAMESPACE__ . '\\Api\\' . $command;
        if (preg_match('/^[A-Z][A-Za-z]+$/', $command) !== 1 || !class_exists($class)) {
            throw new NotModelled("the local API command $command");
        }
        try {
            return ['result' => 'success'] + (new $class())($values);
        } catch (ApiError $error) {
            return ['result' => 'error', 'message' => $error->getMessage()];
        }
    }
}
