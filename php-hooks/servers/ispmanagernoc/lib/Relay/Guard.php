<?php

/**
 * Who may ask what: every message passes here before anything else happens. WHMCS's own checks are not relied upon.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

use IspmanagerNoc\Partner\Access;
use IspmanagerNoc\Whmcs\Addon;
use IspmanagerNoc\Whmcs\Staff;
use IspmanagerNoc\Whmcs\Token;
use IspmanagerNoc\Whmcs\Visitor;

final class Guard
{
    /** @param array<string, array{entry: string, effect: string}> $actions the contract's actions */
    public function __construct(private readonly array $actions)
    {
    }

    public function admit(Audience $audience, Request $request): Message
    {
        if ($request->method !== 'POST') {
            throw Refusal::because('method');
        }
        if (!self::isLoggedIn($audience)) {
            throw Refusal::because('logged-out');
        }
        if (!$request->isFromThisSite() || !Token::matches($request->token, self::tokenOf($audience))) {
            throw Refusal::because('token');
        }
        $message = Message::parse($request->message);
        if (($this->actions[$message->action]['entry'] ?? null) !== $audience->value) {
            throw Refusal::because('unknown-action');
        }
        if (!self::mayUse($audience)) {
            throw Refusal::because('access');
        }
        if ($audience === Audience::Staff && $this->changes($message) && !Access::mayManage(Staff::current())) {
            throw Refusal::with('access', 'relay.read-only');
        }
        return $message;
    }

    private function changes(Message $message): bool
    {
        return !in_array($this->actions[$message->action]['effect'], ['read', 'ask'], true);
    }

    private static function isLoggedIn(Audience $audience): bool
    {
        return match ($audience) {
            Audience::Staff => Staff::current() !== null,
            Audience::Client => Visitor::clientId() !== null,
        };
    }

    private static function tokenOf(Audience $audience): string
    {
        return $audience === Audience::Staff ? Token::STAFF : Token::CLIENT;
    }

    private static function mayUse(Audience $audience): bool
    {
        if ($audience === Audience::Client) {
            return true;
        }
        $staff = Staff::current();
        return $staff !== null && Addon::isActive() && Addon::admits($staff);
    }
}
