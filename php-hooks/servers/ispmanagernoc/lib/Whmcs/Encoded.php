<?php

/**
 * WHMCS stores texts HTML-encoded: what is read is decoded here, exactly once, and what is written is encoded here.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class Encoded
{
    public static function decode(string $stored): string
    {
        return html_entity_decode($stored, ENT_QUOTES | ENT_HTML5, 'UTF-8');
    }

    public static function encode(string $plain): string
    {
        return htmlspecialchars($plain, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }
}
