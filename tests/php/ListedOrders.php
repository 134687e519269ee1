<?php

/**
 * An account that lists the orders of a test, and shows each of them as a form. For tests of a module; the rest of the account stays scripted.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Journal\Operation;

trait ListedOrders
{
    /** @var array<array-key, array<string, string>> what the account shows of each order, by its number */
    private array $listed = [];

    private function answerWithListed(): void
    {
        $this->account
            ->answer('addition', fn (array $form): Reply => $this->listPage((int) $form['p_num'], (int) $form['p_cnt']))
            ->answer('addition.edit', fn (array $form): Reply => isset($this->listed[$form['elid']])
                ? $this->form($form['elid'])
                : FakeTransport::fixture('error-missed'));
    }

    /**
     * A service that a person has given an order, and the account's row of it.
     *
     * @param array<string, string> $columns
     * @param array<string, string>|null $row null when the account does not list it
     * @param array<string, string> $fields
     */
    private function linked(string $order, array $columns = [], ?array $row = [], array $fields = []): int
    {
        $service = $this->written($order, $columns, $row, $fields);
        $record = $this->app->servers()->find((int) ($columns['server'] ?? $this->server));
        self::assertNotNull($record);
        $entry = $this->app->journal()->claim(Operation::createKey($service, 0), Operation::Create, $service, $record, $order, null, []);
        self::assertNotNull($entry);
        $this->app->journal()->done($entry, $order, 'journal.linked', ['order' => $order]);
        return $service;
    }

    /**
     * A service whose field names an order, whoever wrote it there, and the account's row of it.
     *
     * @param array<string, string> $columns
     * @param array<string, string>|null $row null when the account does not list it
     * @param array<string, string> $fields
     */
    private function written(string $order, array $columns = [], ?array $row = [], array $fields = []): int
    {
        if ($row !== null) {
            $this->listed[$order] = $row;
        }
        return $this->service($columns + ['domainstatus' => 'Active'], ['order_id' => $order] + $fields);
    }

    private function listPage(int $number, int $size): Reply
    {
        $rows = '';
        foreach (array_slice($this->listed, ($number - 1) * $size, $size, true) as $id => $row) {
            $status = htmlspecialchars($row['status'] ?? '2');
            $rows .= "<elem><id>$id</id><item_status orig=\"$status\">x</item_status>"
                . self::xml(array_diff_key($row + ['pricelist' => 'BitNinja'], ['status' => ''])) . '</elem>';
        }
        return Reply::received(200, "<doc>$rows<p_cnt>$size</p_cnt><p_elems>" . count($this->listed) . '</p_elems></doc>');
    }

    private function form(string $id): Reply
    {
        $row = $this->listed[$id];
        $shown = ['pricelist' => '55371', 'pricelist_name' => $row['pricelist'] ?? 'BitNinja', 'status' => explode('_', $row['status'] ?? '2')[0]];
        return Reply::received(200, "<doc><elid>$id</elid><id>$id</id>" . self::xml($shown + $row + ['item' => '1001']) . '</doc>');
    }

    /** @param array<string, string> $values */
    private static function xml(array $values): string
    {
        $xml = '';
        foreach ($values as $name => $value) {
            $xml .= "<$name>" . htmlspecialchars($value) . "</$name>";
        }
        return $xml;
    }
}
