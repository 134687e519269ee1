<?php

/**
 * Of several processes that ask for the same at the same moment, one sends it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Journal;

use Closure;
use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Confirmation;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Tests\FakeClock;
use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Tests\ModuleTest;
use Standin\Database;
use Throwable;

abstract class InParallel extends ModuleTest
{
    private const PROCESSES = 8;

    public function testEightCreatesOfOneServiceMakeOneOrder(): void
    {
        self::assertSame(1, $this->inParallel($this->service(), static fn ($record) => App::get()->create()->run($record)));
    }

    public function testEightRenewalsForOneInvoiceProlongOnce(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        self::assertSame(1, $this->inParallel($service, static fn ($record) => App::get()->renew()->run($record)));
    }

    public function testEightPeopleWhoConfirmTheSameRenewalProlongOnce(): void
    {
        self::assertSame(1, $this->inParallel($this->orderedService(), static function ($record): void {
            $seen = new Confirmation(new Money(1000, 'EUR'), '2026-12-23', 'tab-' . getmypid());
            App::get()->renew()->run($record, $seen);
        }));
    }

    /** The address under which other processes find the database of this test. */
    abstract protected function shared(): string;

    /**
     * All processes start at one moment, and a call that spends is under way until every process that makes none has ended.
     *
     * @return int how many calls that spend were made by all processes together
     */
    private function inParallel(int $service, Closure $command): int
    {
        $address = $this->shared();
        $file = (string) tempnam(sys_get_temp_dir(), 'ispnoc');
        [$sent, $failed] = ["$file.sent", "$file.failed"];
        $start = self::barrier();
        $end = self::barrier();
        $children = [];
        for ($number = 0; $number < self::PROCESSES; $number++) {
            $child = pcntl_fork();
            if ($child === 0) {
                self::pass($start);
                $this->child($address, $file, $end, $service, $command);
            }
            $children[] = $child;
        }
        array_map(fclose(...), [...$start, ...$end]);
        foreach ($children as $child) {
            pcntl_waitpid($child, $status);
        }
        $lines = static fn (string $path): array => is_file($path) ? (array) file($path, FILE_IGNORE_NEW_LINES) : [];
        [$calls, $failures] = [count($lines($sent)), $lines($failed)];
        array_map(static fn (string $path) => is_file($path) && unlink($path), [$file, $sent, $failed]);
        self::assertSame([], $failures);
        return $calls;
    }

    /** @param array{resource, resource} $end */
    private function child(string $address, string $file, array $end, int $service, Closure $command): never
    {
        try {
            Database::connect($address);
            foreach (['addition.order.param' => 'ordered', 'service.prolong' => 'prolonged'] as $function => $fixture) {
                $this->account->answer($function, static function () use ($file, $end, $fixture): Reply {
                    file_put_contents("$file.sent", "sent\n", FILE_APPEND | LOCK_EX);
                    self::pass($end);
                    return FakeTransport::fixture($fixture);
                });
            }
            App::set(new App($this->account, new FakeClock()));
            $command(App::get()->services()->find($service));
        } catch (CommandFailed) {
            // Whoever loses is refused; what counts is what was sent.
        } catch (Throwable $failure) {
            file_put_contents("$file.failed", "$failure\n", FILE_APPEND | LOCK_EX);
        }
        posix_kill(posix_getpid(), SIGKILL);
        exit;
    }

    /** @return array{resource, resource} which every process holds until it passes or ends */
    private static function barrier(): array
    {
        $ends = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        self::assertNotFalse($ends);
        return $ends;
    }

    /**
     * Waits until every process has come here or ended.
     *
     * @param array{resource, resource} $barrier
     */
    private static function pass(array $barrier): void
    {
        fclose($barrier[1]);
        stream_get_contents($barrier[0]);
    }
}
