<?php

/**
 * The global functions that WHMCS documents for modules; each delegates to a class of the stand-in.
 */

declare(strict_types=1);

use Standin\Api;
use Standin\Crypt;
use Standin\Hooks;
use Standin\Log;
use Standin\Token;

function add_hook(string $hookPoint, int $priority, callable $function): void
{
    Hooks::add($hookPoint, $priority, $function);
}

function run_hook(string $hookPoint, array $args = []): array
{
    return Hooks::run($hookPoint, $args);
}

function localAPI(string $command, array $values = [], string $adminUser = ''): array
{
    return Api::call($command, $values);
}

function logModuleCall(
    string $module,
    string $action,
    mixed $request,
    mixed $response,
    mixed $processed = '',
    array $replaceVars = []
): void {
    Log::moduleCall($module, $action, $request, $response, $processed, $replaceVars);
}

function logActivity(string $description, int $userId = 0): void
{
    Log::activity($description, $userId);
}

function encrypt(string $plain): string
{
    return Crypt::encrypt($plain);
}

function decrypt(string $encrypted): string
{
    return Crypt::decrypt($encrypted);
}

function generate_token(string $type = 'form'): string
{
    return match ($type) {
        'form' => Token::input(),
        'plain' => Token::plain(),
        'link' => '&token=' . Token::plain(),
        default => throw new Standin\NotModelled("generate_token('$type')"),
    };
}

/** With a second argument the answer is a boolean; without it a bad token ends the request. */
function check_token(string $namespace = 'WHMCS.default', mixed $returnResult = false): bool
{
    if (Token::matches($_REQUEST['token'] ?? null)) {
        return true;
    }
    if ($returnResult !== false) {
        return false;
    }
    http_response_code(403);
    exit('Invalid Token');
}
