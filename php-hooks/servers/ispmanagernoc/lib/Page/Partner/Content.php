<?php

/**
 * What stands on a tab of the addon's page.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

interface Content
{
    /** @param Form|null $form what staff have sent from a page of this session; null when they only look */
    public function html(?Form $form): string;
}
