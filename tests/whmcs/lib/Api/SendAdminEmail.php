<?php

/**
 * An e-mail to staff: only one with its own subject and text, as no template for staff is modelled.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\ApiError;
use Standin\Mail;
use Standin\NotModelled;

final class SendAdminEmail
{
    private const KNOWN = ['customsubject', 'custommessage', 'type'];

    public function __invoke(array $values): array
    {
        $unknown = array_diff(array_keys($values), self::KNOWN);
        if ($unknown !== []) {
            throw new NotModelled('the parameters ' . implode(', ', $unknown) . ' of SendAdminEmail');
        }
        if (($values['customsubject'] ?? '') === '' || ($values['custommessage'] ?? '') === '') {
            throw new ApiError('You must provide a template name or a subject and a message');
        }
        if (!in_array($values['type'] ?? 'system', ['system', 'account', 'support'], true)) {
            throw new ApiError('Invalid Type');
        }
        Mail::toStaff($values['customsubject'], $values['custommessage']);
        return [];
    }
}
