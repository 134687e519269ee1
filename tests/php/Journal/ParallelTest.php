<?php

/**
 * Of several processes that ask for the same at the same moment, one sends it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Journal;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\App;
use IspmanagerNoc\Tests\FakeClock;
use IspmanagerNoc\Tests\ModuleTest;
use Standin\Database;
use WHMCS\Database\Capsule;

final class ParallelTest extends ModuleTest
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

    /** @return int how many calls that spend were made by all processes together */
    private function inParallel(int $service, \Closure $command): int
    {
        $file = (string) tempnam(sys_get_temp_dir(), 'ispnoc');
        unlink($file);
        Capsule::connection()->statement('VACUUM INTO ?', [$file]);
        $log = "$file.log";
        $children = [];
        for ($number = 0; $number < self::PROCESSES; $number++) {
            $child = pcntl_fork();
            if ($child === 0) {
                $this->child($file, $log, $service, $command);
            }
            $children[] = $child;
        }
        foreach ($children as $child) {
            pcntl_waitpid($child, $status);
        }
        $sent = is_file($log) ? count(file($log) ?: []) : 0;
        array_map(static fn (string $path) => is_file($path) && unlink($path), [$file, $log]);
        return $sent;
    }

    private function child(string $file, string $log, int $service, \Closure $command): never
    {
        try {
            Database::connect("sqlite:$file");
            foreach (['addition.order.param' => 'ordered', 'service.prolong' => 'prolonged'] as $function => $fixture) {
                $this->account->answer($function, static function () use ($log, $fixture): Reply {
                    file_put_contents($log, "sent\n", FILE_APPEND | LOCK_EX);
                    usleep(20_000);
                    return \IspmanagerNoc\Tests\FakeTransport::fixture($fixture);
                });
            }
            App::set(new App($this->account, new FakeClock()));
            $command(App::get()->services()->find($service));
        } catch (\Throwable) {
            // Whoever loses is refused; what counts is what was sent.
        }
        posix_kill(posix_getpid(), SIGKILL);
        exit;
    }
}
