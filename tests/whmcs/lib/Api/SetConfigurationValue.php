<?php

/**
 * Changes a setting of the installation.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\ApiError;
use WHMCS\Config\Setting;

final class SetConfigurationValue
{
    public function __invoke(array $values): array
    {
        $setting = (string) ($values['setting'] ?? '');
        if (Setting::getValue($setting) === null) {
            throw new ApiError('Invalid name for parameter setting');
        }
        Setting::setValue($setting, $values['value'] ?? '');
        return ['value_changed' => true];
    }
}
