<?php

/**
 * Secrets are masked by key in every notation, whole or cut off, and by value wherever they stand.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Account;

use IspmanagerNoc\Account\Mask;
use PHPUnit\Framework\TestCase;

final class MaskTest extends TestCase
{
    public function testKeysAreMaskedInEveryNotation(): void
    {
        $texts = [
            '<doc><password>SECRET</password></doc>', '<doc><lickey>SECRET</lickey></doc>', '<doc><bitninjakey type="x">SECRET</bitninjakey></doc>',
            '<doc><auth id="SECRET" level="16">SECRET</auth></doc>', '<doc><auth id="SECRET"/></doc>', '<doc><bitninja_password>SECR&amp;SECRET',
            '<doc><tparams><anything>SECRET</anything></tparams></doc>', '<tparams><password>SECRET',
            '{"doc":{"password":{"$":"SECRET"}}}', '{"bitninjakey":"SEC\"SECRET"}', '{"auth":"SECRET', '{"auth":{"$id":"SECRET","$":"SECRET',
            '{"tparams":{"elid":{"$":"5"},"other":{"$":"SECRET"}},"ok":""}', '{"tparams":{"a":[{"$":"}"},{"$":"SECRET"}', '{"key":["x","SECRET"]}',
            'func=auth&username=u&key=SECRET&checkcookie=no', 'authinfo=u:SECRET', '<PASSWORD>SECRET</PASSWORD>', '<login password="SECRET"/>',
            '<login key="0123456789SECRET"/>', '<login password="SECRET', '<auth id="SECRET',
        ];
        foreach ($texts as $text) {
            self::assertStringNotContainsString('SECRET', (new Mask([]))->answer($text), $text);
        }
    }

    public function testWhatIsNoSecretStays(): void
    {
        $text = '<doc><id>812345</id><val key="null">Disabled</val><item_status orig="2">Active</item_status><ok>func=addition</ok></doc>';
        self::assertSame($text, (new Mask(['SECRET']))->answer($text));
    }

    public function testValuesAreMaskedInEveryEncoding(): void
    {
        $secret = 'a&b<c>"d\':;+% п$`\\';
        $mask = new Mask([$secret]);
        $forms = [
            $secret, urlencode($secret), rawurlencode($secret), htmlspecialchars($secret, ENT_QUOTES), htmlspecialchars($secret, ENT_NOQUOTES),
            htmlspecialchars($secret, ENT_QUOTES | ENT_XML1), (string) json_encode($secret), (string) json_encode($secret, JSON_UNESCAPED_UNICODE), http_build_query(['x' => $secret]),
        ];
        foreach ($forms as $form) {
            self::assertStringNotContainsString('b', str_replace('&quot;', '', $mask->value($form)), $form);
        }
    }

    public function testAFormKeepsItsNamesAndLosesItsSecrets(): void
    {
        self::assertSame(
            ['authinfo' => '***', 'func' => 'auth', 'licname' => 'about ***'],
            (new Mask(['pass']))->form(['authinfo' => 'u:pass', 'func' => 'auth', 'licname' => 'about pass'])
        );
    }
}
