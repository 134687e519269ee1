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
$service = static fn (): object => ProductDetails::find($client, Request::int('id'));
match (Request::text('action')) {
    '' => Page::show('Client Area', 'clientareahome', Actions::overview($client)),
    'services', 'products' => Page::show('My Products & Services', 'clientareaproducts', ['services' => Actions::services($client)]),
    'invoices' => Page::show('My Invoices', 'clientareainvoices', ['invoices' => Actions::invoices($client)]),
    'productdetails' => Page::show('Product Details', 'clientareaproductdetails', ProductDetails::vars($service())),
    'renew' => Actions::renew($service()),
    'cancel' => Actions::cancel($service()),
    default => Request::redirect('clientarea.php'),
};
