<?php

/**
 * AdminHomeWidgets: a box on the home page of those staff who may use the addon.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;
use IspmanagerNoc\Page\HomeBox;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Addon;
use IspmanagerNoc\Whmcs\HomeWidget as Widget;
use IspmanagerNoc\Whmcs\Staff;

final class HomeWidget
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): ?Widget
    {
        $staff = Staff::current();
        if ($staff === null || !Addon::admits($staff)) {
            return null;
        }
        $box = new HomeBox(App::get(), Texts::current());
        return new Widget('ispmanager NOC', $box->read(...), $box->html(...), $box->failed(...));
    }
}
