<?php

/**
 * A way to the account that answers from a script and keeps every request. A function without a script is a failure of the test. What it
 * answers to a renewal it shows in forms afterwards, unless it is told not to.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use Closure;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Account\Request;
use IspmanagerNoc\Account\Transport;
use LogicException;

final class FakeTransport implements Transport
{
    private const SPENDING = '/\.(order\.param|delete)$|^service\.prolong$/';

    /** @var list<Request> */
    public array $requests = [];
    public bool $showsRenewals = true;
    private string $renewedUntil = '';
    /** @var array<string, list<Reply|Closure(array<string, string>): Reply>> by function; the last one is used again and again */
    private array $script = [];

    public function post(Request $request): Reply
    {
        $this->requests[] = $request;
        $function = $request->form['func'];
        $answers = $this->script[$function] ?? throw new LogicException("No answer is prepared for $function");
        if (count($answers) > 1) {
            array_shift($this->script[$function]);
        }
        return $this->kept($request->form, $answers[0] instanceof Closure ? $answers[0]($request->form) : $answers[0]);
    }

    /** @param array<string, string> $form */
    private function kept(array $form, Reply $reply): Reply
    {
        if (($form['func'] . ($form['sok'] ?? '')) === 'service.prolongok' && preg_match('~<newexpiredate>([0-9-]+)<~', $reply->body, $date) === 1) {
            $this->renewedUntil = $this->showsRenewals ? $date[1] : '';
        }
        $isForm = str_ends_with($form['func'], '.edit') && preg_match('~<expiredate>([0-9-]+)<~', $reply->body, $date) === 1;
        return $isForm && $date[1] < $this->renewedUntil
            ? Reply::received($reply->status, str_replace("<expiredate>$date[1]<", "<expiredate>$this->renewedUntil<", $reply->body))
            : $reply;
    }

    /** @param Reply|Closure(array<string, string>): Reply|string ...$answers replies, or names of fixtures */
    public function answer(string $function, Reply|Closure|string ...$answers): self
    {
        $this->script[$function] = array_values(array_map(
            static fn (Reply|Closure|string $answer) => is_string($answer) ? self::fixture($answer) : $answer,
            $answers
        ));
        return $this;
    }

    /** @param array<string, string> $replace put into the fixture's {placeholders} */
    public static function fixture(string $name, array $replace = []): Reply
    {
        $xml = (string) file_get_contents(__DIR__ . "/fixtures/$name.xml");
        foreach ($replace as $key => $value) {
            $xml = str_replace('{' . $key . '}', htmlspecialchars($value, ENT_XML1), $xml);
        }
        return Reply::received(200, $xml);
    }

    /** @return list<array<string, string>> the forms of the calls that spend */
    public function spending(): array
    {
        return array_values(array_filter(
            array_map(static fn (Request $request): array => $request->form, $this->requests),
            static fn (array $form): bool => preg_match(self::SPENDING, $form['func']) === 1 && isset($form['sok'])
        ));
    }

    public function count(string $function): int
    {
        return count(array_filter($this->requests, static fn (Request $request): bool => $request->form['func'] === $function));
    }
}
