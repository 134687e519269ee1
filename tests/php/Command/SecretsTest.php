<?php

/**
 * No password, key or session of an account survives in a log, a text, the journal or a dump.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Database\Capsule;

final class SecretsTest extends ModuleTest
{
    public function testNoSecretSurvivesAnywhereButInItsField(): void
    {
        $echo = static fn (array $form): Reply => Reply::received(200, '<doc><error type="value"><msg>eu-partner: bad authinfo '
            . htmlspecialchars($form['authinfo'], ENT_XML1) . '</msg></error><tparams><authinfo>'
            . htmlspecialchars($form['authinfo'], ENT_XML1) . '</authinfo></tparams></doc>');
        $this->account
            ->answer('session.newkey', static fn (array $form): Reply => Reply::received(200, "<doc><ok/><tparams><key>{$form['key']}</key></tparams></doc>"));
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $texts = [
            ispmanagernoc_Renew($this->whmcs->params($service)),
            ispmanagernoc_Sync($this->whmcs->params($service)),
            ispmanagernoc_AdminSingleSignOn($this->whmcs->serverParams($this->server))['success'],
        ];
        $ssoKey = array_slice($this->account->requests, -1)[0]->form['key'];
        $this->account->answer('addition.edit', $echo)->answer('addition.order.param', $echo)->answer('subaccount', $echo);
        $other = $this->service();
        $texts[] = ispmanagernoc_Sync($this->whmcs->params($service));
        $texts[] = ispmanagernoc_CreateAccount($this->whmcs->params($other));
        $this->account->answer('subaccount', 'balance');
        $texts[] = ispmanagernoc_CreateAccount($this->whmcs->params($other));
        $this->account->answer('addition.edit', Reply::lost('cut', 200, '<doc><bitninja_password>BN-PASSWORD-CUT'));
        $texts[] = ispmanagernoc_Sync($this->whmcs->params($service));
        $this->account->answer('addition.edit', static fn (array $form) => throw new \RuntimeException('lost'));
        $texts[] = ispmanagernoc_Sync($this->whmcs->params($service));

        $everything = implode("\n", array_map(static fn ($text): string => (string) $text, $texts))
            . json_encode(Capsule::table('tblmodulelog')->get(), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)
            . json_encode(Capsule::table('tblactivitylog')->get(), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)
            . json_encode(Capsule::table('mod_ispmanagernoc_journal')->get(), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)
            . print_r($this->app->servers()->find($this->server), true);
        self::assertStringContainsString('***', $everything);
        foreach ([self::PASSWORD, 'eu-partner', 'S3cret', 'Пароль', urlencode('Пароль'), 'BN-KEY-0001', 'p&amp;w', 'p&w', $ssoKey, 'BN-PASSWORD-CUT'] as $secret) {
            self::assertStringNotContainsString($secret, $everything);
        }
    }
}
