<?php

/**
 * What staff may set as a number: its bounds are such that no choice of theirs puts money at risk.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Partner;

use IspmanagerNoc\Whmcs\OwnSettings;

enum NumberSetting: string
{
    /** For how many days what moved no money stays in the journal, and with it the requests and answers of what did. */
    case JournalDays = 'journal-days';
    /** After how many minutes an operation whose outcome is not known may be taken for not carried out. */
    case QuietMinutes = 'quiet-minutes';
    /** How many milliseconds the daily comparison and the orders of cron leave between two requests to the accounts. */
    case PauseMilliseconds = 'pause-milliseconds';

    public function standard(): int
    {
        return match ($this) {
            self::JournalDays => 365,
            self::QuietMinutes => 15,
            self::PauseMilliseconds => 0,
        };
    }

    public function least(): int
    {
        return match ($this) {
            self::JournalDays => 30,
            self::QuietMinutes => 15,
            self::PauseMilliseconds => 0,
        };
    }

    public function most(): int
    {
        return match ($this) {
            self::JournalDays => 3650,
            self::QuietMinutes => 1440,
            self::PauseMilliseconds => 2000,
        };
    }

    public function get(): int
    {
        return $this->parse(OwnSettings::get($this->value) ?? '') ?? $this->standard();
    }

    /** @return int|null null for what is no number within the bounds */
    public function parse(string $text): ?int
    {
        $isNumber = preg_match('/^\d{1,5}$/', $text) === 1;
        return $isNumber && (int) $text >= $this->least() && (int) $text <= $this->most() ? (int) $text : null;
    }

    public function set(int $value): void
    {
        OwnSettings::set($this->value, (string) $value);
    }
}
