<?php

/**
 * The addon was deactivated. Products, services and the journal of money stay: the server module goes on working without it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Partner;

use IspmanagerNoc\Texts;

final class Deactivate
{
    /**
     * @param array<string, mixed> $vars
     * @return array{status: string, description: string}
     */
    public function run(array $vars): array
    {
        return ['status' => 'success', 'description' => Texts::current()->get('partner.deactivated')];
    }
}
