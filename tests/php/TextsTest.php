<?php

/**
 * Both languages say the same things, every text that the code names exists, and the code names every text.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use IspmanagerNoc\Contract;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Fields\FieldRow;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Page\Partner\Differences\AdoptTicked;
use IspmanagerNoc\Page\Partner\Differences\SettleTicked;
use IspmanagerNoc\Page\Partner\Differences\SyncTicked;
use IspmanagerNoc\Page\Partner\Tab;
use IspmanagerNoc\Partner\NumberSetting;
use IspmanagerNoc\Sale\Ending;
use IspmanagerNoc\Sale\Outcome;
use IspmanagerNoc\Texts;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

final class TextsTest extends TestCase
{
    /** A function of the account. */
    private const NO_TEXTS = ['service.prolong'];
    /** Refusals of a message of the panel, which never come into the module queue. */
    private const FOR_THE_PANEL = [
        'cost-changed', 'cost-known', 'cost-unknown', 'expiry-moved', 'expiry-unseen', 'has-order',
        'no-such-period', 'open-invoice', 'due-invoice', 'cycle-unsold', 'whmcs',
        'link-deleted', 'link-ended', 'link-named', 'link-unpaid',
        'sale', 'release-changed', 'release-open', 'release-own', 'nothing-unpaid', 'paid-meanwhile', 'cart-unclear', 'bill-gone', 'drop',
    ];
    private const MODULE = __DIR__ . '/../../php-hooks/servers/ispmanagernoc';

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

    public function testEveryFailureOfACommandSaysWhetherRetryInTheModuleQueueIsSafe(): void
    {
        foreach (['english', 'russian'] as $language) {
            $failures = array_filter(
                self::texts($language),
                static fn (string $key): bool => preg_match('/^(error|account|outcome|refused|sync)\.(?!status)/', $key) === 1
                    && !in_array(explode('.', $key)[1], self::FOR_THE_PANEL, true),
                ARRAY_FILTER_USE_KEY
            );
            self::assertGreaterThan(40, count($failures));
            self::assertSame([], array_keys(preg_grep('/\bRetry\b/', $failures, PREG_GREP_INVERT)));
        }
    }

    public function testEveryKeyInTheCodeHasItsText(): void
    {
        self::assertSame([], array_values(array_diff(self::used(), array_keys(self::texts('english')))));
    }

    public function testEveryTextIsUsed(): void
    {
        self::assertSame([], array_values(array_diff(array_keys(self::texts('english')), self::used())));
    }

    public function testValuesAreTextsAndNotTemplates(): void
    {
        self::assertStringContainsString('"{cost}" is not an e-mail', Texts::in('en')->get('refused.field-bitninja_email', ['value' => '{cost}']));
    }

    /** @return list<string> */
    private static function used(): array
    {
        return [...self::keysInCode(), ...self::familiesOfTheContract(), ...self::familiesOfThePages()];
    }

    /** @return list<string> literals that begin as a text's key does, and whatever is asked for as a text */
    private static function keysInCode(): array
    {
        $groups = implode('|', array_unique(array_map(
            static fn (string $key): string => explode('.', $key)[0],
            array_keys(self::texts('english'))
        )));
        $asked = 'texts->get|current\(\)->get|new (?:Refused|AccountDown|CostChanged|OutcomeUnknown|OrderUnpaid)';
        $keys = [];
        foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator(self::MODULE . '/lib')) as $file) {
            if ($file->getExtension() === 'php') {
                $code = php_strip_whitespace($file->getPathname());
                preg_match_all("/'((?:$groups)\\.[A-Za-z0-9._-]+)'/", $code, $literals);
                preg_match_all("/(?:$asked)\\(\\s*(?:[^'()]*\\?\\s*)?'([a-z][A-Za-z0-9._-]*)'/", $code, $first);
                preg_match_all("/->get\\([^()]*\\?\\s*'([a-z.-]+)'\\s*:\\s*'([a-z.-]+)'\\)/", $code, $either);
                array_push($keys, ...$literals[1], ...$first[1], ...$either[1], ...$either[2]);
            }
        }
        self::assertGreaterThan(100, count($keys));
        return array_values(array_diff(array_unique($keys), self::NO_TEXTS));
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
        foreach (DifferenceKind::cases() as $kind) {
            array_push($keys, "differs.$kind->value", "differs.$kind->value.is");
        }
        foreach ([...DifferenceKind::takenOverBySync(), ...AdoptTicked::kinds()] as $kind) {
            $keys[] = "differs.$kind->value.will";
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

    /** @return list<string> keys made of a prefix and a name that stands in the code */
    private static function familiesOfThePages(): array
    {
        $families = [
            'status' => ['Pending', 'Active', 'Completed', 'Suspended', 'Terminated', 'Cancelled', 'Fraud'],
            'partner' => [
                'modules', 'software', ...array_map(static fn (Tab $tab): string => "tab.$tab->value", Tab::cases()),
                'service', 'client', 'from', 'to', 'at', 'operation', 'state', 'cost', 'order', 'server', 'who', 'what',
            ],
            'settings' => array_merge(...array_map(static fn (NumberSetting $setting): array => [
                $setting->value, "$setting->value.about", "$setting->value.unit",
            ], NumberSetting::cases())),
            'journal' => ['who.staff', 'who.client', 'who.automation'],
            'health' => array_merge(...array_map(static fn (string $name): array => [$name, "$name.do"], [
                'whmcs', 'curl', 'files', 'panel', 'hooks', 'cron', 'clock', 'server', 'default-server', 'account', 'outcomes',
            ]), ...[['module', 'php', 'tables', 'roles']]),
            'sale' => [
                ...array_map(static fn (Ending $ending): string => "ending.$ending->value", Ending::cases()),
                'setup.payment', 'setup.order', 'setup.accepted', 'setup.never',
                'result.' . Outcome::CREATED, 'result.' . Outcome::THERE, 'result.' . Outcome::FAILED, 'result.' . Outcome::LEFT,
            ],
            'service' => ['status', 'termination_date', 'order_id', 'item', 'tariff', 'server'],
            'link' => ['pay', 'cancel'],
            'order' => ['field-empty', 'field-filled'],
        ];
        $keys = [];
        foreach ([AdoptTicked::name(), SyncTicked::name(), SettleTicked::name()] as $repair) {
            array_push($keys, "differs.$repair", "differs.$repair.about", "differs.$repair.preview", "differs.$repair.will");
        }
        foreach ($families as $family => $names) {
            array_push($keys, ...array_map(static fn (string $name): string => "$family.$name", $names));
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
