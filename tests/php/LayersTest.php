<?php

/**
 * Only lib/Whmcs names what is WHMCS's, and only lib/Account what is the account's. Comments may say what they like.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use FilesystemIterator;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

final class LayersTest extends TestCase
{
    private const ROOT = __DIR__ . '/../../php-hooks';
    private const LIB = 'servers/ispmanagernoc/lib';
    /** Written from the domain's facts, which the account's families of functions are a part of. */
    private const GENERATED = ['servers/ispmanagernoc/contract.php'];
    /** WHMCS wants them to be where they are. */
    private const HOOK_FILES = ['servers/ispmanagernoc/hooks.php', 'addons/ispmanagernoc_partner/hooks.php'];

    private const WHMCS = '/\btbl[a-z]+|\bCapsule\b|\blocalAPI\s*\(|\$GLOBALS\b|\blog(?:ModuleCall|Activity)\s*\(/';
    private const HOOKS = '/\badd_hook\s*\(/';
    private const FUNCTIONS = '/\b(?:addition|softexternal|subaccount|basket|service\.prolong|pricelist\.export|session\.newkey|order\.param)\b/';
    private const PARAMETERS = '/\b(?:pricelist|autoprolong|remoteid|skipbasket|clicked_button|sok|elid|authinfo|billorder|p_cnt|p_num)\b/';

    public function testOnlyLibWhmcsNamesTablesFunctionsAndGlobalsOfWhmcs(): void
    {
        self::assertNamedOnlyIn(self::WHMCS, [self::LIB . '/Whmcs/']);
    }

    public function testHooksAreNamedInTheHookFilesAlone(): void
    {
        self::assertNamedOnlyIn(self::HOOKS, self::HOOK_FILES);
    }

    public function testOnlyLibAccountNamesFunctionsOfTheAccount(): void
    {
        self::assertNamedOnlyIn(self::FUNCTIONS, [self::LIB . '/Account/', ...self::GENERATED]);
    }

    public function testOnlyLibAccountNamesParametersOfTheAccount(): void
    {
        self::assertNamedOnlyIn(self::PARAMETERS, [self::LIB . '/Account/', ...self::GENERATED]);
    }

    /** @param list<string> $places where each path that matches must begin */
    private static function assertNamedOnlyIn(string $pattern, array $places): void
    {
        $found = [];
        foreach (self::files() as $path) {
            if (preg_match_all($pattern, php_strip_whitespace(self::ROOT . "/$path"), $names) > 0) {
                $found[$path] = array_values(array_unique($names[0]));
            }
        }
        self::assertNotSame([], $found, 'the pattern finds what it is for');
        $isAllowed = static fn (string $path): bool => array_filter(
            $places,
            static fn (string $place): bool => str_starts_with($path, $place)
        ) !== [];
        self::assertSame([], array_filter($found, static fn (string $path): bool => !$isAllowed($path), ARRAY_FILTER_USE_KEY));
    }

    /** @return list<string> every PHP file that is shipped, relative to php-hooks */
    private static function files(): array
    {
        $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator(self::ROOT, FilesystemIterator::SKIP_DOTS));
        $paths = [];
        foreach ($files as $file) {
            if ($file->getExtension() === 'php') {
                $paths[] = substr($file->getPathname(), strlen(self::ROOT) + 1);
            }
        }
        self::assertGreaterThan(100, count($paths));
        return $paths;
    }
}
