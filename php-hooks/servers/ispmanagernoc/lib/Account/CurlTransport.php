<?php

/**
 * Carries requests by cURL: TLS verified, no redirects, bounded in time and size.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use CurlHandle;

defined('WHMCS') || exit;

final class CurlTransport implements Transport
{
    public function post(Request $request): Reply
    {
        $body = '';
        $handle = curl_init();
        curl_setopt_array($handle, self::options($request) + [
            CURLOPT_WRITEFUNCTION => static function (CurlHandle $handle, string $part) use (&$body): int {
                $body .= $part;
                return strlen($body) > Request::MAX_BYTES ? -1 : strlen($part);
            },
        ]);
        self::limitSilence($handle, $request->silentSeconds());
        $succeeded = curl_exec($handle) === true;
        $status = (int) curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        if ($succeeded) {
            return Reply::received($status, $body);
        }
        $failure = 'cURL ' . curl_errno($handle) . ': ' . (string) curl_strerror(curl_errno($handle));
        return self::wasSent($handle) ? Reply::lost($failure, $status, $body) : Reply::notSent($failure);
    }

    /** Gives a call up whose answer has not begun within this time; headers alone are no answer. */
    private static function limitSilence(CurlHandle $handle, ?float $seconds): void
    {
        if ($seconds === null) {
            return;
        }
        $until = hrtime(true) / 1e9 + $seconds;
        curl_setopt($handle, CURLOPT_NOPROGRESS, false);
        curl_setopt(
            $handle,
            CURLOPT_PROGRESSFUNCTION,
            static fn (CurlHandle $handle, int|float $total, int|float $received): int => (int) ($received < 1 && hrtime(true) / 1e9 > $until)
        );
    }

    /** Whether the connection was ready and the request had begun to leave. In doubt it has. */
    private static function wasSent(CurlHandle $handle): bool
    {
        return curl_getinfo($handle, CURLINFO_REQUEST_SIZE) > 0
            || curl_getinfo($handle, CURLINFO_SIZE_UPLOAD) > 0
            || curl_getinfo($handle, CURLINFO_PRETRANSFER_TIME) > 0;
    }

    /** @return array<int, mixed> */
    private static function options(Request $request): array
    {
        $protocol = $request->host->isLoopback ? CURLPROTO_HTTP : CURLPROTO_HTTPS;
        $options = [
            CURLOPT_URL => $request->url(),
            CURLOPT_POST => true,
            CURLOPT_POSTFIELDS => http_build_query($request->form, '', '&', PHP_QUERY_RFC1738),
            CURLOPT_HTTPHEADER => ['Content-Type: application/x-www-form-urlencoded', 'Expect:'],
            // Over HTTP/2 cURL would send a refused stream once more by itself.
            CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,
            CURLOPT_USERAGENT => 'ispmanager-noc-whmcs',
            CURLOPT_PROTOCOLS => $protocol,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            CURLOPT_CONNECTTIMEOUT_MS => $request->connectMilliseconds(),
            CURLOPT_TIMEOUT => $request->totalSeconds,
            CURLOPT_FRESH_CONNECT => true,
            CURLOPT_FORBID_REUSE => true,
            CURLOPT_NOSIGNAL => true,
        ];
        return $request->host->isLoopback ? $options + [CURLOPT_PROXY => ''] : $options;
    }
}
