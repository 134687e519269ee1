<?php

/**
 * What the manual shows last: the order form as the client meets it, the service's page with its Additional Information, and staff's commands.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Manual;

use IspmanagerNoc\Account\Reply;
use Standin\Client\Cart;
use Standin\Client\CartPage;
use Standin\Client\ProductDetails;
use Standin\Module\Command;
use Standin\Module\ServerModule;
use WHMCS\Database\Capsule;

final class ClientAreaTest extends ShopTest
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->whmcs->actAsClient($this->client);
    }

    protected function tearDown(): void
    {
        parent::tearDown();
        $_REQUEST = [];
    }

    public function testTheOrderFormAsksForWhatTheManualSays(): void
    {
        $line = Cart::add($this->product);
        self::assertNotNull($line);
        self::assertSame([
            ['ID of the ispmanager license for which the module is purchased', true], ['BitNinja E-mail', false],
        ], array_map(static fn (array $field): array => [$field['name'], $field['required']], CartPage::configuration($line, [])['customfields']));

        self::assertNotSame([], $this->configure($line, 'my licence'));
        self::assertNotSame([], $this->configure($line, ''), 'WHMCS itself asks for a required field');
        self::assertSame([], $this->configure($line, '1001'));
    }

    public function testAProductOnSaleStandsInItsGroupAndAHiddenOneDoesNot(): void
    {
        $names = static fn (): array => array_column(CartPage::products(0)['products'], 'name');
        self::assertSame(['BitNinja'], $names());
        $this->sell(['hidden' => 1]);
        self::assertSame([], $names());
        self::assertNotNull(Cart::add($this->product), 'it can still be ordered by its link');
        $this->sell(['hidden' => 0, 'retired' => 1]);
        self::assertSame([[], null], [$names(), Cart::add($this->product)]);
        $this->sell(['retired' => 0, 'stockcontrol' => 1, 'qty' => 0]);
        self::assertNull(Cart::add($this->product));
    }

    public function testAdditionalInformationShowsTheServicesData(): void
    {
        $service = $this->bought('monthly', ['bitninja_email' => 'client@example.com']);
        $shown = array_column($this->details($service)['customfields'], 'value', 'name');
        self::assertSame('1001', $shown['ID of the ispmanager license for which the module is purchased']);
        self::assertSame(['client@example.com', 'KEY-900001', '900001'], [
            $shown['BitNinja E-mail'], $shown['BitNinja key'], $shown['Order ID'],
        ]);
    }

    public function testAClientMayRenewAndCancelAndChangeNothingElse(): void
    {
        $service = $this->bought();
        $this->day('2026-12-05');
        $details = $this->details($service);
        self::assertSame([true, true, false], [$details['showRenewServiceButton'], $details['showcancelbutton'], $details['packagesupgrade']]);
        foreach (['ClientAreaCustomButtonArray', 'ClientAreaAllowedFunctions', 'ChangePackage', 'CustomActions'] as $function) {
            self::assertFalse(ServerModule::load('ispmanagernoc')->has($function), $function);
        }
    }

    public function testStaffHaveTheManualsFourCommandsAndNoOther(): void
    {
        $module = ServerModule::load('ispmanagernoc');
        $own = array_filter(Command::FUNCTIONS, $module->has(...));
        self::assertSame(['Create', 'Renew', 'Terminate', 'Sync'], [...array_keys($own), ...array_keys($module->adminButtons([]))]);
    }

    public function testSyncTakesStatusTerminationDateAndBitNinjaEmailFromTheAccount(): void
    {
        $service = $this->bought('monthly', ['bitninja_email' => 'client@example.com']);
        $this->account->answer('addition.edit', Reply::received(200, '<doc><elid>900001</elid><status>3_autosuspend</status>'
            . '<expiredate>2027-01-05</expiredate><item>1001</item><bitninja_email>new@example.com</bitninja_email></doc>'));
        self::assertSame('success', Command::custom('Sync', $service));
        self::assertSame(['Suspended', '2027-01-05', 'new@example.com'], [
            $this->status($service), $this->column($service, 'termination_date'), $this->whmcs->customFields($service)['bitninja_email'],
        ]);
        self::assertCount(1, $this->spent());
    }

    /** @return array<string, mixed> */
    private function details(int $service): array
    {
        return ProductDetails::vars(Capsule::table('tblhosting')->find($service));
    }

    /** @return list<string> complaints */
    private function configure(int $line, string $item): array
    {
        $field = Capsule::table('tblcustomfields')->where('fieldname', 'like', 'item|%')->value('id');
        $_REQUEST = ['i' => (string) $line, 'billingcycle' => 'monthly', 'customfield' => [$field => $item]];
        return Cart::configure($line);
    }
}
