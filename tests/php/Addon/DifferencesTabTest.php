<?php

/**
 * The differences on the addon's page: counted by kind, filtered, in pages, with the way to each service.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;

final class DifferencesTabTest extends PartnerPage
{
    public function testWithoutDifferencesItSaysSo(): void
    {
        self::assertStringContainsString('say the same', $this->page(['page' => 'differences']));
    }

    public function testEachIsToldInWordsWithTheWayToItsService(): void
    {
        $service = $this->service();
        $this->report(DifferenceKind::Status, $service, 'Suspended', 'active');
        $this->report(DifferenceKind::Email, $service, '<i>a@example.com</i>', 'b@example.com');
        $this->report(DifferenceKind::NoService, 0, '', '1001');
        $page = $this->page(['page' => 'differences']);
        self::assertSame(['–', "#$service", "#$service"], $this->rows($page));
        self::assertStringContainsString("clientsservices.php?userid={$this->record($service)->clientId}&amp;id=$service", $page);
        self::assertStringNotContainsString('<i>', $page);
        self::assertStringContainsString('WHMCS says Suspended, the account says Active.', $this->text($page));
        self::assertStringContainsString('All (3)', $page);

        $email = $this->page(['kind' => 'e-mail']);
        self::assertSame(["#$service"], $this->rows($email));
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

    private function report(DifferenceKind $kind, int $service, string $whmcs, string $account): void
    {
        $this->app->differences()->report(new Difference($kind, $this->server, $service, "8$service", $whmcs, $account, $this->clock->now()));
    }
}
