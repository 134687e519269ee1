<?php

/**
 * The relay's answer: JSON with its HTTP status.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

use IspmanagerNoc\Whmcs\Response;

final class Answer
{
    private function __construct(public readonly int $status, public readonly string $body)
    {
    }

    /** @param array<string, mixed> $value */
    public static function ok(array $value): self
    {
        return new self(200, self::json(['ok' => $value]));
    }

    public static function error(string $code, int $status, string $text, string $reference): self
    {
        return new self($status, self::json(['error' => ['code' => $code, 'text' => $text, 'reference' => $reference]]));
    }

    /** Sends the answer instead of the page that WHMCS is about to print, and ends the request. */
    public function send(): never
    {
        Response::send($this->status, 'application/json; charset=utf-8', $this->body);
    }

    /** @param array<string, mixed> $value as the panel reads it */
    public static function json(array $value): string
    {
        return json_encode(
            $value,
            JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
        );
    }
}
