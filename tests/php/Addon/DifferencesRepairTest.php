<?php

/**
 * Each kind of difference is made, found by the comparison, seen on the page, repaired by the page's own forms, and gone afterwards. What will
 * happen is shown before it happens; to look asks nobody and changes nothing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Command\Step\RemoteName;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Page\Partner\Differences\SettleTicked;
use IspmanagerNoc\Page\Partner\Differences\SyncTicked;
use IspmanagerNoc\Tests\FakeTransport;
use WHMCS\Database\Capsule;

final class DifferencesRepairTest extends PartnerPage
{
    use MakesDifferences;
    use PressesForms;

    private const LIST = 'addonmodules.php?module=ispmanagernoc_partner&page=differences';
    private const NONE = 'say the same';

    protected function setUp(): void
    {
        parent::setUp();
        $this->answerWithDifferences();
    }

    /** @return array<string, array{DifferenceKind, array<string, string>, array<string, string>, array<string, string>, string}> */
    public static function takenOver(): array
    {
        return [
            'status' => [DifferenceKind::Status, [], ['status' => '3_autosuspend'], [], 'set the status to Suspended'],
            'ended in the account' => [DifferenceKind::Status, [], ['status' => '4'], [], 'set the status to Terminated'],
            'ended by hand in WHMCS alone' => [DifferenceKind::Status, ['domainstatus' => 'Terminated'], [], [], 'from Terminated to Active'],
            'end date' => [
                DifferenceKind::Expiry,
                ['termination_date' => '2027-01-31'],
                ['expiredate' => '2027-03-31'],
                [],
                'set the termination date to 2027-03-31',
            ],
            'e-mail' => [
                DifferenceKind::Email,
                [],
                ['bitninja_email' => 'b@example.com'],
                ['bitninja_email' => 'a@example.com'],
                'set the e-mail to b@example.com',
            ],
        ];
    }

    /**
     * @dataProvider takenOver
     * @param array<string, string> $columns
     * @param array<string, string> $row
     * @param array<string, string> $fields
     */
    public function testSyncTakesOverWhatItShowedBefore(DifferenceKind $kind, array $columns, array $row, array $fields, string $will): void
    {
        $service = $this->linked('501', $columns, $row, $fields);
        self::assertSame([[$kind, $service, '501']], $this->compared());
        $page = $this->request(self::LIST, null);
        self::assertStringContainsString('501', $this->text($page));
        $preview = $this->press($page, 'preview-sync', ['of-sync' => $this->ticks(SyncTicked::class, $service)]);
        self::assertStringContainsString($will, $this->text($preview));
        self::assertSame([], $this->account->requests);

        $done = $this->text($this->press($preview, 'sync'));
        self::assertStringContainsString('Done: 1. Not done: 0.', $done);
        self::assertStringContainsString(self::NONE, $done);
        self::assertSame([], $this->compared());
        self::assertSame([], $this->account->spending());
        $this->assertNoted("Sync of #$service");
    }

    public function testAStatusThatStaffGaveStaysAndIsStillToldAfterSync(): void
    {
        $service = $this->linked('501', ['domainstatus' => 'Cancelled', 'termination_date' => '2027-01-31'], ['expiredate' => '2027-03-31']);
        self::assertSame([[DifferenceKind::Status, $service, '501']], $this->compared());
        $preview = $this->press($this->request(self::LIST, null), 'preview-sync', ['of-sync' => $this->ticks(SyncTicked::class, $service)]);
        self::assertStringContainsString('leave the status Cancelled', $this->text($preview));
        self::assertStringContainsString('The status stays Cancelled', $this->text($this->press($preview, 'sync')));
        self::assertSame(['Cancelled', '2027-03-31'], [$this->record($service)->status, $this->record($service)->terminationDate]);
        self::assertSame([DifferenceKind::Status], array_column($this->app->differences()->all(10), 'kind'));

        // Terminate on the service's own page is the way out, and no button here.
        $this->account->answer('addition.delete', function (array $form): Reply {
            $this->listed[$form['elid']]['status'] = '4';
            return FakeTransport::fixture('ok');
        });
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        self::assertSame([], $this->compared());
    }

    public function testAnOrderThatTerminateEndedIsNotRevivedAndSyncIsNotPromisedToDoAnything(): void
    {
        $service = $this->linked('501', ['domainstatus' => 'Terminated']);
        $entry = $this->app->journal()->claim("terminate:$service:501", Operation::Terminate, $service, $this->serverRecord(), '501', null, []);
        self::assertNotNull($entry);
        $this->app->journal()->done($entry, '501', 'journal.deleted');
        $this->clock->pause(60);
        self::assertSame([[DifferenceKind::Status, $service, '501']], $this->compared());
        $preview = $this->press($this->request(self::LIST, null), 'preview-sync', ['of-sync' => $this->ticks(SyncTicked::class, $service)]);
        self::assertStringContainsString('change nothing: Terminate has ended order 501', $this->text($preview));
        self::assertStringContainsString('Done: 0. Not done: 1.', $this->text($this->press($preview, 'sync')));
        self::assertSame('Terminated', $this->record($service)->status);

        $this->listed['501']['status'] = '4';
        self::assertSame([], $this->compared());
    }

    public function testAStatusThatNobodyKnowsIsNotPromised(): void
    {
        $service = $this->linked('501', [], ['status' => '9_new']);
        $this->compared();
        $preview = $this->press($this->request(self::LIST, null), 'preview-sync', ['of-sync' => $this->ticks(SyncTicked::class, $service)]);
        self::assertStringContainsString('leave the status as it is', $this->text($preview));
        self::assertStringContainsString('Not done: 1', $this->text($this->press($preview, 'sync')));
    }

    public function testAMissingOrderIsLookedForOnceMoreAndWhatStaffCanDoIsSaid(): void
    {
        $service = $this->linked('501', [], null);
        self::assertSame([[DifferenceKind::OrderMissing, $service, '501']], $this->compared());
        $preview = $this->press($this->request(self::LIST, null), 'preview-sync', ['of-sync' => $this->ticks(SyncTicked::class, $service)]);
        self::assertStringContainsString('look for the order again', $preview);
        $page = $this->press($preview, 'sync');
        self::assertStringContainsString('If the order is really gone, open the service.', $this->text($page));
        self::assertStringContainsString("clientsservices.php?userid={$this->record($service)->clientId}&amp;id=$service", $page);
        self::assertSame('Active', $this->record($service)->status);

        $this->listed['501'] = [];
        $preview = $this->press($page, 'preview-sync', ['of-sync' => $this->ticks(SyncTicked::class, $service)]);
        self::assertStringContainsString(self::NONE, $this->text($this->press($preview, 'sync')));
        self::assertSame([], $this->compared());
    }

    public function testAMissingRenewalIsLeftToTheServicesPageAndGoneOnceItIsMade(): void
    {
        $service = $this->notCovered();
        self::assertSame([[DifferenceKind::NotCovered, $service, '812345']], $this->compared());
        $page = $this->request(self::LIST, null);
        self::assertStringNotContainsString('name="preview-', $page, 'what costs money is nobody\'s bulk button');
        $links = array_filter($this->elements($page, '//td//a'), static fn ($link): bool => $link->textContent === 'Renew on the page of the service');
        self::assertStringContainsString("&id=$service", array_values($links)[0]->getAttribute('href'));

        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
        self::assertSame([], $this->compared());
    }

    public function testAnOrderWithoutAServiceIsLinkedToOneThatWaitsAndWhmcsFinishesIt(): void
    {
        $this->linked('502');
        $service = $this->service(['domainstatus' => 'Pending']);
        $this->listed['601'] = ['expiredate' => '2027-05-05', 'bitninjakey' => 'BN-601'];
        self::assertSame([[DifferenceKind::NoService, 0, '601']], $this->compared());
        $question = $this->follow($this->request(self::LIST, null), 'Link to a service');
        self::assertSame([], $this->account->requests);

        $asked = $this->press($question, 'ask');
        self::assertStringContainsString('2027-05-05', $this->text($asked));
        $preview = $this->press($asked, 'preview-link', ['service' => (string) $service]);
        self::assertStringContainsString("Order 601 becomes the order of service #$service", $this->text($preview));
        self::assertStringContainsString('WHMCS then runs Create', $this->text($preview));
        self::assertSame('', $this->whmcs->customFields($service)['order_id'] ?? '');

        $done = $this->text($this->press($preview, 'link'));
        self::assertStringContainsString("Order 601 is linked to service #$service", $done);
        self::assertStringContainsString(self::NONE, $done);
        $fields = $this->whmcs->customFields($service);
        self::assertSame(['601', 'BN-601'], [$fields['order_id'], $fields['bitninjakey']]);
        self::assertSame('Active', $this->record($service)->status);
        self::assertSame([], $this->compared());
        self::assertSame([], $this->account->spending());
        $this->assertNoted("Order 601 was linked to #$service");
    }

    public function testServicesWithoutAnOrderAreOfferedThoseFirstThatSellTheTariff(): void
    {
        $this->app->refreshPrices($this->serverRecord());
        $other = $this->whmcs->product('ispmanagernoc', ['name' => 'Other', 'configoption1' => '23221']);
        $this->app->fields()->ensure($other, $this->app->prices()->kind(null, 23221));
        $tariff = $this->app->prices()->tariff($this->serverRecord(), 55371);
        self::assertNotNull($tariff);
        $sells = $this->service(['domainstatus' => 'Active'], ['item' => '1009']);
        $sellsOther = $this->whmcs->service($other, ['server' => $this->server, 'domainstatus' => 'Active']);
        $this->service(['domainstatus' => 'Cancelled']);
        $this->linked('502');
        $placed = $this->orderedService();
        $this->whmcs->setCustomField($placed, 'order_id', '');
        $this->listed['812345'] = [];
        $unplaced = $this->service(['domainstatus' => 'Pending', 'server' => 0]);
        $elsewhere = $this->whmcs->server('ispmanagernoc', ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'username' => 'ru', 'active' => 0]);
        $foreign = $this->service(['domainstatus' => 'Active', 'server' => $elsewhere]);
        $this->listed['601'] = ['pricelist' => $tariff->name];
        $this->compared();

        $question = $this->request($this->addressOf(DifferenceKind::NoService), null);
        $options = array_map(static fn ($option): string => $option->getAttribute('value'), $this->elements($question, '//option'));
        self::assertSame(['', "$unplaced", "$sells", "$sellsOther"], $options);
        self::assertStringContainsString('BitNinja, Active, 1009, Anna Client', $this->text($question));

        $refused = $this->press($question, 'preview-link', ['service-id' => "$foreign"]);
        self::assertStringContainsString('was placed in the ispmanager account of the server "EU"', $this->text($refused));
        self::assertStringContainsString('no such product or service', $this->text($this->press($question, 'preview-link', ['service-id' => '999'])));
        $taken = $this->text($this->press($question, 'preview-link', ['service-id' => "$placed"]));
        self::assertStringContainsString('already has order 812345', $taken);
        $preview = $this->press($question, 'preview-link', ['service-id' => "$sells"]);
        self::assertStringContainsString('is not for the ispmanager license', $this->text($preview), 'said before anything is pressed');
    }

    public function testALinkThatWhmcsCannotFinishSaysWhatWasDoneAndWhatWasNot(): void
    {
        $service = $this->service(['domainstatus' => 'Pending']);
        $this->listed['601'] = [];
        $this->compared();
        $preview = $this->press($this->request($this->addressOf(), null), 'preview-link', ['service' => (string) $service]);
        $other = $this->service([], ['order_id' => '601']);
        $refused = $this->text($this->press($preview, 'link'));
        self::assertStringContainsString('belongs to another service', $refused);
        self::assertStringContainsString('Choose the service', $refused, 'the question stands there again');
        self::assertSame(['Pending', []], [$this->record($service)->status, $this->states($service)]);

        $this->whmcs->setCustomField($other, 'order_id', '');
        $answers = 0;
        $this->account->answer('addition.edit', function (array $form) use (&$answers): Reply {
            $this->listed['601']['status'] = ++$answers > 1 ? '4' : '2';
            return $this->form($form['elid']);
        });
        $partly = $this->text($this->press($preview, 'link'));
        self::assertStringContainsString("Order 601 is linked to service #$service", $partly);
        self::assertStringContainsString("WHMCS did not make service #$service active: Order 601", $partly);
        self::assertSame('Pending', $this->record($service)->status);
    }

    public function testLostOutcomesAreAskedForTogetherFoundTakenAndMissedOnesStayOpen(): void
    {
        [$found, $missed] = [$this->lost(), $this->lost()];
        self::assertSame(
            [[DifferenceKind::Unsettled, $found, ''], [DifferenceKind::Unsettled, $missed, '']],
            $this->compared()
        );
        $this->listed['701'] = ['remoteid' => RemoteName::of($found, 0), 'bitninjakey' => 'BN-701'];
        $page = $this->request(self::LIST, null);
        $preview = $this->press($page, 'preview-settle', ['of-settle' => $this->ticks(SettleTicked::class, $found, $missed)]);
        self::assertStringContainsString('nothing is sent a second time', $this->text($preview));
        self::assertSame([], $this->account->requests);

        $page = $this->press($preview, 'settle');
        self::assertStringContainsString('Done: 1. Not done: 1.', $this->text($page));
        self::assertStringContainsString('It stays open.', $this->text($page));
        self::assertSame(['Active', '701'], [$this->record($found)->status, $this->whmcs->customFields($found)['order_id']]);
        $this->assertNoted("#$found was cleared up");

        $this->clock->pause(61);
        $preview = $this->press($page, 'preview-settle', ['of-settle' => $this->ticks(SettleTicked::class, $missed)]);
        self::assertStringContainsString(self::NONE, $this->text($this->press($preview, 'settle')));
        self::assertSame(['not-placed'], $this->states($missed));
        self::assertSame([], $this->account->spending());
        self::assertSame([], $this->compared());
    }

    public function testWhatTheTimeDoesNotSufficeForIsLeftAndGoneOnWith(): void
    {
        $services = array_map(fn (): int => $this->lost(), range(1, 3));
        $this->compared();
        $this->account->answer('addition', function (): Reply {
            $this->clock->pause(15);
            return $this->listPage(1, 500);
        });
        $preview = $this->press($this->request(self::LIST, null), 'preview-settle', ['of-settle' => $this->ticks(SettleTicked::class, ...$services)]);
        $page = $this->press($preview, 'settle');
        self::assertStringContainsString('Left for lack of time: 1.', $this->text($page));
        $this->account->requests = [];
        $this->press($page, 'settle');
        self::assertNotSame([], $this->account->requests);
    }

    public function testAnAccountThatIsDownIsSaidAndNothingIsConcluded(): void
    {
        $service = $this->lost();
        $this->compared();
        $this->account->answer('addition', Reply::notSent('no route'));
        $page = $this->press($this->request($this->addressOf(), null), 'settle');
        self::assertStringContainsString('Not done: 1', $this->text($page));
        self::assertSame(['unknown'], $this->states($service));
        self::assertCount(1, $this->app->differences()->all(10));
    }

    public function testWhatWaitsForItsPaymentIsDroppedAfterAConfirmation(): void
    {
        $service = $this->unpaid();
        self::assertSame([[DifferenceKind::Unsettled, $service, '']], $this->compared());
        $question = $this->follow($this->request(self::LIST, null), 'Find out what came of it');
        $confirmation = $this->press($question, 'preview-drop');
        self::assertStringContainsString('BO-77 will be deleted from the cart', $this->text($confirmation));
        self::assertSame([], $this->account->requests);
        self::assertCount(2, $this->waiting);

        self::assertStringContainsString(self::NONE, $this->text($this->press($confirmation, 'drop')));
        self::assertSame([['78', 'BO-78']], $this->waiting);
        self::assertSame(['not-placed'], $this->states($service));
        self::assertSame([], $this->compared());
        $this->assertNoted("#$service: BO-77 was dropped");
    }

    public function testAPaymentOtherThanTheOneThatWasShownIsNotDropped(): void
    {
        $service = $this->unpaid();
        $this->compared();
        $confirmation = $this->press($this->request($this->addressOf(), null), 'preview-drop');
        $entry = $this->app->journal()->open($service)[0];
        $this->app->journal()->unpaid($entry, 'journal.unpaid', ['bill' => 'BO-78']);
        self::assertStringContainsString('another by now', $this->text($this->press($confirmation, 'drop')));
        self::assertCount(2, $this->waiting);
        self::assertSame([], $this->account->requests);
    }

    public function testALostOrderIsLinkedByAPersonWhoKnowsIt(): void
    {
        $service = $this->lost();
        $today = gmdate('Y-m-d', $this->clock->now());
        foreach (['701', '702'] as $order) {
            $this->listed[$order] = ['item' => '1001', 'pricelist_id' => '55371', 'createdate' => $today, 'remoteid' => ''];
        }
        $this->compared();
        $question = $this->request($this->addressOf(DifferenceKind::Unsettled), null);
        self::assertSame([], $this->account->requests);
        $candidates = $this->press($question, 'ask');
        self::assertNotSame([], $this->account->requests);
        $preview = $this->press($candidates, 'preview-link', ['order' => '702']);
        self::assertStringContainsString("Order 702 becomes the order of service #$service", $this->text($preview));
        self::assertSame(['unknown'], $this->states($service));

        $this->press($preview, 'link');
        self::assertSame(['done'], $this->states($service));
        self::assertSame(['Active', '702'], [$this->record($service)->status, $this->whmcs->customFields($service)['order_id']]);
        self::assertSame([[DifferenceKind::NoService, 0, '701']], $this->compared(), 'the other one is still nobody\'s');
        self::assertSame([], $this->account->spending());
    }

    public function testOfTwoServicesWithOneOrderOneKeepsIt(): void
    {
        [$one, $two] = [$this->written('501'), $this->linked('501')];
        self::assertSame([[DifferenceKind::SharedOrder, $one, '501'], [DifferenceKind::SharedOrder, $two, '501']], array_values(array_filter(
            $this->compared(),
            static fn (array $difference): bool => $difference[0] !== DifferenceKind::NotLinked
        )));
        $question = $this->follow($this->request(self::LIST, null), 'Choose who keeps it');
        $preview = $this->press($question, 'preview-release', ['keep' => "$two"]);
        self::assertStringContainsString("service #$one is emptied", $this->text($preview));
        self::assertStringContainsString("service #$one has no order", $this->text($preview));
        self::assertSame('501', $this->whmcs->customFields($one)['order_id']);

        $this->press($preview, 'release');
        self::assertSame(['', '501'], [$this->whmcs->customFields($one)['order_id'], $this->whmcs->customFields($two)['order_id']]);
        self::assertSame([], $this->account->requests);
        self::assertSame([[DifferenceKind::WithoutOrder, $one, '']], $this->compared());
        $this->assertNoted("Order 501 stays with #$two");
    }

    public function testAnOrderIsNotTakenFromTheServiceForWhichItWasPlaced(): void
    {
        $owner = $this->orderedService();
        $thief = $this->written('812345');
        $this->compared();
        $question = $this->request($this->addressOf(DifferenceKind::SharedOrder), null);
        $refused = $this->press($question, 'preview-release', ['keep' => "$thief"]);
        self::assertStringContainsString("Order 812345 was placed for service #$owner", $this->text($refused));
        self::assertStringNotContainsString('name="release"', $refused);
        $byHand = $this->request($this->addressOf(DifferenceKind::SharedOrder), ['release' => '1', 'keep' => "$thief", 'order' => '812345']);
        self::assertStringContainsString('was placed for', $this->text($byHand));
        self::assertSame('812345', $this->whmcs->customFields($owner)['order_id']);

        $this->press($this->press($question, 'preview-release', ['keep' => "$owner"]), 'release');
        self::assertSame([[DifferenceKind::WithoutOrder, $thief, '']], $this->compared());
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($owner)));
    }

    public function testAFormThatShowedAnotherOrderDoesNothing(): void
    {
        [$one, $two, $free] = [$this->linked('501'), $this->linked('501'), $this->service(['domainstatus' => 'Active'])];
        $this->listed['601'] = [];
        $this->compared();
        $this->request($this->addressOf(DifferenceKind::SharedOrder), ['release' => '1', 'keep' => "$one", 'order' => '777']);
        $page = $this->request($this->addressOf(DifferenceKind::NoService), ['link' => '1', 'service' => "$free", 'order' => '777']);
        self::assertStringContainsString('not on the list any more', $this->text($page));
        self::assertSame([], $this->account->requests);
        self::assertSame('501', $this->whmcs->customFields($two)['order_id']);
        self::assertSame('', $this->whmcs->customFields($free)['order_id'] ?? '');
    }

    public function testADifferenceThatIsGoneIsSaidToBeGone(): void
    {
        $this->linked('501', [], ['status' => '3']);
        $this->compared();
        foreach ([null, ['link' => '1', 'service' => '1'], ['settle' => '1']] as $post) {
            self::assertStringContainsString('not on the list any more', $this->request(self::LIST . '&difference=999', $post));
        }
        self::assertSame([], $this->account->requests);
    }

    public function testEveryQuestionStandsInBothLanguagesWithoutAnyRequest(): void
    {
        $this->linked('501');
        $this->linked('501');
        $this->listed['601'] = [];
        $this->unpaid();
        $this->compared();
        foreach (['english' => 'Nothing is bought', 'russian' => 'Ничего не покупается'] as $language => $said) {
            Capsule::table('tbladmins')->update(['language' => $language]);
            $said = [
                DifferenceKind::SharedOrder->value => $said,
                DifferenceKind::NoService->value => $language === 'english' ? 'Choose the service' : 'Выберите услугу',
                DifferenceKind::Unsettled->value => 'BO-77',
            ];
            foreach ($said as $kind => $text) {
                self::assertStringContainsString($text, $this->text($this->request($this->addressOf(DifferenceKind::from($kind)), null)));
            }
        }
        self::assertSame([], $this->account->requests);
    }

    private function assertNoted(string $what): void
    {
        $row = Capsule::table('tblactivitylog')->where('description', 'like', "%$what%")->first();
        self::assertNotNull($row, $what);
        self::assertSame('admin', $row->user);
    }
}
