<?php

/**
 * What tests of renewals share: the calls, and what the account shows.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Command\Confirmation;
use IspmanagerNoc\Tests\FakeTransport;
use WHMCS\Database\Capsule;

abstract class RenewalTest extends CommandTest
{
    /** @param array<string, mixed> $columns */
    protected function set(int $service, array $columns): void
    {
        Capsule::table('tblhosting')->where('id', $service)->update($columns);
    }

    protected function renew(int $service): string
    {
        return ispmanagernoc_Renew($this->whmcs->params($service));
    }

    /** A person saw this end date and the tariff's cost. */
    protected function confirm(int $service, ?string $expires, string $name): void
    {
        $this->app->renew()->run($this->record($service), new Confirmation(new Money(1000, 'EUR'), $expires, $name));
    }

    /** The account's form shows this end date from now on. */
    /** @param string $months as the account's form has it */
    protected function renewsItself(string $months): void
    {
        $form = FakeTransport::fixture('service')->body;
        $this->account->answer('addition.edit', Reply::received(200, str_replace('<autoprolong>null<', "<autoprolong>$months<", $form)));
    }

    protected function serviceThatTheAccountRenews(): int
    {
        Capsule::table('tblproducts')->where('id', $this->product)->update(['configoption4' => 'on']);
        $service = $this->orderedService();
        $this->renewsItself('1');
        return $service;
    }

    /** The account's form shows another end date, and that it renews each month by itself. */
    protected function expiresAndRenewsItself(string $date): void
    {
        $form = FakeTransport::fixture('service-status', ['status' => '2', 'expires' => $date])->body;
        $this->account->answer('addition.edit', Reply::received(200, str_replace('<autoprolong>null<', '<autoprolong>1<', $form)));
    }

    /** A paid invoice for the period that begins on that day. */
    protected function paidFrom(int $service, string $day): void
    {
        Capsule::table('tblhosting')->where('id', $service)->update(['nextduedate' => $day]);
        $this->whmcs->paidInvoice($service);
    }

    protected function expires(string $date): void
    {
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '2', 'expires' => $date]));
    }

    /**
     * A service whose tariff the account does not sell any more.
     *
     * @param array<string, mixed> $columns of the service, changed after its order
     */
    protected function departed(array $columns = []): int
    {
        $service = $this->orderedService();
        $columns === [] || Capsule::table('tblhosting')->where('id', $service)->update($columns);
        $left = str_replace('55371', '99999', FakeTransport::fixture('pricelist-addition')->body);
        $this->account
            ->answer('pricelist.export', Reply::received(200, $left))
            ->answer('addition', FakeTransport::fixture('list', ['remoteid' => '']))
            ->answer('service.prolong', static fn (array $form) => FakeTransport::fixture(isset($form['sok']) ? 'prolonged' : 'renewal-form'));
        $this->app->refreshPrices($this->app->servers()->all()[0]);
        $this->account->requests = [];
        return $service;
    }
}
