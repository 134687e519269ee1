<?php

/**
 * What WHMCS shows of the addon in its lists. It has no settings: which roles may use it is WHMCS's own question.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Partner;

use IspmanagerNoc\Contract;
use IspmanagerNoc\Texts;

final class Config
{
    /**
     * @param array<string, mixed> $vars
     * @return array<string, mixed>
     */
    public function run(array $vars): array
    {
        return self::saying(Texts::current()->get('partner.about'));
    }

    /** @return array<string, mixed> */
    public static function saying(string $description): array
    {
        return [
            'name' => 'ispmanager NOC partner module',
            'description' => $description,
            'version' => Contract::get('version'),
            'author' => 'ispmanager NOC for WHMCS',
            'language' => 'english',
            'fields' => [],
        ];
    }
}
