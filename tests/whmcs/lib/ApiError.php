<?php

/**
 * Ends a local API command with `result => error` and the text that the caller sees.
 */

declare(strict_types=1);

namespace Standin;

final class ApiError extends \RuntimeException
{
}
