<?php

/**
 * Calls functions of one account. A read may be repeated, a call that spends never is; every call is logged without its secrets.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use Closure;
use IspmanagerNoc\Clock;
use IspmanagerNoc\Exception\AccountDown;
use IspmanagerNoc\Exception\Rejected;
use IspmanagerNoc\Whmcs\Module;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServerRecord;
use Throwable;

final class Client
{
    private const READ_SECONDS = 30;
    private const SPEND_SECONDS = 60;
    private const REPEATS = 2;
    private const LONG_REQUEST_PAUSE_SECONDS = 1.0;
    private const LOGGED_BYTES = 65_000;
    /** A read that failed later than this is not repeated: somebody is waiting. */
    private const REPEAT_WITHIN_SECONDS = 2.0;

    private readonly Mask $mask;
    private string $lastBody = '';

    /**
     * @param Breaker|null $breaker null while a person tests a server record
     * @param float|null $deadline on the clock's elapsed(); nothing is read after it
     * @param bool $isHurried whether somebody waits: a read is then given up as soon as the account seems to be silent
     */
    public function __construct(
        private readonly ServerRecord $server,
        private readonly Transport $transport,
        private readonly Clock $clock,
        private readonly ?Breaker $breaker,
        private readonly string $language,
        private readonly ?float $deadline = null,
        private readonly bool $isHurried = false,
    ) {
        // A login of a letter or two would turn every text into stars, and tells nobody anything.
        $this->mask = new Mask([$this->authinfo(), $server->password, strlen($server->username) > 2 ? $server->username : '']);
    }

    /**
     * @param array<string, string|int> $params
     * @throws AccountDown when no whole answer could be had
     * @throws Rejected
     */
    public function read(string $function, array $params = []): Document
    {
        $start = $this->clock->elapsed();
        for ($repeat = 0; $this->isAdmitted(); $repeat++) {
            $outcome = $this->readOnce($function, $params, $this->clock->elapsed() - $start);
            $this->report($function, $params, $outcome, $this->lastBody);
            if ($outcome->kind === OutcomeKind::Done && $outcome->document !== null) {
                return $outcome->document;
            }
            if ($outcome->rejection !== null) {
                throw Rejected::by($outcome->rejection);
            }
            if ($repeat >= self::REPEATS || $this->clock->elapsed() - $start > self::REPEAT_WITHIN_SECONDS) {
                throw $this->down('account.down');
            }
            $this->clock->pause(random_int(100, 400) / 1000);
        }
        throw $this->down('account.breaker');
    }

    /**
     * @param array<string, string|int> $params
     * @param Closure(Document): bool $holdsResult
     * @param Closure(Outcome): void $save keeps the outcome; it runs before anything else does
     */
    public function spend(string $function, array $params, Closure $holdsResult, Closure $save): Outcome
    {
        if (!$this->isAdmitted()) {
            $outcome = Outcome::notSent('too many failures, waiting');
            $save($outcome);
            return $outcome;
        }
        $outcome = $this->send($this->request($function, $params, self::SPEND_SECONDS), $holdsResult, isSpending: true);
        // To save the outcome the account may be asked more.
        $body = $this->lastBody;
        $save($outcome);
        return $outcome->after($this->report($function, $params, $outcome, $body));
    }

    public function login(): string
    {
        return $this->server->username;
    }

    public function host(): Host
    {
        return Host::parse($this->server->hostname, Module::acceptsLoopbackAccounts());
    }

    /** What a caller is told who asked for a list and could not be given all of it. */
    public function down(string $textKey): AccountDown
    {
        return new AccountDown($textKey, ['server' => $this->server->name]);
    }

    /** @param Closure(Document): bool $holdsResult */
    private function send(Request $request, Closure $holdsResult, bool $isSpending = false): Outcome
    {
        $reply = $this->transport->post($request);
        $this->lastBody = $reply->body;
        return Outcome::of($reply, $this->mask, $holdsResult, $isSpending);
    }

    /**
     * @param array<string, string|int> $params
     * @param float $waited how long earlier attempts at the same took
     * @param string|null $path instead of the usual one
     */
    private function request(
        string $function,
        array $params,
        int $seconds,
        float $waited = 0.0,
        ?string $path = null,
        bool $isHurried = false,
    ): Request {
        $form = ['authinfo' => $this->authinfo(), 'out' => 'xml', 'lang' => $this->language, 'func' => $function];
        return new Request($this->host(), $form + array_map(strval(...), $params), $seconds, $waited, $path, $isHurried);
    }

    /**
     * One read, with the waiting that the account may ask for: a page that names the address under which the answer will be.
     *
     * @param array<string, string|int> $params
     * @param float $waited how long earlier attempts at the same took
     */
    private function readOnce(string $function, array $params, float $waited): Outcome
    {
        $start = $this->clock->elapsed();
        $path = null;
        do {
            $request = $this->request($function, $params, $this->readSeconds(), $waited, $path, $this->isHurried);
            $outcome = $this->send($request, static fn (): bool => true);
            $path = $outcome->document === null ? LongRequest::path($this->lastBody) : null;
            if ($path !== null) {
                $this->clock->pause(self::LONG_REQUEST_PAUSE_SECONDS);
            }
        } while ($path !== null && $this->clock->elapsed() - $start < self::READ_SECONDS);
        return $outcome;
    }

    /**
     * Writes the log and tells the breaker. The call is over by then: a failure here must not hide what came of it.
     *
     * @param array<string, string|int> $params
     */
    private function report(string $function, array $params, Outcome $outcome, string $body): ?Call
    {
        try {
            $call = new Call(
                $function,
                $this->mask->form(array_map(strval(...), $params)),
                mb_strcut($this->mask->answer($body), 0, self::LOGGED_BYTES),
                $this->mask->value((string) $outcome),
            );
            $outcome->isTransportFailure() ? $this->breaker?->failed($this->server->id) : $this->breaker?->succeeded($this->server->id);
            Reports::accountCall($call->function, $call->request, $call->answer, $call->outcome, $this->mask->forms());
            return $call;
        } catch (Throwable $failure) {
            Reports::failure($function, $failure);
            return null;
        }
    }

    private function readSeconds(): int
    {
        $left = $this->deadline === null ? self::READ_SECONDS : (int) ($this->deadline - $this->clock->elapsed());
        return $left > 0 ? min(self::READ_SECONDS, $left) : throw $this->down('account.later');
    }

    /** Asked once before each attempt: of an account that is left alone, one process at a time finds out whether it is back. */
    private function isAdmitted(): bool
    {
        return $this->breaker === null || $this->breaker->admits($this->server->id);
    }

    private function authinfo(): string
    {
        return $this->server->username . ':' . $this->server->password;
    }
}
