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
