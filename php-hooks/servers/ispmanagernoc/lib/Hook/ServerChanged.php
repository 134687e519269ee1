<?php

/**
 * ServerAdd, ServerEdit, ServerDelete: the stored price list may now be another account's, so it is forgotten.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;

final class ServerChanged
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): void
    {
        App::get()->prices()->forget((int) ($vars['serverid'] ?? 0));
    }
}
