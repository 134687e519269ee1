<?php

/**
 * What the module asks of an ispmanager account, in the words of the business.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use Closure;
use Generator;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Rejected;
use IspmanagerNoc\PriceList\Tariff;

final class Account
{
    private const PAGE = 500;
    private const MAX_PAGES = 1000;

    public function __construct(private readonly Client $client)
    {
    }

    /**
     * Null when the account may not tell it or says it in a way that is not known.
     *
     * @param string|null $currency when the account holds several
     */
    public function balance(?string $currency = null): ?Money
    {
        try {
            $document = $this->client->read('subaccount');
        } catch (Rejected $rejected) {
            return $rejected->rejection->type === 'access' ? null : throw $rejected;
        }
        foreach ([...$document->all('elem'), $document] as $source) {
            $money = Money::parseText($source->text('balance'))
                ?? Money::parse($source->text('balance'), $source->text('currency'));
            if ($money !== null && ($currency === null || $money->currency === $currency)) {
                return $money;
            }
        }
        return null;
    }

    /** @return list<Tariff> */
    public function tariffs(string $itemType): array
    {
        $document = $this->client->read('pricelist.export', ['itemtype' => $itemType]);
        return TariffReader::read($document, $itemType);
    }

    /** Null when the account shows it neither as a form nor in its list. */
    public function service(string $itemType, string $id): ?RemoteService
    {
        return $this->form($itemType, $id) ?? $this->listed($itemType, $id);
    }

    /** Null when the account does not show it as a form. */
    public function form(string $itemType, string $id): ?RemoteService
    {
        try {
            return RemoteService::fromForm($id, $this->client->read("$itemType.edit", ['elid' => $id]));
        } catch (Rejected $rejected) {
            return $rejected->rejection->isMissing() ? null : throw $rejected;
        }
    }

    /** @return Generator<RemoteService> the account's services of one type, page by page */
    public function services(string $itemType): Generator
    {
        foreach ($this->rows($itemType) as $row) {
            yield RemoteService::fromRow($row);
        }
    }

    /**
     * The account may give shorter pages than it is asked for, so it is asked on until it has said that there is no more. An end before that
     * is a failure and not an end: what was not shown must never pass for what is not there.
     *
     * @return Generator<Document>
     */
    private function rows(string $itemType): Generator
    {
        $seen = 0;
        $before = null;
        for ($page = 1; $page <= self::MAX_PAGES; $page++) {
            $list = $this->client->read($itemType, ['p_num' => $page, 'p_cnt' => self::PAGE]);
            $rows = $list->all('elem');
            $first = ($rows[0] ?? null)?->text('id');
            if ($first !== null && $first === $before) {
                break;
            }
            yield from $rows;
            $seen += count($rows);
            $total = $list->text('p_elems');
            $size = min(self::PAGE, (int) $list->text('p_cnt') ?: self::PAGE);
            if (ctype_digit($total) ? $seen >= (int) $total : count($rows) < $size) {
                return;
            }
            if ($rows === []) {
                break;
            }
            $before = $first;
        }
        throw $this->client->down('account.list-cut');
    }

    /**
     * Orders and pays at once. Done holds the new service's id.
     *
     * @param bool $autoRenewal whether the account is to renew it by itself, each time for as long
     * @param string $remoteId our own name for the order, by which it is found again
     * @param array<string, string> $goods item and fields of the kind, by name
     * @param Closure(Outcome): void $save
     */
    public function order(
        Tariff $tariff,
        int $months,
        bool $autoRenewal,
        string $remoteId,
        array $goods,
        Closure $save,
    ): Outcome {
        $params = [
            'pricelist' => $tariff->id,
            'period' => $months,
            'autoprolong' => $autoRenewal ? $months : 'null',
            'remoteid' => $remoteId,
            'skipbasket' => 'on',
            'clicked_button' => 'finish',
            'sok' => 'ok',
        ];
        return $this->client->spend("{$tariff->kind->itemType}.order.param", $params + $goods, self::holdsId(...), $save);
    }

    /**
     * Done means that the expiry moved.
     *
     * @param string|null $expiresBefore Y-m-d, as it was read before
     * @param Closure(Outcome): void $save
     */
    public function prolong(string $id, int $months, ?string $expiresBefore, Closure $save): Outcome
    {
        $params = ['elid' => $id, 'period' => $months, 'sok' => 'ok'];
        $hasMoved = static fn (Document $document): bool => !$document->has('billorder')
            && (string) self::newExpiry($document) > (string) $expiresBefore;
        return $this->client->spend('service.prolong', $params, $hasMoved, $save);
    }

    /** What a renewal of this order would be, whether the price list has its tariff or not. */
    public function renewalOffer(string $itemType, string $id): RenewalOffer
    {
        return RenewalOffer::read($this->client->read('service.prolong', ['elid' => $id]), $this->row($itemType, $id));
    }

    /**
     * Done also when it turns out that the service was gone already.
     *
     * @param Closure(Outcome): void $save
     */
    public function delete(string $itemType, string $id, Closure $save): Outcome
    {
        $isOk = static fn (Document $document): bool => $document->has('ok');
        $final = null;
        $judge = function (Outcome $outcome) use ($itemType, $id, $save, &$final): void {
            $isGone = $outcome->rejection !== null && $outcome->rejection->isMissing() && $this->isGone($itemType, $id);
            $final = $isGone ? $outcome->accepted() : $outcome;
            $save($final);
        };
        $outcome = $this->client->spend("$itemType.delete", ['elid' => $id, 'sok' => 'ok'], $isOk, $judge);
        return ($final ?? $outcome)->after($outcome->call);
    }

    /**
     * Tells the account for how long it is to renew the service by itself.
     *
     * @param int|null $months null for not at all
     * @param Closure(Outcome): void $save
     */
    public function setAutoRenewal(string $itemType, string $id, ?int $months, Closure $save): Outcome
    {
        $isOk = static fn (Document $document): bool => $document->has('ok');
        return $this->client->spend("$itemType.edit", ['elid' => $id, 'autoprolong' => $months ?? 'null', 'sok' => 'ok'], $isOk, $save);
    }

    /** What waits for its payment; null when the account does not tell. */
    public function unpaid(): ?Basket
    {
        try {
            return Basket::read($this->client->read('basket'));
        } catch (Rejected) {
            return null;
        }
    }

    /** Whether an order still lies in the basket; an account that will not tell is taken to say yes. */
    public function isInBasket(string $bill): bool
    {
        return $this->unpaid()?->holds($bill) ?? true;
    }

    /** @param string $item as Basket names it */
    public function dropFromBasket(string $item): Outcome
    {
        $params = ['id' => $item, 'clicked_button' => 'delete', 'sok' => 'ok'];
        return $this->client->spend('basket', $params, static fn (Document $document): bool => $document->has('ok'), static fn () => null);
    }

    /** The address that logs a browser in to the account's own pages, once. */
    public function loginAddress(): string
    {
        $key = bin2hex(random_bytes(32));
        $this->client->read('session.newkey', ['username' => $this->client->login(), 'key' => $key]);
        return $this->client->host()->pages . '?' . http_build_query([
            'func' => 'auth',
            'username' => $this->client->login(),
            'key' => $key,
            'checkcookie' => 'no',
        ]);
    }

    /** The id of a new service, as an order's success document gives it. */
    public static function newId(Document $document): ?string
    {
        $id = $document->text('id');
        return preg_match('/^[1-9]\d{0,17}$/', $id) === 1 ? $id : null;
    }

    /** The new expiry, as a renewal's success document gives it. */
    public static function newExpiry(Document $document): ?string
    {
        $date = $document->first('doc')?->text('newexpiredate') ?: $document->text('newexpiredate');
        return preg_match('/^\d{4}-\d{2}-\d{2}$/', $date) === 1 ? $date : null;
    }

    private function listed(string $itemType, string $id): ?RemoteService
    {
        $row = $this->row($itemType, $id);
        return $row === null ? null : RemoteService::fromRow($row);
    }

    private function row(string $itemType, string $id): ?Document
    {
        foreach ($this->rows($itemType) as $row) {
            if ($row->text('id') === $id) {
                return $row;
            }
        }
        return null;
    }

    private function isGone(string $itemType, string $id): bool
    {
        try {
            $service = $this->service($itemType, $id);
            return $service === null || $service->isDeleted();
        } catch (CommandFailed) {
            return false;
        }
    }

    private static function holdsId(Document $document): bool
    {
        return self::newId($document) !== null && !$document->has('billorder');
    }
}
