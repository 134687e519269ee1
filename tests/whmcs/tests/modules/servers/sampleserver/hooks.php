<?php

/**
 * Hooks of the sample server module.
 */

declare(strict_types=1);

add_hook('AdminAreaFooterOutput', 1, static fn (array $vars): string => '<i class="sample-footer">' . $vars['filename'] . '</i>');
add_hook('ClientAreaFooterOutput', 1, static fn (array $vars): string => '<i class="sample-footer">' . $vars['filename'] . '</i>');
add_hook('ClientAreaProductDetailsOutput', 1, static fn (array $vars): string => '<div class="sample-details">' . $vars['service']->product->servertype . '</div>');
add_hook('ShoppingCartValidateProductUpdate', 1, static function (array $vars): array {
    return in_array('bad', (array) ($vars['customfield'] ?? []), true) ? ['The sample refuses this value'] : [];
});
