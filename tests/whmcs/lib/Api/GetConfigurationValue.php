<?php

/**
 * Reads a setting of the installation.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\ApiError;
use WHMCS\Config\Setting;

final class GetConfigurationValue
{
    public function __invoke(array $values): array
    {
        $setting = (string) ($values['setting'] ?? '');
        $value = Setting::getValue($setting);
        if ($value === null) {
            throw new ApiError('Invalid name for parameter setting');
        }
        return ['setting' => $setting, 'value' => $value];
    }
}
