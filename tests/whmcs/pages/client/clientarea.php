<?php

/**
 * The client area: home, services, product details, cancellation, early renewal, invoices.
 */

declare(strict_types=1);

use Standin\Client\Actions;
use Standin\Client\Page;
use Standin\Client\ProductDetails;
use Standin\Client\Visitor;
use Standin\Request;

$client = Visitor::require();
$id = Request::int('id');
switch (Request::text('action')) {
    case '':
        Page::show('Client Area', 'clientareahome', Actions::overview($client));
    case 'services':
    case 'products':
        Page::show('My Products & Services', 'clientareaproducts', ['services' => Actions::services($client)]);
    case 'invoices':
        Page::show('My Invoices', 'clientareainvoices', ['invoices' => Actions::invoices($client)]);
    case 'productdetails':
        Page::show('Product Details', 'clientareaproductdetails', ProductDetails::vars(ProductDetails::find($client, $id)));
    case 'renew':
        Actions::renew(ProductDetails::find($client, $id));
    case 'cancel':
        $service = ProductDetails::find($client, $id);
        if (Request::isPost()) {
            Actions::cancel($service);
        }
        Page::show('Request Cancellation', 'clientareacancelrequest', ['id' => $id, 'types' => Actions::CANCELLATION_TYPES]);
    default:
        Request::redirect('clientarea.php');
}
