<?php

/**
 * What waits in the account's basket for its payment.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

final class Basket
{
    /**
     * @param list<string> $bills payments that the basket as a whole names
     * @param list<array{id: string, bill: string, service: string}> $items
     */
    private function __construct(private readonly array $bills, private readonly array $items)
    {
    }

    public static function read(Document $document): self
    {
        $items = [];
        foreach ($document->all('list') as $list) {
            foreach ($list->all('elem') as $item) {
                $items[] = ['id' => $item->text('id'), 'bill' => $item->text('billorder'), 'service' => $item->text('item.id')];
            }
        }
        return new self(preg_split('/[,\s]+/', $document->text('billorder')) ?: [], $items);
    }

    public function holds(string $bill): bool
    {
        return in_array($bill, $this->bills, true) || $this->itemsOf($bill) !== [];
    }

    /** The payment for which this order waits, or its renewal does; null when the basket names none for it. */
    public function billOf(string $orderId): ?string
    {
        foreach ($this->items as ['id' => $id, 'bill' => $bill, 'service' => $service]) {
            if ($service === $orderId) {
                return $bill !== '' ? $bill : $id;
            }
        }
        return null;
    }

    /** The only item that this payment is for; null when it is not certain which one that is. */
    public function itemOf(string $bill): ?string
    {
        $items = $this->itemsOf($bill);
        if ($items === [] && $this->bills === [$bill]) {
            $items = array_column($this->items, 'id');
        }
        return count($items) === 1 && $items[0] !== '' ? $items[0] : null;
    }

    /** @return list<string> */
    private function itemsOf(string $bill): array
    {
        $ofBill = array_filter($this->items, static fn (array $item): bool => in_array($bill, [$item['id'], $item['bill']], true));
        return array_column($ofBill, 'id');
    }
}
