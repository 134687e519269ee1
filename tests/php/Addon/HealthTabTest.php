<?php

/**
 * Health: each thing that may be wrong is seen, told with what to do, and well again after that was done.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Page\PartnerPage as Page;
use IspmanagerNoc\Partner\Access;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Staff;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class HealthTabTest extends PartnerPage
{
    public function testWhatIsNotWellIsToldWithWhatToDoAndIsWellAfterIt(): void
    {
        $this->check('Hooks', 'bad missing', 'Register the hooks', fn () => $this->tab(['register' => '1']), 'good there');
        $this->check('Last run of the cron', 'bad never', 'every five minutes', fn () => Hook::named('CronRun')([]), 'good ');
        $this->check('Price list of “EU”', 'warning –', 'Refresh', fn () => $this->app->refreshPrices($this->serverRecord()), 'good ');
        $this->check('WHMCS', 'good 8', '', static fn () => Setting::setValue('Version', '8.5.0'), 'warning 8.5.0');

        $this->account->answer('subaccount', Reply::notSent('no route'));
        $fail = function (): void {
            for ($failures = 0; $failures < 5; $failures += 1) {
                $this->app->breaker()->failed($this->server);
            }
        };
        $this->check('Account of “EU”', 'good no trouble', '', $fail, 'bad does not answer');
        $this->clock->pause(61);
        $this->account->answer('subaccount', 'balance');
        $this->check('Account of “EU”', 'bad does not answer', 'asked of it before', fn () => $this->tab(['ask' => '1']), 'good no trouble');
    }

    public function testACronThatStoppedIsNoticed(): void
    {
        Hook::named('CronRun')([]);
        $this->clock->pause(4501);
        self::assertStringStartsWith('bad ', $this->found('Last run of the cron')[0]);
    }

    public function testWhatWaitsForAPersonIsCounted(): void
    {
        $entry = $this->app->journal()->claim('x', Operation::Renew, 7, $this->serverRecord(), '', null, []);
        self::assertNotNull($entry);
        $this->check('Operations that wait', 'good 0', '', fn () => $this->app->journal()->unknown($entry), 'warning 1');
    }

    public function testWithoutServersItSaysWhereToMakeOne(): void
    {
        Capsule::table('tblservers')->update(['active' => 0]);
        self::assertSame('warning missing', $this->found('Default server')[0]);
        Capsule::table('tblservers')->delete();
        self::assertSame(['bad missing', 'Create one under System Settings → Servers with the module ispmanager NOC.'], $this->found('Server record'));
    }

    public function testTheTypeOfTheWasmFileIsLeftToTheBrowserWithAWayToLookByHand(): void
    {
        $row = '#<tr><td[^>]*>Type of the panel’s WASM file</td><td[^>]*><div [^>]*data-ispnoc="wasm-type"[^>]*>([^<]*)</div></td><td[^>]*></td></tr>#';
        self::assertSame(1, preg_match($row, $this->tab(), $part));
        self::assertStringContainsString('Content-Type: application/wasm', $part[1]);
    }

    public function testTheAccountsAreAskedOnlyWhenSomebodyWantsIt(): void
    {
        $this->tab();
        self::assertSame([], $this->account->requests);
        self::assertStringContainsString('EU: ', $this->tab(['ask' => '1']));
        self::assertCount(1, $this->account->requests);
    }

    public function testTheTextForSupportHoldsNoSecret(): void
    {
        $text = $this->tab(['ask' => '1']);
        self::assertStringContainsString('BAD Hooks: missing', $text);
        foreach (['S3cret', 'Пароль', 'eu-partner'] as $secret) {
            self::assertStringNotContainsString($secret, $text);
        }
    }

    public function testAReaderRegistersNothing(): void
    {
        Capsule::table('tbladmins')->insert([
            'roleid' => 2, 'username' => 'reader', 'password' => '', 'firstname' => '', 'lastname' => '', 'email' => 'r@example.com', 'language' => '',
        ]);
        $manager = Staff::current();
        self::assertNotNull($manager);
        Access::setReaders([2], $manager);
        $_SESSION['adminid'] = (int) Capsule::table('tbladmins')->where('username', 'reader')->value('id');
        self::assertStringContainsString('change nothing', $this->tab(['register' => '1']));
        self::assertSame('bad missing', $this->found('Hooks')[0]);
    }

    /** @param callable(): mixed $mend */
    private function check(string $name, string $found, string $advice, callable $mend, string $then): void
    {
        self::assertStringStartsWith($found, $this->found($name)[0]);
        self::assertStringContainsString($advice, $this->found($name)[1]);
        $mend();
        self::assertStringStartsWith($then, $this->found($name)[0]);
    }

    /** @return array{string, string} level with what was found, and the advice */
    private function found(string $name): array
    {
        $row = '#<tr><td[^>]*>' . preg_quote($name, '#') . '</td><td[^>]*><span class="ispnoc-state ispnoc-(\w+)">(.*?)</span></td><td[^>]*>(.*?)</td></tr>#u';
        self::assertSame(1, preg_match($row, $this->tab(), $part), $name);
        return [trim("$part[1] $part[2]"), html_entity_decode($part[3], ENT_QUOTES)];
    }

    /** @param array<string, string>|null $form null to look only */
    private function tab(?array $form = null): string
    {
        $page = new Page($this->app, Texts::in('en'), new Address(['page' => 'health']), Access::mayManage(Staff::current()));
        return $page->html($form === null ? null : new Form($form));
    }
}
