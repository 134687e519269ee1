<?php

/**
 * Only the manual's hosts are accounts, however they are typed.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Account;

use IspmanagerNoc\Account\Host;
use IspmanagerNoc\Exception\Refused;
use PHPUnit\Framework\TestCase;

final class HostTest extends TestCase
{
    public function testTheManualsHostsAreFoundHoweverTheyAreTyped(): void
    {
        $typed = [
            'my.ispmanager.ru', 'https://my.ispmanager.ru/', ' MY.ispmanager.ru ', 'https://my.ispmanager.ru/billmgr?func=x',
            'api.ispmanager.ru', 'my.ispmanager.ru:443',
        ];
        foreach ($typed as $text) {
            $host = Host::parse($text, false);
            self::assertSame(
                ['https://api.ispmanager.ru/manager/billmgr', 'https://my.ispmanager.ru/billmgr'],
                [$host->calls, $host->pages],
                $text
            );
        }
        self::assertSame('https://api-eu.ispmanager.com/manager/billmgr', Host::parse('eu.ispmanager.com', false)->calls);
        self::assertSame('https://eu.ispmanager.com/billmgr', Host::parse('api-eu.ispmanager.com', false)->pages);
    }

    public function testEverythingElseIsRefused(): void
    {
        $typed = [
            '', '  ', 'http://my.ispmanager.ru', 'ftp://my.ispmanager.ru', 'my.ispmanager.ru.evil.example', 'evil.example/my.ispmanager.ru',
            'user:pass@my.ispmanager.ru', 'my.ispmanager.ru:8443', '127.0.0.1:8000', 'localhost', "my.ispmanager.ru\nevil.example",
            'my.ispmanager.ru evil.example', 'https://evil.example#my.ispmanager.ru', 'my.ispmanager.ru@evil.example',
        ];
        foreach ($typed as $text) {
            try {
                Host::parse($text, false);
                self::fail("$text should have been refused");
            } catch (Refused $refused) {
                self::assertStringNotContainsString('pass', (string) ($refused->values['host'] ?? ''));
                self::assertSame(str_contains($text, '@') ? 'refused.host-login' : $refused->textKey, $refused->textKey);
            }
        }
    }

    public function testTwoSpellingsOfOneAccountAreTheSame(): void
    {
        foreach (['api-eu.ispmanager.com', 'https://eu.ispmanager.com/billmgr', ' EU.ispmanager.com:443'] as $text) {
            self::assertSame('api-eu.ispmanager.com', Host::name($text), $text);
        }
        self::assertSame('api.ispmanager.ru', Host::name('my.ispmanager.ru'));
        self::assertNotSame(Host::name('127.0.0.1:8001'), Host::name('127.0.0.1:8002'));
    }

    public function testTheOwnMachineIsAnAccountOnlyWhenItIsAllowed(): void
    {
        self::assertSame('http://127.0.0.1:8000/manager/billmgr', Host::parse('http://127.0.0.1:8000', true)->calls);
        self::assertSame('http://localhost:9/billmgr', Host::parse('localhost:9/', true)->pages);
        $this->expectException(Refused::class);
        Host::parse('127.0.0.2:8000', true);
    }
}
