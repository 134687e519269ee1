<?php

/**
 * A message of the panel, read with the types that crates/wire gives it. What does not fit is refused as malformed.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

use IspmanagerNoc\Account\Money;

final class Message
{
    /** @param array<array-key, mixed> $fields */
    private function __construct(public readonly string $action, private readonly array $fields)
    {
    }

    /** @param string $json the form field; WHMCS may have HTML-encoded it on the way */
    public static function parse(string $json): self
    {
        if (!str_contains($json, '"')) {
            $json = html_entity_decode($json, ENT_QUOTES | ENT_HTML5, 'UTF-8');
        }
        $fields = json_decode($json, true, 8);
        $action = is_array($fields) ? ($fields['action'] ?? null) : null;
        if (!is_string($action)) {
            throw Refusal::because('malformed');
        }
        return new self($action, $fields);
    }

    /** An id of WHMCS or of the account: a whole number above zero. */
    public function id(string $name): int
    {
        $value = $this->number($name);
        return $value > 0 ? $value : throw Refusal::because('malformed');
    }

    /** A whole number, where zero stands for "none". */
    public function number(string $name): int
    {
        $value = $this->fields[$name] ?? null;
        return is_int($value) && $value >= 0 ? $value : throw Refusal::because('malformed');
    }

    public function money(string $name): Money
    {
        $value = $this->fields[$name] ?? null;
        $minor = is_array($value) ? ($value['minor'] ?? null) : null;
        $currency = is_array($value) ? ($value['currency'] ?? null) : null;
        if (!is_int($minor) || !is_string($currency) || preg_match('/^[A-Z]{3}$/', $currency) !== 1) {
            throw Refusal::because('malformed');
        }
        return new Money($minor, $currency);
    }

    /** The account's id of an order. */
    public function orderId(string $name): string
    {
        $value = $this->fields[$name] ?? null;
        $isId = is_string($value) && preg_match('/^[1-9]\d{0,17}$/D', $value) === 1;
        return $isId ? $value : throw Refusal::because('malformed');
    }

    public function text(string $name): string
    {
        $value = $this->fields[$name] ?? null;
        return is_string($value) ? $value : throw Refusal::because('malformed');
    }

    /** Null when it was left out. */
    public function moneyOrNone(string $name): ?Money
    {
        return isset($this->fields[$name]) ? $this->money($name) : null;
    }

    /** A day, Y-m-d; null when it was left out. */
    public function date(string $name): ?string
    {
        $value = $this->fields[$name] ?? null;
        if ($value === null) {
            return null;
        }
        $isDate = is_string($value) && preg_match('/^\d{4}-\d{2}-\d{2}$/D', $value) === 1;
        return $isDate ? $value : throw Refusal::because('malformed');
    }

    /** A short mark made by the panel, for example of one confirmed question; null when it was left out. */
    public function mark(string $name): ?string
    {
        $value = $this->fields[$name] ?? null;
        if ($value === null) {
            return null;
        }
        $isMark = is_string($value) && preg_match('/^[A-Za-z0-9-]{1,64}$/', $value) === 1;
        return $isMark ? $value : throw Refusal::because('malformed');
    }
}
