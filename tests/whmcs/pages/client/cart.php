<?php

/**
 * Ordering: products of a group, the configuration of a product, the cart and the checkout.
 */

declare(strict_types=1);

use Standin\Billing\Checkout;
use Standin\Client\Cart;
use Standin\Client\CartPage;
use Standin\Client\Page;
use Standin\Client\Visitor;
use Standin\Request;
use WHMCS\Database\Capsule;

$number = Request::int('i');
switch (Request::text('a')) {
    case 'add':
        $number = Cart::add(Request::int('pid'));
        if ($number === null) {
            Page::notice('This product cannot be ordered at the moment', 'danger');
            Request::redirect('cart.php');
        }
        Request::redirect("cart.php?a=confproduct&i=$number");
    case 'confproduct':
        if (!isset(Cart::lines()[$number])) {
            Request::redirect('cart.php');
        }
        $complaints = [];
        if (Request::isPost()) {
            check_token();
            $complaints = Cart::configure($number);
            if ($complaints === []) {
                Request::redirect('cart.php?a=view');
            }
        }
        Page::show('Configure', 'configureproduct', CartPage::configuration($number, $complaints));
    case 'remove':
        Cart::remove($number);
        Request::redirect('cart.php?a=view');
    case 'view':
        Page::show('Review & Checkout', 'viewcart', CartPage::review());
    case 'checkout':
        $client = Visitor::require();
        if (!Request::isPost()) {
            Page::show('Checkout', 'checkout', CartPage::review() + ['complaints' => []]);
        }
        check_token();
        $complaints = Cart::ready() === [] ? ['Your shopping cart is empty'] : Cart::fromHooks('ShoppingCartValidateCheckout');
        if ($complaints !== []) {
            Page::show('Checkout', 'checkout', CartPage::review() + ['complaints' => $complaints]);
        }
        $items = array_values(Cart::ready());
        Cart::clear();
        $orderId = Checkout::place((int) $client->id, $items, 'mailin', (string) ($_SERVER['REMOTE_ADDR'] ?? ''));
        Request::redirect("cart.php?a=complete&order=$orderId");
    case 'complete':
        $order = Capsule::table('tblorders')->where(['id' => Request::int('order'), 'userid' => Visitor::require()->id])->first();
        Page::show('Order Confirmation', 'complete', ['order' => $order ?? Request::redirect('cart.php')]);
    default:
        Page::show('Order New Services', 'products', CartPage::products(Request::int('gid')));
}
