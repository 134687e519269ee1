<?php

/**
 * The four ways in which a call of the account can end; each says whether it may be sent again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

enum OutcomeKind: string
{
    /** Nothing left this machine: it may be sent again. */
    case NotSent = 'not sent';
    /** The account said no: nothing was done, and its text is shown. */
    case Rejected = 'rejected';
    /** The account did what was asked and said so. */
    case Done = 'done';
    /** Nobody knows. Only the account can tell; it must not be sent again before that. */
    case Unknown = 'unknown';
}
