<?php

/**
 * The account's "no": its type and object for programs, its message for people.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

final class Rejection
{
    private const LONGEST = 1000;
    /** Types that are documented as said before anything is done. */
    private const REFUSALS = ['auth', 'access', 'missed', 'value', 'exists', 'pricelist_min_order'];

    private function __construct(
        public readonly string $type,
        public readonly string $message,
    ) {
    }

    /** Null when the document is not an error. */
    public static function in(Document $document, Mask $mask): ?self
    {
        $error = $document->first('error');
        if ($error === null) {
            return null;
        }
        $message = $error->text('msg') !== '' ? $error->text('msg') : self::detail($error);
        return new self($error->attribute('type'), mb_strimwidth($mask->value($message), 0, self::LONGEST, '…'));
    }

    /** Whether it is certain that nothing was done: "request in process" is an error too, and says nothing of what comes of it. */
    public function isRefusal(): bool
    {
        return in_array($this->type, self::REFUSALS, true);
    }

    /** The account does not know the element, or not any more. */
    public function isMissing(): bool
    {
        return $this->type === 'missed';
    }

    /** The detail may hold `__name__` placeholders, which the error's parameters fill. */
    private static function detail(Document $error): string
    {
        $detail = $error->text('detail');
        foreach ($error->all('param') as $param) {
            $detail = str_replace('__' . $param->attribute('name') . '__', $param->value(), $detail);
        }
        return $detail !== '' ? $detail : trim($error->attribute('type') . ' ' . $error->attribute('object'));
    }
}
