<?php

/**
 * The guide's chapter on troubles has every text that tells of one, word for word, and no text that nothing says any more. A text is a line of a
 * quotation there; what stands around it is the writer's. Placeholders stand as they do in the language files.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

final class GuideTest extends TestCase
{
    private const ROOT = __DIR__ . '/../../';
    private const MODULE = self::ROOT . 'php-hooks/servers/ispmanagernoc/';
    private const LANGUAGES = ['en' => 'english', 'ru' => 'russian'];

    /** Families of which every text tells of something wrong. */
    private const FAMILIES = '/^(error|account|outcome|refused|sync|relay|order|notice|tariffs|difference|panel|offer\.renew-)\b/';
    /** Texts of these families that tell of nothing wrong. */
    private const HARMLESS = '/^(account\.status\.|tariffs\.of-)/';
    /** Families of which these texts tell of something wrong. */
    private const FURTHER = '/^(health\..+\.do|differs\.[a-z-]+\.is|mail\.not-sent|field\.(friendly|required|not-.+|on-.+|admin-only))$/';
    /** What a refusal says in English, wherever it stands. */
    private const REFUSAL = '/\bNothing (was|of it was) (sent|made|changed|done|saved|dropped|bought)\b/';

    /** Others that a person must do something about. */
    private const NAMED = [
        'journal.rejected', 'journal.unpaid', 'journal.unknown', 'journal.unclear', 'journal.not-shown', 'journal.several', 'journal.processing',
        'journal.order-missing', 'journal.look-refused', 'journal.no-server', 'journal.other-account', 'journal.not-placed', 'journal.refused-after-all',
        'journal.never-sent', 'journal.lapsed', 'journal.period-refused', 'journal.still-renews', 'stop-renewal.failed',
        'differs.gone', 'differs.left', 'differs.settle.open', 'differs.settle.unfinished', 'differs.link.unfinished', 'differs.link.none',
        'differs.link.no-candidates', 'differs.status.kept', 'differs.order-missing.advice', 'differs.release.gone', 'comparison.put-off',
        'sale.no-prices', 'sale.no-group', 'sale.no-period', 'sale.busy', 'sale.half', 'sale.is-hidden',
        'prices.none', 'prices.changed', 'prices.no-tariff', 'prices.unsold', 'prices.loss',
        'accounts.unknown', 'accounts.other-currency', 'accounts.unpriced', 'accounts.short', 'home.low', 'mail.low-balance.about',
        'partner.no-server', 'partner.cut-off', 'loader.no-list', 'loader.unlisted', 'fields.unknown-tariff', 'preview.no-tariff', 'health.wasm.by-hand',
    ];
    /** Those of the panel, by view and name. */
    private const OF_THE_PANEL = [
        'common.network_lost', 'common.logged_out', 'common.unreadable',
        'product-picker.unknown_id', 'product-picker.lacking_cycles', 'product-picker.list_never_asked', 'product-picker.no_period',
        'product-picker.below_cost', 'field-preview.choose_first',
        'service-actions.no_candidates', 'service-actions.cost_unknown', 'service-actions.doubt', 'service-actions.page_is_old',
        'wasm-type.set_type', 'wasm-type.look_by_hand',
    ];

    /** @dataProvider languages */
    public function testEveryTextThatTellsOfSomethingWrongIsInTheGuide(string $language): void
    {
        $texts = self::texts($language);
        $wanted = array_intersect_key($texts, array_flip(self::wanted()));
        self::assertGreaterThan(200, count($wanted));
        self::assertSame([], array_diff($wanted, self::quoted($language)), "docs/$language/troubleshooting.md lacks them");
    }

    /** @dataProvider languages */
    public function testTheGuideQuotesNoTextThatIsGone(string $language): void
    {
        self::assertSame([], array_values(array_diff(self::quoted($language), self::texts($language))), 'nothing says them');
    }

    /** @dataProvider languages */
    public function testEachTextStandsOnceAndIsFollowedByItsCauseAndItsCure(string $language): void
    {
        $lines = self::lines($language);
        // Two places may have the same words for what is theirs.
        $most = array_count_values(self::texts($language));
        foreach (array_count_values(self::quoted($language)) as $text => $times) {
            self::assertLessThanOrEqual($most[$text] ?? 1, $times, (string) $text);
        }
        [$cause, $cure] = ['en' => ['Cause', 'Cure'], 'ru' => ['Причина', 'Что делать']][$language];
        foreach ($lines as $number => $line) {
            $isLast = str_starts_with($line, '>') && !str_starts_with($lines[$number + 1], '>');
            $follows = array_slice($lines, $number + 1, 3);
            $isTold = str_starts_with($follows[1] ?? '', "- **$cause.** ") && str_starts_with($follows[2] ?? '', "- **$cure.** ");
            self::assertTrue(!$isLast || $isTold, $line);
        }
    }

    public function testBothLanguagesQuoteTheSameTextsInTheSameOrder(): void
    {
        [$english, $russian] = [self::texts('en'), self::texts('ru')];
        [$quoted, $translated] = [self::quoted('en'), self::quoted('ru')];
        self::assertCount(count($quoted), $translated);
        foreach ($quoted as $number => $text) {
            $common = array_intersect(array_keys($english, $text, true), array_keys($russian, $translated[$number], true));
            self::assertNotSame([], $common, "$text – $translated[$number]");
        }
    }

    /** @return array<string, array{string}> */
    public static function languages(): array
    {
        return ['English' => ['en'], 'Russian' => ['ru']];
    }

    /** @return list<string> keys of the texts that must be there */
    private static function wanted(): array
    {
        $isWrong = static fn (string $text, string $key): bool => preg_match(self::FURTHER, $key) === 1
            || preg_match(self::REFUSAL, $text) === 1
            || (preg_match(self::FAMILIES, $key) === 1 && preg_match(self::HARMLESS, $key) !== 1);
        $found = array_keys(array_filter(self::ofPhp('en'), $isWrong, ARRAY_FILTER_USE_BOTH));
        $ofThePanel = array_map(static fn (string $name): string => "panel:$name", self::OF_THE_PANEL);
        $named = [...self::NAMED, ...$ofThePanel];
        self::assertSame([], array_values(array_diff($named, array_keys(self::texts('en')))), 'a text is named that is gone');
        return [...$found, ...$named, ...array_keys(self::inCode('en'))];
    }

    /** @return array<string, string> all texts by their keys */
    private static function texts(string $language): array
    {
        return self::ofPhp($language) + self::ofPanel($language) + self::inCode($language);
    }

    /** @return array<string, string> */
    private static function ofPhp(string $language): array
    {
        return require self::MODULE . 'lang/' . self::LANGUAGES[$language] . '.php';
    }

    /** @return array<string, string> */
    private static function ofPanel(string $language): array
    {
        $texts = [];
        foreach (json_decode((string) file_get_contents(self::MODULE . "lang/panel/$language.json"), true) as $view => $ofView) {
            foreach ($ofView as $name => $text) {
                $texts["panel:$view.$name"] = $text;
            }
        }
        return $texts;
    }

    /**
     * What the module says where it cannot read its language files: both languages in one text, parted by a slash.
     *
     * @return array<string, string>
     */
    private static function inCode(string $language): array
    {
        $texts = [];
        foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator(self::ROOT . 'php-hooks')) as $file) {
            if ($file->getExtension() !== 'php' || str_contains($file->getPathname(), '/lang/')) {
                continue;
            }
            foreach (self::literals((string) file_get_contents($file->getPathname())) as $literal) {
                $parts = explode(' / ', $literal);
                if (count($parts) === 2 && preg_match('/[а-яё]/iu', $parts[0]) !== 1 && preg_match('/[а-яё]/iu', $parts[1]) === 1) {
                    $texts["code:$parts[0]"] = $parts[$language === 'en' ? 0 : 1];
                }
            }
        }
        return $texts;
    }

    /** @return list<string> the texts of some code, put together where they are joined by dots */
    private static function literals(string $code): array
    {
        $literals = [];
        $text = '';
        foreach (token_get_all($code) as $token) {
            [$kind, $written] = is_array($token) ? $token : [null, $token];
            if ($kind === T_CONSTANT_ENCAPSED_STRING) {
                $text .= stripslashes(substr($written, 1, -1));
            } elseif ($kind === T_STRING && $written === 'PHP_VERSION') {
                $text .= '{version}';
            } elseif ($kind !== T_WHITESPACE && $written !== '.') {
                $literals[] = $text;
                $text = '';
            }
        }
        return array_values(array_filter($literals));
    }

    /** @return list<string> */
    private static function quoted(string $language): array
    {
        $quotations = array_filter(self::lines($language), static fn (string $line): bool => str_starts_with($line, '> '));
        return array_values(array_map(static fn (string $line): string => substr($line, 2), $quotations));
    }

    /** @return list<string> */
    private static function lines(string $language): array
    {
        return explode("\n", (string) file_get_contents(self::ROOT . "docs/$language/troubleshooting.md"));
    }
}
