<?php

/**
 * What waits for its payment is dropped only when it is this service's, and the entry ends only when the account shows nothing of it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use Closure;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Command\Step\RemoteName;
use IspmanagerNoc\Tests\FakeTransport;

final class DropUnpaidTest extends CommandTest
{
    /** What the account answers to the deletion; null for a success. */
    private ?Reply $dropped = null;
    /** What happens in the account at that moment. */
    private ?Closure $onDrop = null;

    public function testAnOrderIsDroppedByTheItemOfItsOwnBillAndMayBePlacedAgain(): void
    {
        $service = $this->unpaid();
        $both = [['77', 'BO-77'], ['78', 'BO-78']];
        $this->basket($both, $both, [['78', 'BO-78']]);
        $this->drop($service);
        $sent = array_values(array_filter($this->forms('basket'), static fn (array $form): bool => isset($form['sok'])));
        self::assertSame([['77', 'delete']], array_map(static fn (array $form): array => [$form['id'], $form['clicked_button']], $sent));
        self::assertSame(['not-placed'], $this->states($service));

        $this->account->answer('addition.order.param', 'ordered');
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame(['not-placed', 'done'], $this->states($service));
    }

    public function testARenewalIsDroppedAndTheServiceStaysAsItIs(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', 'unpaid');
        $this->basket([['BO-77', '']], [['BO-77', '']], []);
        ispmanagernoc_Renew($this->whmcs->params($service));
        $this->drop($service);
        self::assertSame(['done', 'not-placed'], $this->states($service));
    }

    public function testWhatIsStillInTheBasketAfterwardsStaysOpen(): void
    {
        $service = $this->unpaid();
        $this->basket([['BO-77', '']], [['BO-77', '']]);
        $this->refused('outcome.drop', fn () => $this->drop($service));
        self::assertSame(['unpaid'], $this->states($service));
    }

    public function testARefusalOfTheAccountIsToldAndALostAnswerIsJudgedByTheBasket(): void
    {
        $service = $this->unpaid();
        $this->basket([['BO-77', '']], [['BO-77', '']]);
        $this->dropped = FakeTransport::fixture('error-value');
        $this->refused('account.rejected', fn () => $this->drop($service));
        $this->dropped = Reply::lost('timeout');
        $this->basket([['BO-77', '']], [['BO-77', '']], []);
        $this->refused('outcome.drop', fn () => $this->drop($service));
        self::assertSame(['unpaid'], $this->states($service), 'the answer was lost: the quiet time decides');
    }

    public function testAnUnreachableAccountDropsNothing(): void
    {
        $service = $this->unpaid();
        $this->basket([['BO-77', '']]);
        $this->dropped = Reply::notSent('no route');
        $this->refused('account.not-sent', fn () => $this->drop($service));
        self::assertSame(['unpaid'], $this->states($service));
    }

    public function testAnOrderThatIsBoughtAllTheSameIsTakenOverAndNotForgotten(): void
    {
        $service = $this->unpaid();
        $this->basket([['BO-77', '']], [['BO-77', '']], []);
        $this->onDrop = fn () => $this->account->answer(
            'addition',
            FakeTransport::fixture('list', ['remoteid' => RemoteName::of($service, 0)])
        );
        $this->refused('refused.paid-meanwhile', fn () => $this->drop($service));
        self::assertSame(['done'], $this->states($service));
        self::assertSame('812345', $this->whmcs->customFields($service)['order_id']);
    }

    public function testWhatWasPaidBeforeIsNotDropped(): void
    {
        $service = $this->unpaid();
        $this->basket([]);
        $this->account->answer('addition', FakeTransport::fixture('list', ['remoteid' => RemoteName::of($service, 0)]));
        $this->refused('refused.paid-meanwhile', fn () => $this->drop($service));
        self::assertSame([], $this->deletions());
    }

    public function testTheOnlyItemOfABasketThatNamesTheBillAsAWholeIsTheBills(): void
    {
        $service = $this->unpaid();
        $whole = Reply::received(200, '<doc><billorder>BO-77</billorder><list><elem><id>5</id></elem></list></doc>');
        $this->account->answer('basket', $whole, $whole, 'ok', Reply::received(200, '<doc/>'));
        $this->drop($service);
        self::assertSame(['5'], array_column($this->deletions(), 'id'));
        self::assertSame(['not-placed'], $this->states($service));
    }

    public function testABasketThatDoesNotSayWhichItemIsOursIsLeftToAPerson(): void
    {
        $service = $this->unpaid();
        $this->account->answer('basket', Reply::received(
            200,
            '<doc><billorder>BO-77</billorder><list><elem><id>1</id></elem><elem><id>2</id></elem></list></doc>'
        ));
        $this->refused('refused.cart-unclear', fn () => $this->drop($service));
        $this->account->answer('basket', 'error-value');
        $this->refused('refused.cart-unclear', fn () => $this->drop($service));
        self::assertSame([], $this->deletions());
    }

    public function testABillThatLeftTheBasketIsNotDroppedASecondTime(): void
    {
        $service = $this->unpaid();
        $this->basket([]);
        $this->refused('refused.bill-gone', fn () => $this->drop($service));
        self::assertSame([], $this->deletions());
    }

    public function testAServiceForWhichNothingWaitsIsRefused(): void
    {
        $this->refused('refused.nothing-unpaid', fn () => $this->drop($this->orderedService()));
        $this->unpaid();
        $this->refused('refused.nothing-unpaid', fn () => $this->drop($this->service()));
        self::assertSame([], $this->deletions());
    }

    private function drop(int $service): void
    {
        $this->app->dropUnpaid()->run($this->record($service));
    }

    /** A service whose order waits for the payment BO-77. */
    private function unpaid(): int
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', 'unpaid');
        self::assertStringContainsString('BO-77', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        return $service;
    }

    /** @param list<array{string, string}> ...$looks id and bill of each item, at one look after the other; the last one stays */
    private function basket(array ...$looks): void
    {
        $this->account->answer('basket', function (array $form) use (&$looks): Reply {
            if (isset($form['sok'])) {
                $this->onDrop === null ?: ($this->onDrop)();
                return $this->dropped ?? FakeTransport::fixture('ok');
            }
            $items = count($looks) > 1 ? array_shift($looks) : $looks[0];
            $rows = array_map(static fn (array $item): string => "<elem><id>$item[0]</id><billorder>$item[1]</billorder></elem>", $items);
            return Reply::received(200, '<doc><list name="itemlist">' . implode('', $rows) . '</list></doc>');
        });
    }

    /** @return list<array<string, string>> */
    private function deletions(): array
    {
        return array_values(array_filter($this->forms('basket'), static fn (array $form): bool => isset($form['sok'])));
    }

    public function testTheOnlyItemOfABasketThatNamesSeveralBillsMayBeAnothers(): void
    {
        $service = $this->unpaid();
        $this->account->answer('basket', Reply::received(
            200,
            '<doc><billorder>BO-77,BO-78</billorder><list><elem><id>9001</id></elem></list></doc>'
        ));
        $this->refused('refused.cart-unclear', fn () => $this->drop($service));
        self::assertSame([], $this->deletions());
    }

    public function testAnOrderThatTurnedUpLateAndUnpaidCanBeDropped(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->quietTimePasses();
        $list = str_replace('orig="2"', 'orig="1"', FakeTransport::fixture('list', ['remoteid' => RemoteName::of($service, 0)])->body);
        $item = '<doc><list><elem><id>44</id><billorder>BO-9</billorder><item.id>812345</item.id></elem></list></doc>';
        $this->account->answer('addition', Reply::received(200, $list))->answer('basket', Reply::received(200, $item));
        self::assertStringContainsString('BO-9', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame(['unpaid', 'not-placed'], $this->states($service));

        $this->account->answer('basket', function (array $form) use ($item): Reply {
            if (isset($form['sok'])) {
                $this->account->answer('basket', Reply::received(200, '<doc/>'))->answer('addition', 'list-empty');
                return Reply::received(200, '<doc><ok/></doc>');
            }
            return Reply::received(200, $item);
        });
        $this->drop($service);
        self::assertSame(['not-placed', 'not-placed'], $this->states($service));
    }
}
