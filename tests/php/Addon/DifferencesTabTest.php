<?php

/**
 * The differences on the addon's page: counted by kind, filtered, in pages, with the way to each service.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Differences\SyncTicked;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Page\PartnerPage as Page;
use IspmanagerNoc\Texts;

final class DifferencesTabTest extends PartnerPage
{
    public function testWithoutDifferencesItSaysSo(): void
    {
        self::assertStringContainsString('Nothing has been compared yet', $this->page(['page' => 'differences']));
        $this->app->compare()->run();
        self::assertStringContainsString('say the same', $this->page(['page' => 'differences']));
    }

    public function testEachIsToldInWordsWithTheWayToItsService(): void
    {
        $service = $this->service();
        $this->report(DifferenceKind::Status, $service, 'Suspended', 'active');
        $this->report(DifferenceKind::Email, $service, '<i>a@example.com</i>', 'b@example.com');
        $this->report(DifferenceKind::NoService, 0, '', '1001');
        $page = $this->page(['page' => 'differences']);
        self::assertSame(['–', "#$service", "#$service"], $this->services($page));
        self::assertStringContainsString("clientsservices.php?userid={$this->record($service)->clientId}&amp;id=$service", $page);
        self::assertStringNotContainsString('<i>', $page);
        self::assertStringContainsString('WHMCS says Suspended, the account says Active.', $this->text($page));
        self::assertStringContainsString('All (3)', $page);

        $email = $this->page(['kind' => 'e-mail']);
        self::assertSame(["#$service"], $this->services($email));
        self::assertStringContainsString('<option value="e-mail" selected>BitNinja e-mail (1)</option>', $email);
        self::assertSame([], $this->rows($this->page(['kind' => 'expiry'])));
    }

    public function testManyComeInPages(): void
    {
        for ($service = 1; $service <= 120; $service += 1) {
            $this->report(DifferenceKind::Expiry, $service, '2026-01-01', '2026-02-01');
        }
        $last = $this->page(['page' => 'differences', 'p' => '3']);
        self::assertCount(20, $this->rows($last));
        self::assertStringContainsString('Page 3 of 3, 120 in all.', $this->text($last));
        self::assertStringNotContainsString('Next', $last);
    }

    public function testSyncIsShownBeforeItIsDoneAndEndsTheDifference(): void
    {
        $service = $this->orderedService();
        $this->setStatus($service, 'Suspended');
        $this->report(DifferenceKind::Status, $service, 'Suspended', 'active');
        $this->report(DifferenceKind::NotCovered, $service, '2027-01-01', '2026-12-01');
        $preview = $this->tab(['preview-sync' => '1', 'of-sync' => $this->ticks(SyncTicked::class, $service)]);
        self::assertStringContainsString('set the status back to Active', $preview);
        self::assertStringNotContainsString('2027-01-01', $preview, 'what Sync cannot mend is not promised');
        self::assertSame([], $this->account->requests);

        self::assertStringContainsString("#$service", $this->tab(['sync' => '1', 'of-sync' => $this->ticks(SyncTicked::class, $service)]));
        self::assertSame('Active', $this->record($service)->status);
        self::assertSame([DifferenceKind::NotCovered], array_column($this->app->differences()->all(10), 'kind'));
        self::assertSame([], $this->account->spending());
    }

    public function testWhatCannotBeSynchronizedIsToldAndTheOthersAreDone(): void
    {
        $without = $this->service();
        $service = $this->orderedService();
        $this->setStatus($service, 'Suspended');
        foreach ([$without, $service] as $id) {
            $this->report(DifferenceKind::Status, $id, 'Suspended', 'active');
        }
        $text = $this->text($this->tab(['sync' => '1', 'of-sync' => [...$this->ticks(SyncTicked::class, $without, $service), '999']]));
        self::assertStringContainsString('no order', $text);
        self::assertSame('Active', $this->record($service)->status);
    }

    public function testAServiceThatDoesNotDifferIsLeftAlone(): void
    {
        $service = $this->orderedService();
        $this->report(DifferenceKind::NotCovered, $service, '2027-01-01', '2026-12-01');
        $other = [(string) $this->app->differences()->all(1)[0]->id];
        $this->tab(['sync' => '1', 'of-sync' => $other]);
        self::assertSame([], $this->account->requests);
        self::assertStringContainsString('Tick at least one', $this->tab(['preview-sync' => '1', 'of-sync' => $other]));
    }

    public function testAReaderSynchronizesNothing(): void
    {
        $service = $this->orderedService();
        $this->report(DifferenceKind::Status, $service, 'Suspended', 'active');
        foreach ([[], ['ask' => '1'], ['refresh' => '1']] as $more) {
            $form = $more + ['sync' => '1', 'of-sync' => $this->ticks(SyncTicked::class, $service)];
            self::assertStringContainsString('change nothing', $this->tab($form, mayManage: false));
        }
        self::assertSame([], $this->account->requests);
    }

    /** @return list<string> the second cell of each row: the first is for ticks */
    private function services(string $html): array
    {
        preg_match_all('#<tr><td[^>]*>.*?</td><td[^>]*>(.*?)</td>#', $html, $cells);
        return array_map(strip_tags(...), $cells[1]);
    }

    /** @param array<string, mixed> $form */
    private function tab(array $form, bool $mayManage = true): string
    {
        return (new Page($this->app, Texts::in('en'), new Address(['page' => 'differences']), $mayManage))->html(new Form($form));
    }

    private function report(DifferenceKind $kind, int $service, string $whmcs, string $account): void
    {
        $this->app->differences()->report(new Difference($kind, $this->server, $service, "8$service", $whmcs, $account, $this->clock->now()));
    }
}
