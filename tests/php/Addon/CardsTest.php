<?php

/**
 * What WHMCS finds of the two modules before any of their code runs: the cards of Apps & Integrations and the entry files.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Tests\ModuleTest;

final class CardsTest extends ModuleTest
{
    private const MODULES = __DIR__ . '/../../../php-hooks';

    /** @return array<string, array{string, string, string}> */
    public static function cards(): array
    {
        return [
            'server module' => ['servers/ispmanagernoc', 'whmcs-servers', 'ispmanager NOC'],
            'addon' => ['addons/ispmanagernoc_partner', 'whmcs-addons', 'ispmanager NOC partner module'],
        ];
    }

    /** @dataProvider cards */
    public function testTheCardIsFoundByIspmanager(string $module, string $type, string $name): void
    {
        $card = json_decode((string) file_get_contents(self::MODULES . "/$module/whmcs.json"), true, 8, JSON_THROW_ON_ERROR);
        self::assertSame(['1.0', $type, basename($module), $name], [
            $card['schema'], $card['type'], $card['name'], $card['description']['name'],
        ]);
        foreach (['name', 'tagline', 'long'] as $part) {
            self::assertStringContainsString('ispmanager', $card['description'][$part]);
        }
        [$width] = (array) getimagesize(self::MODULES . "/$module/{$card['logo']['filename']}");
        self::assertLessThanOrEqual(500, $width);
    }

    public function testWhatTheManualLacksIsNotOffered(): void
    {
        foreach (['SuspendAccount', 'UnsuspendAccount', 'ChangePackage', 'ChangePassword'] as $function) {
            self::assertFalse(function_exists("ispmanagernoc_$function"), $function);
        }
    }

    /** An old PHP must be able to read the files that WHMCS includes; PHP 7.4 knows none of these. */
    public function testEntryFilesAreWrittenForAnOldPhp(): void
    {
        $files = ['servers/ispmanagernoc/ispmanagernoc.php', 'servers/ispmanagernoc/hooks.php',
            'servers/ispmanagernoc/start.php', 'servers/ispmanagernoc/Instead.php',
            'addons/ispmanagernoc_partner/ispmanagernoc_partner.php', 'addons/ispmanagernoc_partner/hooks.php',
            'addons/ispmanagernoc_partner/start.php', 'addons/ispmanagernoc_partner/Instead.php'];
        $newer = '/\b(match|enum|readonly|mixed)\b|\?->|\(\.\.\.\)|#\[|\bnever\b|: *static\b|\$\w+: '
            . '|catch \([\w\\\\|]+\)|[(,] *(public|private|protected) |\w\|\w+ \$|\) *: *\??\w+\||\bstr_(contains|starts_with|ends_with)\(/';
        foreach (['catch (Error) {', '(private int $x)', '(int|null $x)', '(): int|null', 'str_contains($x)'] as $sample) {
            self::assertMatchesRegularExpression($newer, $sample);
        }
        foreach ($files as $file) {
            self::assertDoesNotMatchRegularExpression($newer, php_strip_whitespace(self::MODULES . "/$file"), $file);
        }
    }
}
