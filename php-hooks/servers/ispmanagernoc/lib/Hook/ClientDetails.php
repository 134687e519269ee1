<?php

/**
 * ClientAreaProductDetailsOutput: the service information, for a service of this module. The theme's own rows stay; the panel
 * moves its view beside them.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;
use IspmanagerNoc\Page\Panel;
use IspmanagerNoc\Page\View;

final class ClientDetails
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): string
    {
        $service = App::get()->services()->find((int) ($vars['service']->id ?? 0));
        return $service === null ? '' : Panel::forClient(View::ServiceInfo, $service->id);
    }
}
