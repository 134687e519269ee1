<?php

/**
 * ClientAreaFooterOutput: the panel's style and boot script, on the details page of a service of this module only.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;
use IspmanagerNoc\Page\Panel;

final class ClientFooter
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): string
    {
        $isDetails = ($_REQUEST['action'] ?? '') === 'productdetails'
            && basename((string) ($vars['filename'] ?? 'clientarea'), '.php') === 'clientarea';
        if (!$isDetails || App::get()->services()->find((int) ($_REQUEST['id'] ?? 0)) === null) {
            return '';
        }
        return Panel::assets()->styleLink() . Panel::assets()->bootScript();
    }
}
