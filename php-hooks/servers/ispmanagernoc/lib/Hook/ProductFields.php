<?php

/**
 * AdminProductConfigFields: the row with the field preview, on products of this module.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;
use IspmanagerNoc\Page\ProductPreview;
use IspmanagerNoc\Texts;

final class ProductFields
{
    /**
     * @param array<string, mixed> $vars
     * @return array<string, string>
     */
    public function __invoke(array $vars): array
    {
        $product = App::get()->products()->find((int) ($vars['pid'] ?? 0));
        return $product === null ? [] : (new ProductPreview(App::get(), Texts::current()))->rows($product);
    }
}
