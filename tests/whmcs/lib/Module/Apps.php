<?php

/**
 * The cards of Apps & Integrations, read from each module's whmcs.json.
 */

declare(strict_types=1);

namespace Standin\Module;

use Standin\Installation;

final class Apps
{
    private const KINDS = ['servers' => 'whmcs-servers', 'addons' => 'whmcs-addons'];

    /** @return list<array<string, mixed>> */
    public static function cards(string $search): array
    {
        $cards = [];
        foreach (self::KINDS as $kind => $type) {
            foreach (glob(Installation::modules() . "/$kind/*/whmcs.json") ?: [] as $file) {
                $card = self::card($kind, $type, $file);
                if ($search === '' || mb_stripos($card['name'] . ' ' . $card['tagline'] . ' ' . $card['long'], $search) !== false) {
                    $cards[] = $card;
                }
            }
        }
        usort($cards, static fn (array $a, array $b) => strcasecmp($a['name'], $b['name']));
        return $cards;
    }

    /** @return array<string, mixed> */
    private static function card(string $kind, string $type, string $file): array
    {
        $json = json_decode((string) file_get_contents($file), true, 32, JSON_THROW_ON_ERROR);
        $module = basename(dirname($file));
        foreach (['schema', 'type', 'name', 'license', 'category', 'description'] as $key) {
            if (!isset($json[$key])) {
                throw new \UnexpectedValueException("$kind/$module/whmcs.json lacks the documented key $key");
            }
        }
        if ($json['type'] !== $type) {
            throw new \UnexpectedValueException("$kind/$module/whmcs.json has the type {$json['type']} instead of $type");
        }
        $logo = $json['logo']['filename'] ?? '';
        return [
            'module' => $module,
            'kind' => $kind,
            'name' => $json['description']['name'],
            'tagline' => $json['description']['tagline'] ?? '',
            'long' => $json['description']['long'] ?? '',
            'features' => $json['description']['features'] ?? [],
            'logo' => is_file(dirname($file) . "/$logo") && $logo !== '' ? "../modules/$kind/$module/$logo" : '',
            // Server modules need no activation: their files are enough. Addons are active once staff activated them.
            'active' => $kind === 'servers' || AddonModule::load($module)->isActive(),
        ];
    }
}
