<?php

/**
 * An answer in place of the page that WHMCS is about to print.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class Response
{
    /**
     * Sends it, never cached and never taken for another type, and ends the request.
     *
     * @param array<string, string> $headers more of them
     */
    public static function send(int $status, string $type, string $body, array $headers = []): never
    {
        while (ob_get_level() > 0 && ob_end_clean()) {
            continue;
        }
        http_response_code($status);
        $headers += ['Content-Type' => $type, 'Cache-Control' => 'no-store', 'X-Content-Type-Options' => 'nosniff'];
        foreach ($headers as $name => $value) {
            header("$name: $value");
        }
        echo $body;
        exit;
    }
}
