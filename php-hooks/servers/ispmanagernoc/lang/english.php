<?php

/**
 * Texts of the module in English. Keys are grouped by their prefix; the Russian file has the same keys and placeholders.
 */

declare(strict_types=1);

return [
    'error.internal' => 'Something went wrong inside the module. Nothing is known to have been sent. Reference: {reference}.',

    'server.single-sign-on' => 'Log in to the ispmanager account',
    'server.balance' => 'Connected. Balance: {balance}.',

    'account.breaker' => 'The ispmanager account of "{server}" has not answered several times in a row. It is left alone for a minute; '
        . 'nothing was sent. Retry is safe.',
    'account.down' => 'The ispmanager account of "{server}" cannot be reached. Nothing was sent. Retry is safe.',
    'account.later' => 'There was no time left to ask the ispmanager account of "{server}". It will be asked later.',
    'account.login' => 'The ispmanager account refused the login: {text} Check username and password in the server record.',
    'account.no-balance' => 'The ispmanager account did not name its balance.',
    'account.not-sent' => 'The ispmanager account cannot be reached. Nothing was sent. Retry is safe.',
    'account.rejected' => 'The ispmanager account refused: {text} Nothing was bought. Retry is safe once the reason is gone.',

    'outcome.unknown' => 'It is not known yet whether the ispmanager account did it. The module finds out by itself and never sends it '
        . 'twice. Retry is safe: it asks the account first.',
    'outcome.settling' => 'An earlier operation on this service is still being cleared up with the ispmanager account, for about '
        . '{minutes} more minutes. Nothing was sent. Retry is safe.',
    'outcome.several' => 'Several orders in the ispmanager account may belong to this service: {orders}. Write the right one into the '
        . 'field "Order ID". Nothing was sent.',
    'outcome.unpaid' => 'The ispmanager account took the order as {bill}, but it waits there for its payment. Pay or remove it in the '
        . 'account, then press Retry: the module does not send it again.',

    'refused.balance' => 'The balance of the ispmanager account is {balance}, and {cost} is needed. Top it up and press Retry. Nothing '
        . 'was sent.',
    'refused.busy' => 'Another process is working on this service at this moment. Nothing was sent. Retry in two minutes is safe.',
    'refused.cost-changed' => 'The cost is {new} now and no longer {old}. Nothing was sent. Confirm the new cost.',
    'refused.cycle' => 'The billing cycle "{cycle}" cannot be ordered from ispmanager. Use Monthly, Quarterly, Semi-Annually or Annually. '
        . 'Nothing was sent.',
    'refused.field-bitninja_email' => '"{value}" is not an e-mail address. Correct the field "BitNinja E-mail". Nothing was sent.',
    'refused.field-domain' => '"{value}" is not a domain name. Correct the field "Domain name". Nothing was sent.',
    'refused.field-empty' => 'The field "{field}" is empty. Fill it in. Nothing was sent.',
    'refused.field-ip' => '"{value}" is not an IP address. Correct the field "License IP address". Nothing was sent.',
    'refused.field-item' => '"{value}" is not the ID of an ispmanager license. Write the number, or the license key, which begins with '
        . 'it. Nothing was sent.',
    'refused.field-licname' => 'The license name is longer than 255 characters. Nothing was sent.',
    'refused.field-target_ip' => '"{value}" is not an IP address. Correct the field "Resource IP address". Nothing was sent.',
    'refused.has-order' => 'The service already has order {order}.',
    'refused.host-empty' => 'The server record has no hostname. Use my.ispmanager.ru or eu.ispmanager.com.',
    'refused.host-scheme' => '"{host}" can only be reached by https. Write the hostname alone: my.ispmanager.ru or eu.ispmanager.com. '
        . 'Nothing was sent.',
    'refused.host-unknown' => '"{host}" is not an ispmanager account. Use my.ispmanager.ru or eu.ispmanager.com. Nothing was sent.',
    'refused.login' => 'The server record needs the username and the password of the ispmanager account; the username holds no colon. '
        . 'Nothing was sent.',
    'refused.no-enabled-server' => 'No enabled server can be chosen for this product. Enable one or make it the default. Nothing was sent.',
    'refused.no-new-invoice' => 'No invoice was paid for a further period, so nothing was renewed. A renewal without an invoice is '
        . 'confirmed in the ispmanager NOC panel on this page.',
    'refused.no-order' => 'The service has no order in the ispmanager account. Nothing was sent.',
    'refused.no-server' => 'The service has no server of the module ispmanager NOC. Nothing was sent.',
    'refused.no-service' => 'This is not a service of the module ispmanager NOC.',
    'refused.no-tariff' => 'The product has no Product ID. Choose a tariff in its module settings. Nothing was sent.',
    'refused.order-deleted' => 'Order {order} is deleted in the ispmanager account and cannot be renewed. Nothing was sent.',
    'refused.order-id' => '"{order}" in the field "Order ID" is not a number. Correct or empty it. Nothing was sent.',
    'refused.order-missing' => 'The ispmanager account does not show order {order}. Check the field "Order ID" and the server. Nothing was '
        . 'sent.',
    'refused.period' => 'The tariff "{tariff}" is not sold for {months} months. Choose another billing cycle. Nothing was sent.',
    'refused.product-addon' => 'The module ispmanager NOC works with products and not with product addons. Nothing was sent.',
    'refused.quantity' => 'The service has quantity {quantity}, but one order is one license. Set "Allow Multiple Quantities" of the '
        . 'product to No or to Multiple Services. Nothing was sent.',
    'refused.server-disabled' => 'The server "{server}" is disabled, so nothing new is ordered there. Nothing was sent.',
    'refused.server-foreign' => 'The server of this service belongs to another module. Nothing was sent.',
    'refused.single-payment' => 'The billing cycle "{cycle}" has no period of its own. Choose "Period for free and one-time products" in '
        . 'the module settings of the product. Nothing was sent.',
    'refused.unknown-tariff' => 'The ispmanager account has no tariff with Product ID "{tariff}". Choose one in the module settings of the '
        . 'product. Nothing was sent.',

    'sync.missing' => 'The ispmanager account does not show order {order}. Nothing was changed; please check it in the account.',
    'sync.unknown-status' => 'The ispmanager account gives the unknown status "{status}". The status was left as it is.',

    'offer.renew-without-invoice' => 'No invoice has been paid for a further period.',
    'offer.terminate' => 'The order is deleted in the account for good.',

    'operation.create' => 'Order',
    'operation.renew' => 'Renewal',
    'operation.terminate' => 'End',

    'journal.adopted' => 'The order was found in the account: {order}.',
    'journal.busy' => 'Another operation on the service was under way. Nothing was sent.',
    'journal.claimed' => 'About to be sent.',
    'journal.deleted' => 'The account deleted order {order}.',
    'journal.gone' => 'Order {order} was gone from the account already. Nothing was sent.',
    'journal.never-sent' => 'The process ended before it sent anything.',
    'journal.no-server' => 'The server record of this operation is gone: its outcome cannot be asked for.',
    'journal.not-placed' => 'The account was asked repeatedly and did not do it. It may be ordered again.',
    'journal.not-sent' => 'The account could not be reached. Nothing was sent.',
    'journal.order-missing' => 'The account does not show order {order}, so the outcome is not known. Please check it there.',
    'journal.ordered' => 'The account placed order {order}.',
    'journal.rejected' => 'The account refused: {text}',
    'journal.renewed' => 'The account renewed the service until {date}.',
    'journal.sent' => 'Sent; the answer is awaited.',
    'journal.several' => 'Several orders may be the right one: {orders}. Write it into the field "Order ID".',
    'journal.unknown' => 'The answer was lost. The account is being asked what it did.',
    'journal.unpaid' => 'The account took it as {bill} and waits for the payment.',
];
