<?php

/**
 * Takes what the account shows over into WHMCS: the key and password of BitNinja, the expiry, the status. Only what differs is
 * written, and what the account does not show is left as it is.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class TakeOver
{
    private const FIELDS = ['bitninja_email', 'bitninjakey', 'bitninja_password'];
    /** Statuses that staff or WHMCS's own rules gave and that the account knows nothing of. */
    private const KEPT = ['Cancelled', 'Fraud', 'Completed'];

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

    /** @return list<string> the names of what was changed */
    public function status(ServiceRecord $service, RemoteService $remote): array
    {
        $status = $remote->status?->whmcs;
        if ($status === null || $status === $service->status || in_array($service->status, self::KEPT, true)) {
            return [];
        }
        $this->app->services()->setStatus($service, $status);
        return ['status'];
    }

    /** Waits until the order is active and has its key, and gives up without a word: the order itself is certain. */
    public function waitForKey(ServiceRecord $service, string $orderId, int $seconds): void
    {
        $clock = $this->app->clock();
        $deadline = $clock->elapsed() + $seconds;
        try {
            $account = $this->app->account((new Preflight($this->app))->server($service), $deadline);
            $itemType = (new LiveOrder($this->app))->itemType($service, $orderId);
            $hasKey = array_key_exists('bitninjakey', $this->app->fields()->read($service));
            for ($pause = 0.5; $clock->elapsed() < $deadline; $pause = min(2.0, $pause * 2)) {
                $remote = $account->service($itemType, $orderId);
                if ($remote === null) {
                    return;
                }
                $this->fields($service, $remote);
                if ($remote->isActive() && (!$hasKey || ($remote->fields['bitninjakey'] ?? '') !== '')) {
                    return;
                }
                $clock->pause($pause);
            }
        } catch (CommandFailed) {
            return;
        }
    }
}
