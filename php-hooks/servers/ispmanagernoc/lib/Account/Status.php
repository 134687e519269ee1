<?php

/**
 * The status of a service in the account and the status of WHMCS that it leads to.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use IspmanagerNoc\Contract;

final class Status
{
    /**
     * @param string $name `ordered`, `active`, `suspended`, `deleted`, `processing`
     * @param string $whmcs a value of tblhosting.domainstatus
     */
    private function __construct(public readonly string $name, public readonly string $whmcs)
    {
    }

    /** Reads the machine value, whose sub-states follow the digit (`3_autosuspend`). A number that is not known is nobody's status. */
    public static function parse(string $orig): ?self
    {
        $code = explode('_', $orig)[0];
        foreach (Contract::get('statuses') as $status) {
            if ($code === (string) $status['code']) {
                return new self($status['name'], $status['whmcs']);
            }
        }
        return null;
    }

    /** Null for a name that is none of the contract's. */
    public static function named(string $name): ?self
    {
        foreach (Contract::get('statuses') as $status) {
            if ($name === $status['name']) {
                return new self($name, $status['whmcs']);
            }
        }
        return null;
    }

    public function isProcessing(): bool
    {
        return $this->name === 'processing';
    }

    public function isActive(): bool
    {
        return $this->name === 'active';
    }

    public function isDeleted(): bool
    {
        return $this->name === 'deleted';
    }
}
