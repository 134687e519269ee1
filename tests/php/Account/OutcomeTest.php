<?php

/**
 * Every reply is one of four outcomes, decided by how far the request came and whether the answer is a whole document.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Account;

use IspmanagerNoc\Account\Document;
use IspmanagerNoc\Account\Mask;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\Account\OutcomeKind;
use IspmanagerNoc\Account\Reply;
use PHPUnit\Framework\TestCase;

final class OutcomeTest extends TestCase
{
    public function testBeforeAByteWasWrittenNothingIsSent(): void
    {
        $this->check(Reply::notSent('no connection'), OutcomeKind::NotSent);
    }

    public function testAWholeErrorDocumentIsARefusalWhateverTheHttpStatus(): void
    {
        foreach ([200, 403, 500] as $status) {
            $this->check(Reply::received($status, '<doc><error type="value"><msg>No</msg></error></doc>'), OutcomeKind::Rejected);
        }
    }

    /** @return array<string, array{Reply}> */
    public static function errorsThatMayHideAnEffect(): array
    {
        return [
            'of the server' => [Reply::received(500, '<doc><error type="value"><msg>No</msg></error></doc>')],
            'of a type that is not documented' => [Reply::received(200, '<doc><error type="busy"><msg>Request in process, please wait</msg></error></doc>')],
            'without a type' => [Reply::received(200, '<doc><error><msg>Insufficient funds</msg></error></doc>')],
        ];
    }

    /** @dataProvider errorsThatMayHideAnEffect */
    public function testAnErrorThatMayHideAnEffectIsNoRefusalOfACallThatSpends(Reply $reply): void
    {
        $spending = Outcome::of($reply, new Mask([]), static fn (): bool => true, isSpending: true);
        self::assertSame(OutcomeKind::Unknown, $spending->kind);
        self::assertNotNull($spending->rejection);
        self::assertSame(OutcomeKind::Rejected, Outcome::of($reply, new Mask([]), static fn (): bool => true)->kind);
    }

    public function testAWholeDocumentWithTheResultIsDone(): void
    {
        $this->check(Reply::received(200, '<doc><id>5</id><ok/></doc>'), OutcomeKind::Done);
    }

    public function testEverythingElseIsUnknown(): void
    {
        $bodies = [
            '', ' ', '<doc><id>5</id>', 'id=5', '<html><body>502</body></html>', '<doc><ok/></doc>', '{"doc":{"id":{"$":"5"}}}',
            '<!DOCTYPE doc [<!ENTITY x SYSTEM "file:///etc/passwd">]><doc><id>&x;</id></doc>', "<doc><id>5</id>\x00</doc>",
            '<!DOCTYPE doc><doc><id>5</id></doc>', '<!DOCTYPE doc [<!ENTITY x "5">]><doc><id>&x;</id></doc>',
            '<other><id>5</id></other>', '<doc><id>5</id></doc><doc/>', "<doc><id>\xff</id></doc>",
        ];
        foreach ($bodies as $body) {
            $this->check(Reply::received(200, $body), OutcomeKind::Unknown, $body);
        }
        $this->check(Reply::received(502, '<doc><id>5</id></doc>'), OutcomeKind::Unknown);
        $this->check(Reply::lost('timeout'), OutcomeKind::Unknown);
        $this->check(Reply::lost('cut', 200, '<doc><id>5</id></doc>'), OutcomeKind::Unknown);
    }

    public function testADetailFillsItsPlaceholders(): void
    {
        $xml = '<doc><error type="value" object="period"><param name="object">Period</param><detail>The __object__ is wrong</detail></error></doc>';
        $outcome = Outcome::of(Reply::received(200, $xml), new Mask([]), static fn (): bool => true);
        self::assertSame('The Period is wrong', $outcome->rejection?->message);
    }

    private function check(Reply $reply, OutcomeKind $expected, string $message = ''): void
    {
        $outcome = Outcome::of($reply, new Mask([]), static fn (Document $document): bool => $document->text('id') === '5');
        self::assertSame($expected, $outcome->kind, $message);
    }
}
