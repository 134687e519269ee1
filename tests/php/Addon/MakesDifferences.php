<?php

/**
 * Makes a difference of each kind in the account or in WHMCS, and has the daily comparison find it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Tests\ListedOrders;
use WHMCS\Database\Capsule;

trait MakesDifferences
{
    use ListedOrders;

    /** @var list<array{string, string}> item and payment of what waits in the account's cart */
    private array $waiting = [];

    private function answerWithDifferences(): void
    {
        $this->answerWithListed();
        $this->account->answer('basket', function (array $form): Reply {
            if (isset($form['sok'])) {
                $this->waiting = array_values(array_filter($this->waiting, static fn (array $item): bool => $item[0] !== $form['id']));
                return FakeTransport::fixture('ok');
            }
            $row = static fn (array $item): string => "<elem><id>$item[0]</id><billorder>$item[1]</billorder></elem>";
            return Reply::received(200, '<doc><list name="itemlist">' . implode('', array_map($row, $this->waiting)) . '</list></doc>');
        });
    }

    /** A service whose order was sent and whose answer was lost, longer ago than the quiet time; nobody has looked for it since. */
    private function lost(): int
    {
        $service = $this->service(['domainstatus' => 'Pending']);
        $this->whmcs->paidInvoice($service);
        $this->account->answer('addition.order.param', Reply::lost('timeout'))->answer('addition', Reply::notSent('no route'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->answerWithListed();
        $this->clock->pause(901);
        return $service;
    }

    /** A service whose order waits for the payment of BO-77. */
    private function unpaid(): int
    {
        $service = $this->service(['domainstatus' => 'Pending']);
        $this->whmcs->paidInvoice($service);
        $this->account->answer('addition.order.param', 'unpaid');
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->waiting = [['77', 'BO-77'], ['78', 'BO-78']];
        $this->clock->pause(901);
        return $service;
    }

    /** A service that is paid for longer than its order lasts. */
    private function notCovered(): int
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', function (): Reply {
            $this->listed['812345']['expiredate'] = '2027-01-23';
            return FakeTransport::fixture('prolonged');
        });
        $this->listed['812345'] = ['expiredate' => '2026-12-23'];
        Capsule::table('tblhosting')->where('id', $service)->update(['nextduedate' => '2027-01-23', 'termination_date' => '2026-12-23']);
        return $service;
    }

    /** @return list<array{DifferenceKind, int, string}> kind, service and order after one more day's comparison */
    private function compared(): array
    {
        $this->clock->pause(1);
        $this->app->breaker()->succeeded($this->server);
        $this->app->compare()->run();
        $this->account->requests = [];
        return array_map(
            static fn (Difference $difference): array => [$difference->kind, $difference->serviceId, $difference->orderId],
            $this->app->differences()->all(100)
        );
    }

    /** The page's address of the only difference that there is, or of the only one of a kind. */
    private function addressOf(?DifferenceKind $kind = null): string
    {
        $all = $this->app->differences()->all(2, kind: $kind);
        self::assertNotSame([], $all);
        return "addonmodules.php?module=ispmanagernoc_partner&page=differences&difference={$all[0]->id}";
    }
}
