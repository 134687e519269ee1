<?php

/**
 * Takes what the account shows over into WHMCS: the key and password of BitNinja, the expiry, the status. Only what differs is
 * written, and what the account does not show is left as it is.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class TakeOver
{
    /** Statuses with which WHMCS bills nothing more. */
    public const ENDED = ['Terminated', 'Cancelled', 'Fraud'];

    private const FIELDS = ['bitninja_email', 'bitninjakey', 'bitninja_password'];
    /** A status that WHMCS's own rules gave; the account has none like it. */
    private const COMPLETED = 'Completed';
    /** Statuses that staff or WHMCS's own rules gave and that the account knows nothing of. */
    private const KEPT = ['Cancelled', 'Fraud', self::COMPLETED];

    public function __construct(private readonly App $app)
    {
    }

    /** @return list<string> the names of what was changed */
    public function fields(ServiceRecord $service, RemoteService $remote): array
    {
        $product = array_keys($this->app->fields()->read($service));
        $values = array_filter(
            $remote->fields,
            static fn (string $value, string $name): bool => $value !== ''
                && in_array($name, self::FIELDS, true) && in_array($name, $product, true),
            ARRAY_FILTER_USE_BOTH
        );
        return $this->app->fields()->write($service, $values);
    }

    /** @return list<string> the names of what was changed */
    public function dates(ServiceRecord $service, RemoteService $remote): array
    {
        if ($remote->expires === null || $remote->expires === $service->terminationDate) {
            return [];
        }
        $this->app->services()->setTerminationDate($service, $remote->expires);
        return ['termination_date'];
    }

    /** Whether this status of WHMCS contradicts the account. */
    public static function isOther(string $status, RemoteService $remote): bool
    {
        return match (true) {
            $remote->status === null => true,
            in_array($status, self::ENDED, true) => !$remote->isDeleted(),
            $status === self::COMPLETED => false,
            default => $remote->status->whmcs !== $status,
        };
    }

    /** Whether this status of WHMCS stays, whatever the account says. */
    public static function keeps(string $status): bool
    {
        return in_array($status, self::KEPT, true);
    }

    /** @return list<string> the names of what was changed */
    public function status(ServiceRecord $service, RemoteService $remote): array
    {
        $status = $remote->status?->whmcs;
        if ($status === null || $status === $service->status || self::keeps($service->status)) {
            return [];
        }
        $this->app->services()->setStatus($service, $status);
        return ['status'];
    }

    /**
     * Waits until the order is active and has its key, and gives up without a word: the order itself is certain.
     *
     * @return bool whether nothing is left to wait for
     */
    public function waitForKey(ServiceRecord $service, string $orderId, int $seconds): bool
    {
        $clock = $this->app->clock();
        $deadline = $clock->elapsed() + $seconds;
        try {
            for ($pause = 0.5; $clock->elapsed() < $deadline; $pause = min(2.0, $pause * 2)) {
                if ($this->look($service, $orderId, $deadline)) {
                    return true;
                }
                $clock->pause($pause);
            }
        } catch (CommandFailed) {
            return false;
        }
        return false;
    }

    /**
     * Takes over what the account shows of the order by now.
     *
     * @param float $deadline on the clock's elapsed()
     * @return bool whether it is active and has its key
     */
    public function look(ServiceRecord $service, string $orderId, float $deadline): bool
    {
        $account = $this->app->account((new Preflight($this->app))->server($service), $deadline);
        $remote = $account->service((new LiveOrder($this->app))->itemType($service, $orderId), $orderId)
            ?? throw new Refused('refused.order-missing', ['order' => $orderId]);
        $this->fields($service, $remote);
        $hasKey = array_key_exists('bitninjakey', $this->app->fields()->read($service));
        return $remote->isActive() && (!$hasKey || ($remote->fields['bitninjakey'] ?? '') !== '');
    }
}
