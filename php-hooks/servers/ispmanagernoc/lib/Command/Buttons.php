<?php

/**
 * The buttons that staff get besides WHMCS's own. The label is the manual's and stays the same in every language.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

final class Buttons
{
    /** @return array<string, string> label => function */
    public function run(): array
    {
        return ['Sync' => 'Sync'];
    }
}
