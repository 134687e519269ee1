<?php

/**
 * A tab that other programs can read too.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

interface Exported
{
    /** What the tab shows, whole and not by pages; null while there is nothing. */
    public function csv(): ?Csv;
}
