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
use Standin\Module\Params;
use Standin\Module\Queue;
use Standin\Module\ServerModule;
use Throwable;
use WHMCS\Database\Capsule;

final class Caller
{
    /** Stays when the process ends in the middle of its task. */
    private mixed $answer = ['failed' => 'the process ended'];

    /** @param array<string, mixed> $configuration the variables of configuration.php */
    public function __construct(
        private readonly string $root,
        private readonly array $configuration,
        private readonly string $clock,
    ) {
    }

    /** @param array<string, mixed> $task */
    public function run(array $task): void
    {
        ob_start();
        try {
            Boot::command($this->root, $this->configuration);
            ServerModule::load('ispmanagernoc');
            App::set(new App(clock: new VirtualClock($this->clock)));
            $this->answer = $this->carryOut($task);
        } catch (Throwable $failure) {
            $this->answer = ['failed' => $failure::class . ': ' . $failure->getMessage()];
        }
    }

    /** @return array{answer: mixed, output: string} what came of the task */
    public function said(): array
    {
        $output = '';
        while (ob_get_level() > 0) {
            $output = ob_get_clean() . $output;
        }
        return ['answer' => $this->answer, 'output' => $output];
    }

    /** @param array<string, mixed> $task */
    private function carryOut(array $task): mixed
    {
        $service = $task['service'] ?? 0;
        return match ($task['do']) {
            'prepare' => (new Beginning())->make($task),
            'inspect' => Inspection::take($task['logs']),
            'date' => Clock::moveTo($task['date']),
            'page' => $this->page($task['path'], $task['query'], $task['session']),
            'create' => $this->asStaff(static fn () => Command::run('Create', $service)),
            'renew' => $this->asStaff(static fn () => Command::run('Renew', $service)),
            'terminate' => $this->asStaff(static fn () => Command::run('Terminate', $service)),
            'sync' => $this->asStaff(static fn () => Command::custom('Sync', $service)),
            'panel-create' => $this->panel('create', $service, []),
            'panel-renew' => $this->panel('renew', $service, ['confirmation' => $task['confirmation']]),
            'panel-change-period' => $this->panel('change-period', $service, ['months' => $task['months']]),
            'panel-link-order' => $this->panel('link-order', $service, ['order' => $task['order']]),
            'panel-drop-unpaid' => $this->panel('drop-unpaid', $service, []),
            'set-cycle' => Capsule::table('tblhosting')->where('id', $service)->update(['billingcycle' => $task['cycle']]),
            'sign-on' => $this->signOn(),
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

    /**
     * A page of WHMCS, as it is printed. It ends the process by itself.
     *
     * @param array<string, string> $query
     * @param array<string, int> $session
     */
    private function page(string $path, array $query, array $session): string
    {
        $_SESSION = $session;
        $_GET = $_REQUEST = $query;
        $_SERVER['SCRIPT_NAME'] = '/' . basename($path);
        $this->answer = 'shown';
        require dirname(__DIR__, 2) . "/whmcs/pages/$path";
        return 'shown';
    }

    /** @return array<string, mixed> */
    private function signOn(): array
    {
        $server = (int) Capsule::table('tblservers')->value('id');
        return ServerModule::load('ispmanagernoc')->call('AdminSingleSignOn', Params::forServer(Params::server($server)));
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
