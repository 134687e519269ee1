<?php

/**
 * Both languages say the same things, and every text that the code names exists.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Page;

use IspmanagerNoc\Contract;
use IspmanagerNoc\Fields\FieldRow;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

final class TextsTest extends TestCase
{
    private const MODULE = __DIR__ . '/../../../php-hooks/servers/ispmanagernoc';

    public function testBothLanguagesHaveTheSameKeysInTheSameOrder(): void
    {
        self::assertSame(array_keys(self::texts('english')), array_keys(self::texts('russian')));
    }

    public function testBothLanguagesHaveTheSamePlaceholders(): void
    {
        $russian = self::texts('russian');
        foreach (self::texts('english') as $key => $text) {
            self::assertSame(self::placeholders($text), self::placeholders($russian[$key]), $key);
        }
    }

    public function testNoTextIsEmptyAndRussianIsRussian(): void
    {
        $names = ['setting.product_id', 'setting.admin_phone', 'partner.id'];
        foreach (self::texts('russian') as $key => $text) {
            self::assertSame(1, preg_match(in_array($key, $names, true) ? '/./' : '/[А-яЁё]/u', $text), $key);
        }
    }

    public function testEveryKeyInTheCodeHasItsText(): void
    {
        $missing = array_diff([...self::keysInCode(), ...self::familiesOfTheContract()], array_keys(self::texts('english')));
        self::assertSame([], array_values($missing));
    }

    /** @return list<string> keys written out after get(, new Refused( and the like */
    private static function keysInCode(): array
    {
        $keys = [];
        foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator(self::MODULE . '/lib')) as $file) {
            if ($file->getExtension() === 'php') {
                $pattern = '/(?:texts->get|current\(\)->get|new (?:Refused|AccountDown|CostChanged|OutcomeUnknown|OrderUnpaid))'
                    . '\(\s*\'([a-z][A-Za-z0-9._-]+)\'/';
                preg_match_all($pattern, (string) file_get_contents($file->getPathname()), $found);
                array_push($keys, ...$found[1]);
            }
        }
        self::assertGreaterThan(50, count($keys));
        return array_values(array_unique($keys));
    }

    /** @return list<string> keys made of a prefix and a name of the contract */
    private static function familiesOfTheContract(): array
    {
        $keys = [];
        foreach (Contract::get('settings') as $setting) {
            array_push($keys, "setting.{$setting['name']}", "setting.{$setting['name']}.about");
        }
        foreach (Contract::get('statuses') as $status) {
            array_push($keys, "account.status.{$status['name']}", "status.{$status['whmcs']}");
        }
        foreach ([...array_keys(Contract::get('periods')), 'Biennially', 'Triennially', 'One Time', 'Free Account'] as $cycle) {
            $keys[] = "cycle.$cycle";
        }
        foreach (['method', 'logged-out', 'token', 'access', 'unknown-action', 'not-found', 'malformed', 'internal'] as $error) {
            $keys[] = "relay.$error";
        }
        foreach ([FieldRow::EXISTS, FieldRow::MISSING, FieldRow::DIFFERS, FieldRow::OWN] as $state) {
            $keys[] = "field.$state";
        }
        foreach (State::cases() as $state) {
            $keys[] = "journal.state.$state->value";
        }
        foreach (Operation::cases() as $operation) {
            $keys[] = "operation.$operation->value";
        }
        foreach (Contract::get('kinds') as $kind) {
            foreach (array_filter($kind['fields'], static fn (array $field): bool => !$field['filled_by_module']) as $field) {
                array_push($keys, "refused.field-{$field['name']}", "order.field-{$field['name']}");
            }
        }
        foreach (['create', 'renew', 'terminate', 'sync'] as $command) {
            array_push($keys, "command.$command", "done.$command");
        }
        return $keys;
    }

    /** @return array<string, string> */
    private static function texts(string $language): array
    {
        return require self::MODULE . "/lang/$language.php";
    }

    /** @return list<string> sorted */
    private static function placeholders(string $text): array
    {
        preg_match_all('/\{[a-z]+\}/', $text, $found);
        sort($found[0]);
        return $found[0];
    }
}
