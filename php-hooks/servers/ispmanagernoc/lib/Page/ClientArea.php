<?php

/**
 * WHMCS calls this for the service page of the client area. It answers the panel's messages; the page itself keeps the theme's
 * own rows, to which the hook ClientAreaProductDetailsOutput adds.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\Relay\Audience;
use IspmanagerNoc\Relay\Relay;
use IspmanagerNoc\Relay\Request;

final class ClientArea
{
    /**
     * @param array<string, mixed> $params
     * @return array<string, mixed>
     */
    public function run(array $params): array
    {
        if (Request::holdsMessage()) {
            Relay::inWhmcs()->answer(Audience::Client, Request::received())->send();
        }
        return [];
    }
}
