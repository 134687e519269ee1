<?php

/**
 * While an account is down, a command says soon that nothing was sent, and pages do not wait for it at all.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Account;

use IspmanagerNoc\Account\Breaker;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Page\PartnerPage;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Texts;

final class DownTest extends ModuleTest
{
    private const ANSWERS_WITHIN = 6.0;

    /** @return array<string, array{float, bool}> how long one attempt lasts until it fails, unless its own limit is shorter; whether it was sent */
    public static function attempts(): array
    {
        return [
            'refused' => [0.0, false],
            'slowly refused' => [0.9, false],
            'slower' => [1.9, false],
            'no connection' => [60.0, false],
            'reset' => [0.9, true],
            'silent' => [60.0, true],
        ];
    }

    /** @dataProvider attempts */
    public function testACreateSaysWithinSixSecondsThatNothingWasSent(float $seconds, bool $isConnected): void
    {
        $service = $this->service();
        foreach ([true, false] as $hasFreshPrices) {
            if ($hasFreshPrices) {
                $this->app->refreshPrices($this->app->servers()->find($this->server));
            }
            $this->account->requests = [];
            foreach (['pricelist.export', 'subaccount', 'addition', 'softexternal'] as $read) {
                $this->account->answer($read, function () use ($seconds, $isConnected): Reply {
                    $request = $this->account->requests[count($this->account->requests) - 1];
                    $limit = $isConnected ? $request->silentSeconds() ?? $request->totalSeconds : $request->connectMilliseconds() / 1000;
                    $this->clock->pause(min($seconds, $limit));
                    return $isConnected ? Reply::lost('no answer') : Reply::notSent('no way');
                });
            }
            $start = $this->clock->elapsed;
            $text = ispmanagernoc_CreateAccount($this->whmcs->params($service));
            self::assertStringContainsString('Nothing was sent', $text);
            self::assertLessThan(self::ANSWERS_WITHIN, $this->clock->elapsed - $start);
            self::assertLessThanOrEqual(3, count($this->account->requests));
            self::assertSame([], $this->states($service));
            $this->clock->pause(3600 + Breaker::SECONDS);
            $this->app->breaker()->succeeded($this->server);
        }
    }

    /** A long list may take its time, where nobody waits for it. */
    public function testTheAutomationWaitsForASilentAccountAsLongAsACallMayTake(): void
    {
        $this->app->refreshPrices($this->app->servers()->find($this->server));
        $this->app->unattended(fn () => $this->app->account($this->app->servers()->find($this->server))->balance());
        foreach ($this->account->requests as $request) {
            self::assertNull($request->silentSeconds(), $request->form['func']);
        }
        $this->app->account($this->app->servers()->find($this->server))->balance();
        self::assertSame(5.0, $this->account->requests[count($this->account->requests) - 1]->silentSeconds());
    }

    public function testWhileTheBreakerIsOpenNothingIsAskedByPagesAndCommands(): void
    {
        $service = $this->orderedService();
        for ($failure = 0; $failure < Breaker::FAILURES; $failure++) {
            $this->app->breaker()->failed($this->server);
        }
        $params = $this->whmcs->params($service);
        ispmanagernoc_AdminServicesTabFields($params);
        ispmanagernoc_ClientArea($params);
        (new PartnerPage($this->app, Texts::in('en'), new Address([]), true))->html(new Form(['refresh' => '1']));
        self::assertStringContainsString('nothing was sent', ispmanagernoc_Sync($params));
        self::assertStringContainsString('nothing was sent', ispmanagernoc_CreateAccount($this->whmcs->params($this->service())));
        self::assertSame([], $this->account->requests);
    }
}
