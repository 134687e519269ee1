<?php

/**
 * Ordering: products of a group, the configuration of a product, the cart and the checkout.
 */

declare(strict_types=1);

use Standin\Client\Cart;
use Standin\Client\CartPage;
use Standin\Client\CartSteps;
use Standin\Client\Page;
use Standin\Request;

match (Request::text('a')) {
    'add' => CartSteps::add(Request::int('pid')),
    'confproduct' => CartSteps::configure(Request::int('i')),
    'remove' => Request::redirect(Cart::remove(Request::int('i'))),
    'view' => Page::show('Review & Checkout', 'viewcart', CartPage::review()),
    'checkout' => CartSteps::checkout(),
    'complete' => CartSteps::complete(Request::int('order')),
    default => Page::show('Order New Services', 'products', CartPage::products(Request::int('gid'))),
};
