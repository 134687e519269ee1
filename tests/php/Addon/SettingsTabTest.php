<?php

/**
 * Settings: what is saved holds, what cannot be used is told and saves nothing, and who changed what is noted.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Funds\Funds;
use IspmanagerNoc\Partner\NumberSetting;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Language;
use WHMCS\Database\Capsule;

final class SettingsTabTest extends PartnerPage
{
    public function testEverySettingHoldsOnceItIsSaved(): void
    {
        $this->app->refreshPrices($this->serverRecord());
        self::assertSame([365, 900, null], [NumberSetting::JournalDays->get(), Settlement::quietTime(), $this->funds()->threshold()]);
        $html = $this->saveSettings([
            'threshold' => [$this->server => '1 049,90'], 'journal-days' => '90', 'quiet-minutes' => '30', 'pause-milliseconds' => '250',
        ]);
        self::assertStringContainsString('Saved.', $html);
        self::assertStringContainsString('value="1049.90"', $html);
        self::assertEquals(new Money(104_990, 'EUR'), $this->funds()->threshold());
        self::assertSame([90, 1800, 250], [NumberSetting::JournalDays->get(), Settlement::quietTime(), NumberSetting::PauseMilliseconds->get()]);
        $log = implode("\n", $this->whmcs->activityLog());
        foreach (['“Quiet time”: 30 (was 15)', '“Journal”: 90 (was 365)', 'balance, EU”: 1049.90 EUR (was –)'] as $note) {
            self::assertStringContainsString($note, $log);
        }
        self::assertStringNotContainsString('“Language”', $log);

        $this->saveSettings(['threshold' => [$this->server => '']]);
        self::assertNull($this->funds()->threshold());
    }

    /** @return array<string, array{array<string, mixed>, string}> */
    public static function wrong(): array
    {
        return [
            'words' => [['journal-days' => 'for ever'], '“Journal”: a whole number from 30 to 3650'],
            'too short a quiet time' => [['quiet-minutes' => '14'], '“Quiet time”: a whole number from 15 to 1440'],
            'too long a pause' => [['pause-milliseconds' => '2001'], '“Pace of requests”: a whole number from 0 to 2000'],
            'a fraction' => [['quiet-minutes' => '20.5'], '“Quiet time”'],
            'less than nothing' => [['threshold' => [1 => '-5']], '“EU”: a sum such as'],
            'thousands or a fraction, nobody knows' => [['threshold' => [1 => '1,000']], '“EU”: a sum such as'],
            'no sum' => [['threshold' => [1 => '50 euro']], '“EU”: a sum such as'],
        ];
    }

    /**
     * @dataProvider wrong
     * @param array<string, mixed> $values
     */
    public function testAValueThatCannotBeUsedIsToldAndNothingIsSaved(array $values, string $told): void
    {
        $html = $this->saveSettings($values + ['language' => 'ru', 'reader' => ['2']]);
        self::assertStringContainsString($told, $this->text($html));
        self::assertStringContainsString('Nothing was saved', $html);
        $typed = is_array(current($values)) ? current($values)[1] : (string) current($values);
        self::assertStringContainsString("value=\"$typed\"", $html, 'what was typed stays there');
        self::assertNull(Language::chosen());
        foreach (NumberSetting::cases() as $setting) {
            self::assertSame($setting->standard(), $setting->get());
        }
        self::assertSame([], array_filter($this->whmcs->activityLog(), static fn (string $line): bool => str_contains($line, 'Setting')));
    }

    public function testTheChosenLanguageIsThatOfStaffAndOfTheAutomationAndNotOfClients(): void
    {
        self::assertStringContainsString('Сохранено.', $this->saveSettings(['language' => 'ru']));
        self::assertSame('ru', Texts::current()->language);
        unset($_SESSION['adminid']);
        self::assertSame('ru', Texts::current()->language);
        $_SESSION['Language'] = 'english';
        self::assertSame('en', Texts::current()->language);
        $this->whmcs->actAsStaff();
        $this->saveSettings(['language' => 'xx']);
        self::assertNull(Language::chosen());
    }

    public function testThePauseStandsBetweenTheRequestsOfTheAutomationOnly(): void
    {
        $this->saveSettings(['pause-milliseconds' => '2000']);
        $app = new App($this->account, $this->clock);
        $start = $this->clock->elapsed();
        $ask = fn () => $app->account($this->serverRecord())->balance();
        $ask();
        $ask();
        self::assertSame($start, $this->clock->elapsed());
        $app->unattended(static function () use ($ask): void {
            $ask();
            $ask();
            $ask();
        });
        self::assertSame($start + 4.0, $this->clock->elapsed());
        $app->unattended($ask, $this->clock->elapsed() + 20);
        self::assertSame($start + 4.0, $this->clock->elapsed(), 'what has a deadline would never come to its end');
    }

    private function funds(): Funds
    {
        return new Funds($this->app, $this->serverRecord());
    }
}
