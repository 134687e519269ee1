<?php

/**
 * An ispmanager account that keeps what is ordered, renewed and deleted, so that a whole life of a service can be played through. Several logins
 * have their orders here side by side. Functions that are given another answer by a test are that test's from then on.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Manual;

use DateTimeImmutable;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Tests\FakeClock;
use IspmanagerNoc\Tests\FakeTransport;

final class OrderBook
{
    private const SHOWN = ['pricelist', 'item', 'period', 'remoteid', 'createdate', 'expiredate', 'autoprolong', 'bitninja_email', 'bitninjakey'];

    /** Whether an order has its BitNinja key as soon as it is placed. */
    public bool $givesKeys = true;
    /** @var array<int, array<string, string>> by number, the oldest first; `login` beside what the account shows */
    private array $orders = [];
    private int $last = 900_000;

    public function __construct(private readonly FakeTransport $account, private readonly FakeClock $clock)
    {
        $this->account->showsRenewals = false;
        $this->open();
    }

    /** The account answers again, after a test let it fail. */
    public function open(): void
    {
        $this->account
            ->answer('addition.order.param', $this->order(...))
            ->answer('addition.edit', fn (array $form): Reply => isset($form['sok']) ? $this->edit($form) : $this->form($form))
            ->answer('addition', $this->list(...))
            ->answer('service.prolong', $this->prolong(...))
            ->answer('addition.delete', $this->delete(...));
    }

    /** Takes the call, loses its answer on the way, and is out of reach from then on. */
    public function takesAndFallsSilent(string $function): void
    {
        $this->account->answer($function, function (array $form) use ($function): Reply {
            match ($function) {
                'addition.order.param' => $this->order($form),
                'service.prolong' => $this->prolong($form),
                'addition.delete' => $this->delete($form),
            };
            $this->isDown();
            return Reply::lost('timeout');
        });
    }

    /** Nothing reaches the account. */
    public function isDown(): void
    {
        foreach (['addition.order.param', 'addition.edit', 'addition', 'service.prolong', 'addition.delete'] as $function) {
            $this->account->answer($function, Reply::notSent('no route'));
        }
    }

    /** @return list<array<string, string>> what stands in the account, with its `id`, the oldest first */
    public function orders(): array
    {
        return array_map(
            static fn (array $order, int $id): array => $order + ['id' => (string) $id],
            $this->orders,
            array_keys($this->orders)
        );
    }

    /** @return list<string> of every order that stands in the account */
    public function column(string $name): array
    {
        return array_column($this->orders(), $name);
    }

    public function giveKey(): void
    {
        foreach (array_keys($this->orders) as $id) {
            $this->orders[$id]['bitninjakey'] = "KEY-$id";
        }
    }

    private function order(array $form): Reply
    {
        $id = ++$this->last;
        $today = gmdate('Y-m-d', $this->clock->now());
        $this->orders[$id] = [
            'login' => explode(':', $form['authinfo'])[0],
            'pricelist' => $form['pricelist'],
            'period' => $form['period'],
            'item' => $form['item'] ?? '',
            'remoteid' => $form['remoteid'],
            'autoprolong' => $form['autoprolong'],
            'createdate' => $today,
            'expiredate' => self::later($today, (int) $form['period']),
            'bitninja_email' => $form['bitninja_email'] ?? '',
            'bitninjakey' => $this->givesKeys ? "KEY-$id" : '',
        ];
        return Reply::received(200, "<doc><id>$id</id><ok/></doc>");
    }

    private function prolong(array $form): Reply
    {
        $order = $this->of($form);
        if ($order === null) {
            return FakeTransport::fixture('error-missed');
        }
        $until = self::later($order['expiredate'], (int) $form['period']);
        $this->orders[(int) $form['elid']]['expiredate'] = $until;
        return Reply::received(200, "<doc><doc><newexpiredate>$until</newexpiredate></doc><ok/></doc>");
    }

    private function delete(array $form): Reply
    {
        if ($this->of($form) === null) {
            return FakeTransport::fixture('error-missed');
        }
        unset($this->orders[(int) $form['elid']]);
        return FakeTransport::fixture('ok');
    }

    private function edit(array $form): Reply
    {
        if ($this->of($form) === null) {
            return FakeTransport::fixture('error-missed');
        }
        $this->orders[(int) $form['elid']]['autoprolong'] = $form['autoprolong'];
        return FakeTransport::fixture('ok');
    }

    public function form(array $form): Reply
    {
        $order = $this->of($form);
        return $order === null
            ? FakeTransport::fixture('error-missed')
            : Reply::received(200, "<doc><elid>{$form['elid']}</elid><status>2</status>" . self::xml($order) . '</doc>');
    }

    private function list(array $form): Reply
    {
        $own = array_filter($this->orders, static fn (array $order): bool => str_starts_with($form['authinfo'], "{$order['login']}:"));
        $rows = '';
        foreach ($own as $id => $order) {
            $rows .= "<elem><id>$id</id><item_status orig=\"2\">Active</item_status><pricelist_id>{$order['pricelist']}</pricelist_id>"
                . self::xml(array_diff_key($order, ['pricelist' => ''])) . '</elem>';
        }
        return Reply::received(200, "<doc>$rows<p_elems>" . count($own) . '</p_elems></doc>');
    }

    /** @return array<string, string>|null */
    private function of(array $form): ?array
    {
        $order = $this->orders[(int) $form['elid']] ?? null;
        return $order !== null && str_starts_with($form['authinfo'], "{$order['login']}:") ? $order : null;
    }

    private static function later(string $day, int $months): string
    {
        return (new DateTimeImmutable($day))->modify("+$months months")->format('Y-m-d');
    }

    /** @param array<string, string> $order */
    private static function xml(array $order): string
    {
        $xml = '';
        foreach (self::SHOWN as $name) {
            $xml .= isset($order[$name]) ? "<$name>" . htmlspecialchars($order[$name]) . "</$name>" : '';
        }
        return $xml;
    }
}
