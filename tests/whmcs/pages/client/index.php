<?php

/**
 * The client area's home page.
 */

declare(strict_types=1);

Standin\Client\Page::show('Portal Home', 'homepage');
