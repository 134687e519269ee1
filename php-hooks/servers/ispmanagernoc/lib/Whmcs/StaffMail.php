<?php

/**
 * E-mails to staff, by WHMCS's own way of telling them something of the system.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class StaffMail
{
    /**
     * @param list<string> $paragraphs plain text
     * @return string|null the reason why it did not go out
     */
    public static function send(string $subject, array $paragraphs): ?string
    {
        $escape = static fn (string $text): string => '<p>' . htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8') . '</p>';
        $result = localAPI('SendAdminEmail', [
            'customsubject' => $subject,
            'custommessage' => implode('', array_map($escape, $paragraphs)),
            'type' => 'system',
        ]);
        return ($result['result'] ?? '') === 'success' ? null : (string) ($result['message'] ?? 'SendAdminEmail');
    }
}
