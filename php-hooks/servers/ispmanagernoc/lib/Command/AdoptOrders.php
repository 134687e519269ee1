<?php

/**
 * Once a day, services whose order stands in their field and nowhere in the journal are linked with it: those that an earlier module sold before
 * the product got this one. A bounded number a day, for each asks the account; the next day goes on where this one stopped. What does not
 * fit stays as it is, for staff to look at.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Adoption;
use IspmanagerNoc\Exception\AccountDown;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\OwnSettings;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServiceList;

final class AdoptOrders
{
    public const A_DAY = 200;
    private const SECONDS = 600;
    private const AT_ONCE = 500;
    private const SHOWN = 10;
    private const STATUSES = ['Pending', 'Active', 'Suspended'];
    /** The service at which the last run stopped. */
    private const STOPPED_AT = 'adopted-up-to';

    private readonly Adoption $adoption;
    /** @var list<int> */
    private array $linked = [];
    /** @var array<int, string> why, by services */
    private array $refused = [];

    public function __construct(private readonly App $app)
    {
        $this->adoption = new Adoption($app);
    }

    public function run(): void
    {
        $deadline = $this->app->clock()->elapsed() + self::SECONDS;
        $last = (int) OwnSettings::get(self::STOPPED_AT);
        do {
            $services = (new ServiceList())->withOrder(self::STATUSES, $last, self::AT_ONCE);
            $unknown = array_diff($services, $this->known($services));
            foreach ($services as $id) {
                if (count($this->linked) + count($this->refused) >= self::A_DAY || $this->app->clock()->elapsed() >= $deadline) {
                    break 2;
                }
                !in_array($id, $unknown, true) || $this->adopt($id);
                $last = $id;
            }
        } while (count($services) === self::AT_ONCE);
        $isAtTheEnd = count($services) < self::AT_ONCE && ($services === [] || $last === $services[count($services) - 1]);
        OwnSettings::set(self::STOPPED_AT, $isAtTheEnd ? '0' : (string) $last);
        $this->report();
    }

    /**
     * @param list<int> $services
     * @return list<int> those for which the journal has an order
     */
    private function known(array $services): array
    {
        $isOrder = static fn (array $row): bool => $row['operation'] === Operation::Create;
        return array_column(array_filter($this->app->journal()->ordersOf($services), $isOrder), 'service');
    }

    private function adopt(int $id): void
    {
        $service = $this->app->services()->find($id);
        try {
            if ($service !== null && $this->adoption->pending($service) !== null) {
                $this->adoption->run($service);
                $this->linked[] = $id;
            }
        } catch (AccountDown) {
            // It says nothing of the order; the next round asks again.
        } catch (CommandFailed $failure) {
            $this->refused[$id] = Texts::current()->ofFailure($failure);
        }
    }

    private function report(): void
    {
        $texts = Texts::current();
        if ($this->linked !== []) {
            Reports::note($texts->get('adoption.linked', ['count' => count($this->linked), 'services' => self::named($this->linked)]));
        }
        if ($this->refused !== []) {
            $told = array_slice($this->refused, 0, self::SHOWN, true);
            $reasons = implode(' ', array_map(static fn (int $id, string $why): string => "#$id: $why", array_keys($told), $told));
            Reports::note($texts->get('adoption.refused', ['count' => count($this->refused), 'reasons' => $reasons]));
        }
    }

    /** @param list<int> $services */
    private static function named(array $services): string
    {
        $told = array_map(static fn (int $id): string => "#$id", array_slice($services, 0, self::SHOWN));
        return implode(', ', $told) . (count($services) > self::SHOWN ? ', …' : '');
    }
}
