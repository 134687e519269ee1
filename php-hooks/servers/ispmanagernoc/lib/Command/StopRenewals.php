<?php

/**
 * The automation's part: at every run of WHMCS's cron accounts are told to stop renewing by themselves what is to end in WHMCS, a bounded
 * number of orders at a time. A service with something under way waits for the next run.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use Generator;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Whmcs\Endings;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServiceRecord;
use Throwable;

final class StopRenewals
{
    private const SECONDS = 20;
    private const AT_MOST = 20;
    /** Services whose entries are read in one query. */
    private const AT_ONCE = 500;

    /** @var array<int, true> server records whose account failed or refused in this run: it is asked nothing more */
    private array $silent = [];

    public function __construct(private readonly App $app)
    {
    }

    public function run(): void
    {
        $deadline = $this->app->clock()->elapsed() + self::SECONDS;
        $this->app->unattended(fn () => $this->each($deadline), $deadline);
    }

    private function each(float $deadline): void
    {
        $asked = 0;
        foreach ($this->waiting() as $id => $ending) {
            if ($asked >= self::AT_MOST || $this->app->clock()->elapsed() >= $deadline) {
                return;
            }
            $service = $this->app->services()->find($id);
            if ($service !== null && !isset($this->silent[$service->serverId])) {
                $asked += $this->stop($service, $ending) ? 1 : 0;
            }
        }
    }

    /** @return Generator<int, string> what ends each service whose account may be renewing it and was not told, by service */
    private function waiting(): Generator
    {
        foreach (array_chunk(Endings::all(), self::AT_ONCE, true) as $endings) {
            $orders = $renewing = $told = [];
            foreach ($this->app->journal()->ordersAndStops(array_keys($endings)) as $entry) {
                if ($entry->operation === Operation::StopRenewal) {
                    $told[$entry->key] = true;
                } elseif ($entry->operation === Operation::Terminate) {
                    unset($orders[$entry->serviceId]);
                } else {
                    $orders[$entry->serviceId] = $entry->orderId;
                    $renewing[$entry->serviceId] = $entry->fact('auto_renewal') !== '';
                }
            }
            foreach (array_intersect_key($endings, $orders) as $id => ['ending' => $ending, 'renews' => $renews]) {
                $key = Operation::stopRenewalKey($id, $orders[$id], $ending);
                if (($renews || $renewing[$id]) && !isset($told[$key])) {
                    yield $id => $ending;
                }
            }
        }
    }

    /** @return bool whether the account was asked anything */
    private function stop(ServiceRecord $service, string $ending): bool
    {
        try {
            return $this->app->stopRenewal()->run($service, $ending);
        } catch (Refused) {
            // It is not certain whose the order is, or another process was faster.
            return false;
        } catch (CommandFailed) {
            // The journal has what came of it.
            $this->silent[$service->serverId] = true;
        } catch (Throwable $failure) {
            Reports::failure('StopRenewals', $failure);
        }
        return true;
    }
}
