<?php

/**
 * HTML that is made and escaped already.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

final class Markup
{
    public function __construct(public readonly string $html)
    {
    }
}
