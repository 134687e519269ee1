<?php

/**
 * What came of one call. This is the only place that decides it: by how far the request came and whether the answer is whole.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use Closure;

final class Outcome
{
    /**
     * @param string $failure why it is not sent or not known, for the log
     * @param Call|null $call what was said, once it is over
     */
    private function __construct(
        public readonly OutcomeKind $kind,
        public readonly ?Document $document,
        public readonly ?Rejection $rejection,
        public readonly string $failure,
        public readonly ?Call $call = null,
    ) {
    }

    /**
     * @param Closure(Document): bool $holdsResult whether a success document holds what was asked for
     * @param bool $isSpending whether an error that may hide an effect must not pass for a refusal
     */
    public static function of(Reply $reply, Mask $mask, Closure $holdsResult, bool $isSpending = false): self
    {
        if (!$reply->wasSent) {
            return self::notSent((string) $reply->failure);
        }
        if ($reply->failure !== null) {
            return new self(OutcomeKind::Unknown, null, null, $reply->failure);
        }
        $document = Document::parse($reply->body);
        if ($document === null) {
            return new self(OutcomeKind::Unknown, null, null, "HTTP $reply->status without a document");
        }
        $rejection = Rejection::in($document, $mask);
        if ($rejection !== null) {
            $isCertain = !$isSpending || ($reply->status < 500 && $rejection->isRefusal());
            return new self($isCertain ? OutcomeKind::Rejected : OutcomeKind::Unknown, $document, $rejection, '');
        }
        if ($reply->status >= 400 || !$holdsResult($document)) {
            return new self(OutcomeKind::Unknown, $document, null, "HTTP $reply->status without the expected result");
        }
        return new self(OutcomeKind::Done, $document, null, '');
    }

    public static function notSent(string $failure): self
    {
        return new self(OutcomeKind::NotSent, null, null, $failure);
    }

    /** The same answer, where the refusal means that nothing was left to do. */
    public function accepted(): self
    {
        return new self(OutcomeKind::Done, $this->document, null, '');
    }

    public function after(?Call $call): self
    {
        return new self($this->kind, $this->document, $this->rejection, $this->failure, $call);
    }

    /** The number of the payment for which the account waits; it then has done nothing yet. */
    public function unpaidOrder(): ?string
    {
        $number = $this->document?->text('billorder') ?? '';
        return $number === '' ? null : $number;
    }

    /** Whether the way to the account failed, as against an answer of the account. */
    public function isTransportFailure(): bool
    {
        return $this->document === null;
    }

    public function __toString(): string
    {
        $detail = $this->rejection !== null ? "{$this->rejection->type} {$this->rejection->message}" : $this->failure;
        return trim("{$this->kind->value} $detail");
    }
}
