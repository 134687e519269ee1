<?php

/**
 * Warns staff by e-mail once when an account falls below what they have chosen, and again only after it has recovered.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Funds;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\StaffMail;
use Throwable;

final class LowBalance
{
    /** How soon it is noticed that an account has recovered. */
    private const ASKED_AGAIN_SECONDS = 3600;

    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** As long as nothing is below, no account is asked. */
    public function run(): void
    {
        foreach (Funds::accounts($this->app) as $server) {
            try {
                $server->disabled || $this->look(new Funds($this->app, $server), $server);
            } catch (CommandFailed) {
                // Nobody knows whether somebody has paid in meanwhile: the next run of the cron asks again.
                continue;
            } catch (Throwable $failure) {
                Reports::failure("balance of $server->name", $failure);
            }
        }
    }

    private function look(Funds $funds, ServerRecord $server): void
    {
        if (!$funds->isLow()) {
            $funds->setWarned(false);
            return;
        }
        $age = $this->app->clock()->now() - ($funds->balance()?->askedAt ?? 0);
        if ($funds->isWarned() && $age < self::ASKED_AGAIN_SECONDS) {
            return;
        }
        // Somebody may have paid in since.
        $funds->ask();
        if ($funds->isLow() && !$funds->isWarned()) {
            // Noted first: a second e-mail every five minutes is worse than one that did not go out, which the dashboard replaces.
            $funds->setWarned(true);
            $this->warn($funds, $server);
        } elseif (!$funds->isLow()) {
            $funds->setWarned(false);
        }
    }

    private function warn(Funds $funds, ServerRecord $server): void
    {
        $until = $funds->lastsUntil($funds->due(Funds::DAYS));
        $values = ['server' => $server->name, 'left' => (string) $funds->left(), 'threshold' => (string) $funds->threshold()];
        $failure = StaffMail::send($this->texts->get('mail.low-balance', $values), array_values(array_filter([
            $this->texts->get('mail.low-balance.about', $values),
            $until === null ? '' : $this->texts->get('accounts.short', ['day' => $until]),
            $this->texts->get('mail.low-balance.where', ['page' => $this->texts->get('partner.tab.accounts')]),
        ])));
        Reports::note($failure === null
            ? $this->texts->get('mail.low-balance', $values)
            : $this->texts->get('mail.not-sent', ['subject' => $this->texts->get('mail.low-balance', $values), 'reason' => $failure]));
    }
}
