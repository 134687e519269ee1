<?php

/**
 * Texts are in the language of whoever looks at the page.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Whmcs\Language;
use WHMCS\Database\Capsule;

final class LanguageTest extends ModuleTest
{
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
}
