<?php

/**
 * What came of one step of a repair, in words: it is told, whatever goes wrong.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use Closure;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use Throwable;

final class Attempt
{
    /** Why the account was not asked any more. */
    private const NO_TIME = 'account.later';

    private function __construct(public readonly bool $isDone, public readonly string $text, public readonly bool $isLate = false)
    {
    }

    public static function done(string $text): self
    {
        return new self(true, $text);
    }

    public static function failed(string $text): self
    {
        return new self(false, $text);
    }

    /**
     * @param string $what for the log
     * @param Closure(): self $work
     */
    public static function at(string $what, Texts $texts, Closure $work): self
    {
        try {
            return $work();
        } catch (CommandFailed $failure) {
            return new self(false, $texts->ofFailure($failure), $failure->textKey === self::NO_TIME);
        } catch (Throwable $failure) {
            return self::failed($texts->get('error.internal', ['reference' => Reports::failure($what, $failure)]));
        }
    }

    public function html(): string
    {
        return $this->isDone ? Html::success($this->text) : Html::warning($this->text);
    }
}
