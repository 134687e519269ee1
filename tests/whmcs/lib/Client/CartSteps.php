<?php

/**
 * The steps of an order, each ending the request with its page or with the way to the next step.
 */

declare(strict_types=1);

namespace Standin\Client;

use Standin\Billing\Checkout;
use Standin\Request;
use WHMCS\Database\Capsule;

final class CartSteps
{
    public static function add(int $productId): never
    {
        $number = Cart::add($productId);
        if ($number === null) {
            Page::notice('This product cannot be ordered at the moment', 'danger');
            Request::redirect('cart.php');
        }
        Request::redirect("cart.php?a=confproduct&i=$number");
    }

    public static function configure(int $number): never
    {
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
    }

    public static function checkout(): never
    {
        $client = Visitor::require();
        $complaints = Request::isPost() ? self::objections() : [];
        if (!Request::isPost() || $complaints !== []) {
            Page::show('Checkout', 'checkout', CartPage::review() + ['complaints' => $complaints]);
        }
        // The cart is emptied first: a second click finds nothing to order.
        $items = array_values(Cart::ready());
        Cart::clear();
        $orderId = Checkout::place((int) $client->id, $items, 'mailin', (string) ($_SERVER['REMOTE_ADDR'] ?? ''));
        Request::redirect("cart.php?a=complete&order=$orderId");
    }

    public static function complete(int $orderId): never
    {
        $order = Capsule::table('tblorders')->where(['id' => $orderId, 'userid' => Visitor::require()->id])->first();
        if ($order === null) {
            Request::redirect('cart.php');
        }
        Page::show('Order Confirmation', 'complete', ['order' => $order]);
    }

    /** @return list<string> */
    private static function objections(): array
    {
        check_token();
        return Cart::ready() === [] ? ['Your shopping cart is empty'] : Cart::fromHooks('ShoppingCartValidateCheckout');
    }
}
