<?php

/**
 * Sync takes over what changed and nothing else; a service that the account does not show is never ended.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Database\Capsule;

final class SyncTest extends ModuleTest
{
    public function testStatusDateEmailKeyAndPasswordAreTakenOver(): void
    {
        $service = $this->service(['domainstatus' => 'Pending'], ['order_id' => '812345', 'bitninja_email' => 'old@example.com']);
        self::assertSame('success', $this->sync($service));

        $fields = $this->whmcs->customFields($service);
        self::assertSame('client@example.com', $fields['bitninja_email']);
        self::assertSame('BN-KEY-0001', $fields['bitninjakey']);
        self::assertSame(['Active', '2026-12-23'], [$this->record($service)->status, $this->record($service)->terminationDate]);
        self::assertSame([], $this->account->spending());
    }

    public function testASecondSyncWritesNothing(): void
    {
        $service = $this->service(['domainstatus' => 'Pending'], ['order_id' => '812345']);
        $this->app->sync()->run($this->record($service));
        self::assertSame([], $this->app->sync()->run($this->record($service)));
    }

    public function testEveryStatusOfTheAccountLeadsToOneOfWhmcs(): void
    {
        $statuses = ['1' => 'Pending', '5_open' => 'Pending', '2' => 'Active', '3_autosuspend' => 'Suspended', '4' => 'Terminated'];
        $service = $this->service([], ['order_id' => '812345']);
        foreach ($statuses as $remote => $status) {
            $this->setStatus($service, 'Fraudless');
            $this->answerStatus((string) $remote);
            $this->sync($service);
            self::assertSame($status, $this->record($service)->status, (string) $remote);
        }
    }

    public function testAnUnknownStatusIsReportedAndChangesNothing(): void
    {
        $service = $this->service(['domainstatus' => 'Active'], ['order_id' => '812345']);
        $this->answerStatus('9');
        self::assertStringContainsString('unknown status "9"', $this->sync($service));
        self::assertSame('Active', $this->record($service)->status);
    }

    public function testAServiceThatTheAccountDoesNotShowIsFlaggedAndNeverEnded(): void
    {
        $service = $this->service(['domainstatus' => 'Active'], ['order_id' => '812345']);
        $this->account->answer('addition.edit', 'error-missed');
        self::assertStringContainsString('does not show order 812345', $this->sync($service));
        self::assertSame('Active', $this->record($service)->status);
        self::assertStringContainsString('does not show order 812345', implode("\n", $this->whmcs->activityLog()));
    }

    public function testTheListAnswersWhereTheFormDoesNot(): void
    {
        $service = $this->service(['domainstatus' => 'Pending'], ['order_id' => '812345']);
        $this->account->answer('addition.edit', 'error-missed')->answer('addition', FakeTransport::fixture('list', ['remoteid' => '']));
        self::assertSame('success', $this->sync($service));
        self::assertSame('2026-12-18', $this->record($service)->terminationDate);
    }

    public function testStaffsOwnStatusesAreKept(): void
    {
        foreach (['Cancelled', 'Fraud', 'Completed'] as $status) {
            $service = $this->service(['domainstatus' => $status], ['order_id' => '812345']);
            $this->sync($service);
            self::assertSame($status, $this->record($service)->status);
        }
    }

    public function testWhatTheAccountDoesNotSayIsNotEmptied(): void
    {
        $service = $this->service(['domainstatus' => 'Active'], ['order_id' => '812345', 'bitninjakey' => 'BN-OLD']);
        $this->answerStatus('2');
        $this->sync($service);
        self::assertSame('BN-OLD', $this->whmcs->customFields($service)['bitninjakey']);
    }

    public function testADeadAccountIsSaidAndNothingIsChanged(): void
    {
        $service = $this->service(['domainstatus' => 'Active'], ['order_id' => '812345']);
        $this->account->answer('addition.edit', \IspmanagerNoc\Account\Reply::notSent('no connection'));
        self::assertStringContainsString('cannot be reached', $this->sync($service));
        self::assertSame('Active', Capsule::table('tblhosting')->where('id', $service)->value('domainstatus'));
    }

    private function answerStatus(string $status): void
    {
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => $status, 'expires' => '2026-12-23']));
    }

    private function sync(int $service): string
    {
        return ispmanagernoc_Sync($this->whmcs->params($service));
    }
}
