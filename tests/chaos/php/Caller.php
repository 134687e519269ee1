<?php

/**
 * What one request to a web node does: it starts WHMCS as a page or the cron does, and runs one command the way WHMCS runs it.
 */

declare(strict_types=1);

namespace Chaos;

use IspmanagerNoc\App;
use IspmanagerNoc\Relay\Audience;
use IspmanagerNoc\Relay\Relay;
use IspmanagerNoc\Relay\Request;
use IspmanagerNoc\Whmcs\Token;
use Standin\Automation\Cron;
use Standin\Billing\Invoices;
use Standin\Billing\Renewals;
use Standin\Boot;
use Standin\Clock;
use Standin\Module\Command;
use Standin\Module\Queue;
use Standin\Module\ServerModule;
use Throwable;
use WHMCS\Database\Capsule;

final class Caller
{
    /** @param array<string, mixed> $configuration the variables of configuration.php */
    public function __construct(
        private readonly string $root,
        private readonly array $configuration,
        private readonly string $clock,
    ) {
    }

    /**
     * @param array<string, mixed> $task
     * @return array{answer: mixed, output: string}
     */
    public function run(array $task): array
    {
        ob_start();
        try {
            Boot::command($this->root, $this->configuration);
            ServerModule::load('ispmanagernoc');
            App::set(new App(clock: new VirtualClock($this->clock)));
            $answer = $this->carryOut($task);
        } catch (Throwable $failure) {
            $answer = ['failed' => $failure::class . ': ' . $failure->getMessage()];
        }
        return ['answer' => $answer, 'output' => (string) ob_get_clean()];
    }

    /** @param array<string, mixed> $task */
    private function carryOut(array $task): mixed
    {
        $service = $task['service'] ?? 0;
        return match ($task['do']) {
            'prepare' => (new Beginning())->make($task),
            'inspect' => Inspection::take($task['logs']),
            'date' => Clock::moveTo($task['date']),
            'create' => $this->asStaff(static fn () => Command::run('Create', $service)),
            'renew' => $this->asStaff(static fn () => Command::run('Renew', $service)),
            'terminate' => $this->asStaff(static fn () => Command::run('Terminate', $service)),
            'sync' => $this->asStaff(static fn () => Command::custom('Sync', $service)),
            'panel-create' => $this->panel('create', $service, []),
            'panel-renew' => $this->panel('renew', $service, ['confirmation' => $task['confirmation']]),
            'invoice' => Renewals::invoice((object) Capsule::table('tblhosting')->find($service)),
            'pay' => $this->pay($service),
            'retry' => $this->retry($service),
            'cron' => Cron::run(),
        };
    }

    private function asStaff(\Closure $command): string
    {
        $_SESSION['adminid'] = 1;
        return $command();
    }

    private function pay(int $service): string
    {
        $invoice = Renewals::openInvoice($service);
        return $invoice !== null && Invoices::pay($invoice, 'mailin', "chaos-$invoice") ? "paid $invoice" : 'nothing to pay';
    }

    /** @return list<string> */
    private function retry(int $service): array
    {
        $_SESSION['adminid'] = 1;
        $entries = Capsule::table('tblmodulequeue')->where(['service_id' => $service, 'completed' => 0])->orderBy('id')->pluck('id');
        return array_map(Queue::retry(...), $entries->all());
    }

    /**
     * What the panel does when somebody presses its button: it has shown the cost and the end date, and sends both back.
     *
     * @param array<string, mixed> $more
     * @return list<string> the relay's answers
     */
    private function panel(string $action, int $serviceId, array $more): array
    {
        $_SESSION['adminid'] = 1;
        $account = $this->relay(['action' => 'account', 'service' => $serviceId]);
        $service = App::get()->services()->find($serviceId);
        $offers = array_filter(App::get()->offers()->of($service), static fn ($offer): bool => $offer->name === $action);
        return [$account, $this->relay(array_filter($more + [
            'action' => $action,
            'service' => $serviceId,
            'cost' => current($offers)->cost?->toArray(),
            'expires' => json_decode($account, true)['ok']['expires'] ?? null,
        ]))];
    }

    /** @param array<string, mixed> $message */
    private function relay(array $message): string
    {
        $_REQUEST['token'] = Token::current();
        $request = new Request('POST', Token::current(), json_encode($message, JSON_THROW_ON_ERROR), 'same-origin');
        return Relay::inWhmcs()->answer(Audience::Staff, $request)->body;
    }
}
