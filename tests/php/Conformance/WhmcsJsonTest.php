<?php

/**
 * Both whmcs.json files hold the documented keys, in the documented types, and no other (developers.whmcs.com, "JSON file").
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Conformance;

use PHPUnit\Framework\TestCase;

final class WhmcsJsonTest extends TestCase
{
    private const REQUIRED = ['schema', 'type', 'name', 'license', 'category', 'description', 'logo', 'support', 'authors'];
    /** Key paths, with `*` for the places of a list. */
    private const DOCUMENTED = [
        'schema', 'type', 'name', 'license', 'category',
        'description.name', 'description.tagline', 'description.long', 'description.features.*',
        'logo.filename',
        'support.homepage', 'support.learn_more', 'support.email', 'support.support_url', 'support.docs_url',
        'authors.*.name', 'authors.*.homepage',
    ];
    private const TYPES = [
        'whmcs-servers', 'whmcs-addons', 'whmcs-gateways', 'whmcs-registrars', 'whmcs-fraud', 'whmcs-security', 'whmcs-notifications',
    ];

    /** @return array<string, array{string}> */
    public static function files(): array
    {
        $files = glob(__DIR__ . '/../../../php-hooks/*/*/whmcs.json') ?: [];
        self::assertCount(2, $files);
        return array_combine(array_map(static fn (string $file): string => basename(dirname($file)), $files), array_map(null, array_chunk($files, 1)));
    }

    /** @dataProvider files */
    public function testHasTheDocumentedKeysAndNoOther(string $file): void
    {
        $card = json_decode((string) file_get_contents($file), true, 8, JSON_THROW_ON_ERROR);
        self::assertSame([], array_diff(self::REQUIRED, array_keys($card)));
        foreach (self::paths($card) as $path => $value) {
            self::assertContains(preg_replace('/\.\d+(?=\.|$)/', '.*', $path), self::DOCUMENTED);
            self::assertIsString($value, $path);
            self::assertNotSame('', trim($value), $path);
        }
    }

    /** @dataProvider files */
    public function testNamesItsModuleItsKindAndFilesThatAreThere(string $file): void
    {
        $card = json_decode((string) file_get_contents($file), true);
        self::assertSame(['1.0', basename(dirname($file))], [$card['schema'], $card['name']]);
        self::assertContains($card['type'], self::TYPES);
        self::assertSame('whmcs-' . basename(dirname($file, 2)), $card['type']);
        self::assertFileExists(dirname($file) . "/{$card['logo']['filename']}");
        foreach (array_filter($card['support'], static fn (string $key): bool => $key !== 'email', ARRAY_FILTER_USE_KEY) as $address) {
            self::assertStringStartsWith('https://', $address);
        }
    }

    /**
     * @param array<array-key, mixed> $values
     * @return array<string, mixed> what is not itself a list or an object, by its path
     */
    private static function paths(array $values, string $before = ''): array
    {
        $paths = [];
        foreach ($values as $key => $value) {
            $paths += is_array($value) ? self::paths($value, "$before$key.") : ["$before$key" => $value];
        }
        return $paths;
    }
}
