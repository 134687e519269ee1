<?php

/**
 * A service as the account shows it, in a list or as a form.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use IspmanagerNoc\Contract;

final class RemoteService
{
    /**
     * @param Status|null $status null when the account gives one that is not known
     * @param string $rawStatus as the account gave it
     * @param string|null $created, $expires Y-m-d
     * @param string|null $remoteId null when the account does not show it here
     * @param string $item the number of the licence for which a module was bought
     * @param int|null $tariffId null in lists that only name the tariff
     * @param array<string, string> $fields custom fields that the account shows, by name
     * @param string $autoRenewal the months for which the account renews by itself; in lists a text, elsewhere another word for none
     */
    private function __construct(
        public readonly string $id,
        public readonly ?Status $status,
        public readonly string $rawStatus,
        public readonly ?string $created,
        public readonly ?string $expires,
        public readonly ?string $remoteId,
        public readonly string $item,
        public readonly ?int $tariffId,
        public readonly string $tariffName,
        public readonly array $fields,
        public readonly string $autoRenewal,
    ) {
    }

    /** @param string $id of the service whose form it is */
    public static function fromForm(string $id, Document $form): self
    {
        return self::read($form, $id, $form->text('status'), $form->text('pricelist'), $form->text('pricelist_name'));
    }

    public static function fromRow(Document $row): self
    {
        $status = $row->first('item_status') ?? $row->first('status') ?? $row->first('status_msg');
        $raw = $status === null ? $row->text('item_real_status') : $status->attribute('orig');
        return self::read(
            $row,
            $row->text('id'),
            $raw !== '' ? $raw : (string) $status?->value(),
            $row->text('pricelist_id'),
            $row->text('pricelist'),
        );
    }

    /** Whether it is of this tariff; null where either side does not tell. */
    public function isOf(?int $tariffId, ?string $tariffName): ?bool
    {
        if ($this->tariffId !== null) {
            return $this->tariffId === $tariffId;
        }
        return $tariffName === null || $this->tariffName === '' ? null : $this->tariffName === $tariffName;
    }

    /** Unless the account says that it does not: lists tell the period as a text. */
    public function renewsItself(): bool
    {
        return $this->autoRenewal !== 'null';
    }

    /** Whether something is under way of which nobody can tell yet how it ends. */
    public function isProcessing(): bool
    {
        return $this->status !== null && $this->status->isProcessing();
    }

    public function isDeleted(): bool
    {
        return $this->status !== null && $this->status->isDeleted();
    }

    public function isActive(): bool
    {
        return $this->status !== null && $this->status->isActive();
    }

    private static function read(Document $source, string $id, string $status, string $tariffId, string $tariffName): self
    {
        $fields = [];
        foreach (self::fieldNames() as $name) {
            if ($source->has($name)) {
                $fields[$name] = $source->text($name);
            }
        }
        return new self(
            $id,
            Status::parse($status),
            $status,
            self::date($source->text('createdate')),
            self::date($source->text('real_expiredate')) ?? self::date($source->text('expiredate')),
            $source->has('remoteid') ? $source->text('remoteid') : null,
            preg_match('/^#?(\d+)/', $source->text('item'), $part) === 1 ? $part[1] : '',
            ctype_digit($tariffId) ? (int) $tariffId : null,
            $tariffName,
            $fields,
            $source->text('autoprolong'),
        );
    }

    /** An expiry may be a text such as "Daily charges". */
    private static function date(string $text): ?string
    {
        return preg_match('/^\d{4}-\d{2}-\d{2}/', $text, $part) === 1 ? $part[0] : null;
    }

    /** @return list<string> what the custom fields of all kinds may take from the account */
    private static function fieldNames(): array
    {
        $names = [];
        foreach (Contract::get('kinds') as $kind) {
            array_push($names, ...array_column($kind['fields'], 'name'));
        }
        return array_values(array_diff(array_unique($names), ['item', 'order_id']));
    }
}
