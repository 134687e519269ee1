<?php

/**
 * Both languages have the same texts with the same placeholders, and every text that the code names exists.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Language;
use WHMCS\Database\Capsule;

final class TextsTest extends ModuleTest
{
    private const MODULE = __DIR__ . '/../../../php-hooks/servers/ispmanagernoc';

    public function testBothLanguagesSayTheSameThings(): void
    {
        [$english, $russian] = [require self::MODULE . '/lang/english.php', require self::MODULE . '/lang/russian.php'];
        self::assertSame(array_keys($english), array_keys($russian));
        foreach ($english as $key => $text) {
            self::assertSame(self::placeholders($text), self::placeholders($russian[$key]), $key);
        }
    }

    public function testEveryTextThatTheCodeNamesExists(): void
    {
        $files = new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator(self::MODULE . '/lib', \FilesystemIterator::SKIP_DOTS));
        $prefixes = 'error|server|account|outcome|refused|sync|offer|operation|journal';
        foreach ($files as $file) {
            preg_match_all("/'((?:$prefixes)\\.[a-z_-]+)'/", (string) file_get_contents((string) $file), $found);
            foreach ($found[1] as $key) {
                self::assertTrue(Texts::in('en')->has($key), "$key in $file");
            }
        }
    }

    public function testTheLanguageIsTheReaders(): void
    {
        self::assertSame('en', Language::current());
        \WHMCS\Config\Setting::setValue('Language', 'russian');
        self::assertSame('ru', Language::current());
        $this->whmcs->actAsStaff();
        self::assertSame('en', Language::current());
        Capsule::table('tbladmins')->where('id', 1)->update(['language' => 'russian']);
        self::assertSame('ru', Language::current());
        $_SESSION = ['uid' => $this->whmcs->client(['language' => 'english'])];
        self::assertSame('en', Language::current());
        $_SESSION['Language'] = 'russian';
        self::assertSame('ru', Language::current());
        $_SESSION['Language'] = 'deutsch';
        self::assertSame('en', Language::current());
    }

    public function testValuesAreTextsAndNotTemplates(): void
    {
        self::assertStringContainsString('"{cost}" is not an e-mail', Texts::in('en')->get('refused.field-bitninja_email', ['value' => '{cost}']));
    }

    /** @return list<string> */
    private static function placeholders(string $text): array
    {
        preg_match_all('/\{[a-z]+\}/', $text, $found);
        $names = array_unique($found[0]);
        sort($names);
        return $names;
    }
}
