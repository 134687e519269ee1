<?php

/**
 * AdminAreaFooterOutput: the panel's style and boot script, on the product, service and partner pages only.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\Page\Panel;
use IspmanagerNoc\Whmcs\Addon;

final class StaffFooter
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): string
    {
        $page = basename((string) ($vars['filename'] ?? ''), '.php');
        $isOurs = in_array($page, ['configproducts', 'clientsservices'], true)
            || ($page === 'addonmodules' && ($_GET['module'] ?? '') === Addon::NAME);
        return $isOurs ? Panel::assets()->styleLink() . Panel::assets()->bootScript() : '';
    }
}
