<?php

/**
 * What the browser sent to a relay entry, as far as the relay looks at it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

final class Request
{
    /** @param string|null $fetchSite the header Sec-Fetch-Site; null from a browser that does not send it */
    public function __construct(
        public readonly string $method,
        public readonly string $token,
        public readonly string $message,
        public readonly ?string $fetchSite = null,
    ) {
    }

    public static function received(): self
    {
        return new self(
            self::text($_SERVER['REQUEST_METHOD'] ?? ''),
            self::text($_POST['token'] ?? ''),
            self::text($_POST['message'] ?? ''),
            isset($_SERVER['HTTP_SEC_FETCH_SITE']) ? self::text($_SERVER['HTTP_SEC_FETCH_SITE']) : null,
        );
    }

    /** Browsers that do not send the header are still held by the token. */
    public function isFromThisSite(): bool
    {
        return $this->fetchSite === null || $this->fetchSite === 'same-origin';
    }

    /** Whether this request is a message of the panel and not a page view. */
    public static function holdsMessage(): bool
    {
        return isset($_POST['message']) || isset($_GET['message']);
    }

    private static function text(mixed $value): string
    {
        return is_string($value) ? $value : '';
    }
}
