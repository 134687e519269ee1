<?php

/**
 * What the relay does for one kind of message. The guard has let the message in; the object it names is still to be checked.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

interface Action
{
    /** @return array<string, mixed> the answer, in the shape that crates/wire gives it */
    public function answer(Message $message): array;
}
