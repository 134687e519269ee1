<?php

/**
 * Texts of the module in English. Keys are grouped by their prefix; the Russian file has the same keys and placeholders.
 */

declare(strict_types=1);

return [
    'error.damaged' => 'Files of ispmanager NOC are missing or not those of its version: {files}. Unpack the whole archive in the folder modules '
        . 'again, then look into the journal of this service. Retry is safe after that. Reference: {reference}.',
    'error.internal' => 'Something went wrong inside the module. Retry is safe: nothing is ever sent twice. Reference: {reference}.',

    'server.single-sign-on' => 'Log in to the ispmanager account',
    'server.balance' => 'Balance: {balance}.',
    'server.connected' => 'The account does not tell its balance.',

    'account.breaker' => 'The ispmanager account of "{server}" has not answered several times in a row. It is left alone for a minute; '
        . 'nothing was sent. Retry is safe.',
    'account.down' => 'The ispmanager account of "{server}" cannot be reached. Nothing was sent. Retry is safe.',
    'account.later' => 'There was no time left to ask the ispmanager account of "{server}". It will be asked later. Nothing was sent. '
        . 'Retry is safe.',
    'account.list-cut' => 'The ispmanager account of "{server}" ended its list of services before it was complete, so nothing was '
        . 'concluded from it. Nothing was sent. Retry is safe.',
    'account.login' => 'The ispmanager account refused the login: {text} Check username and password in the server record. Nothing was '
        . 'bought. Retry is safe after that.',
    'account.not-sent' => 'The ispmanager account cannot be reached. Nothing was sent. Retry is safe.',
    'account.rejected' => 'The ispmanager account refused: {text} Nothing was bought. Retry is safe once the reason is gone.',

    'outcome.drop' => 'It is not clear whether the ispmanager account dropped {bill}. The module finds out by itself; nothing is '
        . 'ordered meanwhile.',
    'outcome.not-shown' => 'The ispmanager account said that it renewed the service, but does not show a later end date. The module finds '
        . 'out by itself and does not renew twice. Retry is safe: it asks the account first.',
    'outcome.unclear' => 'The ispmanager account answered: {text} It does not say whether anything was done. The module finds out by itself '
        . 'and never sends it twice. Retry is safe: it asks the account first.',
    'outcome.unknown' => 'It is not known yet whether the ispmanager account did it. The module finds out by itself and never sends it '
        . 'twice. Retry is safe: it asks the account first.',
    'outcome.settling' => 'An earlier operation on this service is still being cleared up with the ispmanager account, for about '
        . '{minutes} more minutes. Nothing was sent. Retry is safe.',
    'outcome.several' => 'Several orders in the ispmanager account may belong to this service: {orders}. Link the right one, or write '
        . 'it into the field "Order ID". Nothing was sent. Retry is safe: it never orders while this is open.',
    'outcome.unpaid' => 'The ispmanager account took it as {bill}, but it waits there for its payment. Pay it or remove it in the '
        . 'account. Retry is safe then and before: the module does not send it again while it waits.',

    'refused.addon-version' => 'The addon is of version {addon} and the server module of version {module}. Unpack the whole archive in the '
        . 'folder modules again. Nothing was changed. Retry is safe after that.',
    'refused.balance' => 'The balance of the ispmanager account is {balance}, and {cost} is needed. Top it up. Nothing was sent. Retry '
        . 'is safe after that.',
    'refused.balance-empty' => 'The balance of the ispmanager account is {balance}, and the tariff of this order has left the price '
        . 'list, so the cost of the renewal is not known. Top the balance up. Nothing was sent. Retry is safe after that.',
    'refused.cart-unclear' => 'The ispmanager account does not say clearly what in its cart belongs to {bill}. Remove it there. '
        . 'Nothing was dropped.',
    'refused.bill-gone' => '{bill} does not wait in the ispmanager account any more. The module is finding out whether it was paid. '
        . 'Nothing was dropped.',
    'refused.busy' => 'Another process is working on this service at this moment. Nothing was sent. Retry in two minutes is safe.',
    'refused.cost-changed' => 'The cost is {new} now and no longer {old}. Nothing was sent. Confirm the new cost.',
    'refused.cost-known' => 'The cost is known by now: {new}. Nothing was sent. Confirm this cost.',
    'refused.cost-unknown' => 'The cost is no longer {old}: the tariff has left the price list, and the account does not tell the cost '
        . 'any more. Nothing was sent. Look at the page again and decide.',
    'refused.cycle' => 'The billing cycle "{cycle}" cannot be ordered from ispmanager. Use Monthly, Quarterly, Semi-Annually or '
        . 'Annually. Nothing was sent. Retry is safe after that.',
    'refused.cycle-unsold' => 'The product has no price for the billing cycle "{cycle}" in the client\'s currency. Nothing was changed.',
    'refused.due-invoice' => 'Invoice {invoice} is paid, and its renewal has not been done yet. Press Renew first. Nothing was changed.',
    'refused.expiry-moved' => 'The end date in the ispmanager account is no longer the one on your page: the service was renewed or '
        . 'changed meanwhile. Nothing was sent. Look at the new date before you confirm another renewal.',
    'refused.expiry-unseen' => 'Your page does not show the end date of the ispmanager account, so nobody could tell whether somebody '
        . 'else renews at the same time. Nothing was sent. Ask the account again and confirm with the date in view.',
    'refused.field-bitninja_email' => '"{value}" is not an e-mail address. Correct the field "BitNinja E-mail". Nothing was sent. Retry '
        . 'is safe after that.',
    'refused.field-domain' => '"{value}" is not a domain name. Correct the field "Domain name". Nothing was sent. Retry is safe after '
        . 'that.',
    'refused.field-empty' => 'The field "{field}" is empty. Fill it in. Nothing was sent. Retry is safe after that.',
    'refused.field-ip' => '"{value}" is not an IP address. Correct the field "License IP address". Nothing was sent. Retry is safe '
        . 'after that.',
    'refused.field-item' => '"{value}" is not the ID of an ispmanager license. Write the number, or the license key, which begins with '
        . 'it. Nothing was sent. Retry is safe after that.',
    'refused.field-licname' => 'The license name is longer than 255 characters. Shorten it. Nothing was sent. Retry is safe after that.',
    'refused.field-target_ip' => '"{value}" is not an IP address. Correct the field "Resource IP address". Nothing was sent. Retry is '
        . 'safe after that.',
    'refused.has-order' => 'The service already has order {order}.',
    'refused.host-empty' => 'The server record has no hostname. Use my.ispmanager.ru or eu.ispmanager.com. Nothing was sent. Retry is '
        . 'safe after that.',
    'refused.host-login' => 'The hostname holds a login. Write the hostname alone: my.ispmanager.ru or eu.ispmanager.com. Nothing was '
        . 'sent. Retry is safe after that.',
    'refused.host-scheme' => '"{host}" can only be reached by https. Write the hostname alone: my.ispmanager.ru or eu.ispmanager.com. '
        . 'Nothing was sent. Retry is safe after that.',
    'refused.host-unknown' => '"{host}" is not an ispmanager account. Use my.ispmanager.ru or eu.ispmanager.com. Nothing was sent. '
        . 'Retry is safe after that.',
    'refused.in-transaction' => 'Something in this WHMCS called the module inside a database transaction. Its end could undo the record of '
        . 'what was bought, so nothing was sent. Find the hook or module that does so. Retry is safe after that.',
    'refused.invoice-cycle' => 'Invoice {invoice} was raised for a billing cycle that the ispmanager account does not sell. Nothing was '
        . 'sent. Retry is safe and will not help: set a billing cycle that is sold and renew in the ispmanager NOC panel, or refund it.',
    'refused.link-deleted' => 'Order {order} is deleted in the ispmanager account. Nothing was changed.',
    'refused.link-ended' => 'Terminate has ended order {order} for this service. Nothing was changed. Look at it in the ispmanager account: if it lives, '
        . 'delete it there or link it to another service.',
    'refused.link-item' => 'Order {order} is not for the ispmanager license of this service. Correct the field "Order ID" or the license. '
        . 'Nothing was sent or changed. Retry is safe after that.',
    'refused.link-kind' => 'Order {order} is of another kind than this product. Correct the field "Order ID" or the product. Nothing was sent '
        . 'or changed. Retry is safe after that.',
    'refused.link-named' => 'The account shows under this service\'s own name: {orders}. That is what was placed; link it. Nothing was '
        . 'changed.',
    'refused.link-owned' => 'Order {order} belongs to another service of this WHMCS. Correct the field "Order ID" where it is wrong. Nothing was sent or '
        . 'changed. Retry is safe after that.',
    'refused.link-unpaid' => 'The order of this service waits in the ispmanager account for the payment of {bill}. Pay it or drop it '
        . 'first. Nothing was changed.',
    'refused.login' => 'The server record needs the username and the password of the ispmanager account; the username holds no colon. '
        . 'Nothing was sent. Retry is safe after that.',
    'refused.newer-tables' => 'The tables of ispmanager NOC in this WHMCS were changed by a newer module: version {version}, and this one knows '
        . '{known}. Unpack the newer archive again. Nothing was sent. Retry is safe after that.',
    'refused.no-enabled-server' => 'No enabled server can be chosen for this product. Enable one or make it the default. Nothing was '
        . 'sent. Retry is safe after that.',
    'refused.no-expiry' => 'The ispmanager account shows no end date for order {order}, so nobody could tell whether a renewal was made. '
        . 'Nothing was sent. Look at the order in the account. Retry is safe.',
    'refused.no-new-invoice' => 'No invoice was paid for the next period, so nothing was renewed. A renewal without an invoice is '
        . 'confirmed in the ispmanager NOC panel on this page. Retry is safe: without a paid invoice it sends nothing.',
    'refused.no-order' => 'The service has no order in the ispmanager account. Nothing was sent. Retry is safe: it places no order.',
    'refused.no-server' => 'The service has no server of the module ispmanager NOC. Choose one. Nothing was sent. Retry is safe after '
        . 'that.',
    'refused.no-service' => 'This is not a service of the module ispmanager NOC. Nothing was sent. Retry is safe and changes nothing.',
    'refused.no-tariff' => 'The product has no Product ID. Choose a tariff in its module settings. Nothing was sent. Retry is safe '
        . 'after that.',
    'refused.nothing-unpaid' => 'Nothing of this service waits for its payment.',
    'refused.no-such-period' => 'There is no billing cycle of {months} months. Nothing was changed.',
    'refused.open-invoice' => 'Invoice {invoice} for the next period is not paid yet. It was made for the present billing cycle: have '
        . 'it paid or cancel it first. Nothing was changed.',
    'refused.order-deleted' => 'Order {order} is deleted in the ispmanager account and cannot be renewed. Nothing was sent. Retry is '
        . 'safe and changes nothing.',
    'refused.order-elsewhere' => 'Order {order} was placed in the ispmanager account of the server "{server}". Choose that server for '
        . 'this service again. Nothing was sent. Retry is safe after that.',
    'refused.order-found' => 'The account already has {orders} of this tariff for the license, and no service has it. Nothing was ordered. Link it: "Link order" '
        . 'in the panel of the service that it is for, or the page "Differences" of the addon. If it is not needed, end it in the account. Retry is safe after that.',
    'refused.order-ended' => 'Order {order} of this service is deleted in the ispmanager account. For a new order press Terminate first '
        . 'and then Create. Nothing was sent. Retry is safe: it places no new order.',
    'refused.order-id' => '"{order}" in the field "Order ID" is not a number. Correct or empty it. Nothing was sent. Retry is safe '
        . 'after that.',
    'refused.order-missing' => 'The ispmanager account does not show order {order}. Check the field "Order ID" and the server. Nothing '
        . 'was sent. Retry is safe after that.',
    'refused.order-of-other' => 'Order {order} stands in the field "Order ID" of another service. Empty that field where it is wrong. '
        . 'Nothing was sent. Retry is safe after that.',
    'refused.order-unlinked' => 'Order {order} has not been linked to this service, and license and tariff do not tell whose it is. Compare both '
        . 'and link it: in the panel of the service or on the page "Differences" of the addon. Nothing was sent or changed. Retry is safe after that.',
    'refused.paid-meanwhile' => 'It has been paid in the ispmanager account meanwhile and is taken over. Nothing was dropped.',
    'refused.period' => 'The tariff "{tariff}" is not sold for {months} months. Choose another billing cycle. Nothing was sent. Retry '
        . 'is safe after that.',
    'refused.product-addon' => 'The module ispmanager NOC works with products and not with product addons. Nothing was sent. Retry is '
        . 'safe and changes nothing.',
    'refused.quantity' => 'The service has quantity {quantity}, but one order is one license. Set "Allow Multiple '
        . 'Quantities" of the product to No or to Yes - Multiple Services. Nothing was sent. Retry is safe after '
        . 'that.',
    'refused.release-changed' => 'Service #{service} does not have order {order} any more. Nothing was changed.',
    'refused.release-open' => 'An operation of service #{service} is still open. Clear it up first. Nothing was changed.',
    'refused.release-own' => 'Order {order} was placed for service #{service}, as its journal says, and cannot be taken away '
        . 'from it. Let that service keep it. Nothing was changed.',
    'refused.server-disabled' => 'The server "{server}" is disabled, so nothing new is ordered there. Enable it or choose another one. '
        . 'Nothing was sent. Retry is safe after that.',
    'refused.server-foreign' => 'The server of this service belongs to another module. Choose one of ispmanager NOC; if another module sold the service, '
        . 'link its order: "Link order" in the panel of the service, or the page "Differences" of the addon. Nothing was sent. Retry is safe after that.',
    'refused.service-of-former' => 'Order {order} was placed for an earlier service with the same number, which was deleted in WHMCS. Nothing '
        . 'was sent. Add this service anew, so that it gets a number of its own; if the order is this service\'s all the same, write it into '
        . 'the field "Order ID". Retry is safe after that.',
    'refused.single-payment' => 'The billing cycle "{cycle}" has no period of its own. Choose "Period for free and one-time products" '
        . 'in the module settings of the product, in Advanced Mode. Nothing was sent. Retry is safe after that.',
    'refused.unknown-tariff' => 'The ispmanager account has no tariff with Product ID "{tariff}". Choose one in the module settings of '
        . 'the product. Nothing was sent. Retry is safe after that.',
    'refused.read-only' => 'Your staff role may look and change nothing through ispmanager NOC (Addons → '
        . 'ispmanager NOC partner module → Settings). Nothing was sent. Retry by somebody who may is safe.',
    'refused.sale' => 'WHMCS did not make the product: {text} It may be tried again: nothing was bought.',
    'refused.whmcs' => 'WHMCS did not change the billing cycle: {text} It may be tried again: nothing was bought.',

    'sync.missing' => 'The ispmanager account does not show order {order}. Nothing was changed; please check it in the account. Retry '
        . 'is safe.',
    'sync.unknown-status' => 'The ispmanager account gives the unknown status "{status}". The status was left as it is. Retry is safe.',

    'offer.drop-unpaid' => 'What waits for its payment will be taken out of the account\'s cart.',
    'offer.renew-cost-unknown' => 'The tariff has left the price list, so the cost is not known: the account takes its own price.',
    'offer.renew-cost-unknown-without-invoice' => 'No invoice has been paid for the next period. The tariff has left the price list, so '
        . 'the cost is not known: the account takes its own price.',
    'offer.renew-other-period' => 'A paid invoice was raised for a billing cycle that the account does not sell. Each renewal here is for '
        . 'the service\'s present cycle: renew as often as the invoice has paid for.',
    'offer.renew-without-invoice' => 'No invoice has been paid for the next period.',
    'offer.terminate' => 'The order will be deleted in the account for good.',

    'operation.create' => 'Order',
    'operation.renew' => 'Renewal',
    'operation.terminate' => 'Termination',
    'operation.change-period' => 'Change of billing cycle',
    'operation.stop-renewal' => 'End of auto-renewal',

    'journal.adopted' => 'The order was found in the account: {order}.',
    'journal.busy' => 'Another operation on the service was under way. Nothing was sent.',
    'journal.claimed' => 'About to be sent.',
    'journal.deleted' => 'The account deleted order {order}.',
    'journal.dropped' => 'A person dropped {bill} before it was paid.',
    'journal.gone' => 'Order {order} was gone from the account already. Nothing was sent.',
    'journal.linked' => 'A person linked order {order} to this service.',
    'journal.look-refused' => 'The account does not tell the outcome: {text} Please check it there.',
    'journal.never-sent' => 'The process ended before it sent anything.',
    'journal.no-server' => 'The server record of this operation is gone: its outcome cannot be asked for.',
    'journal.not-placed' => 'The account was asked repeatedly and did not do it. It may be tried again.',
    'journal.not-sent' => 'The account could not be reached. Nothing was sent.',
    'journal.not-shown' => 'The account said yes, but its end date has not moved. It is being asked what it did.',
    'journal.other-account' => 'The server "{server}" leads to another account or has another login by now, and the operation does not show '
        . 'there. That alone proves nothing: please check it in the account that was used.',
    'journal.processing' => 'The account is still at work on order {order}.',
    'journal.order-missing' => 'The account does not show order {order}, so the outcome is not known. Please check it there.',
    'journal.period-changed' => 'The billing cycle is now "{cycle}".',
    'journal.period-refused' => 'WHMCS did not change the billing cycle: {text}',
    'journal.ordered' => 'The account placed order {order}.',
    'journal.rejected' => 'The account refused: {text}',
    'journal.refused-after-all' => 'The account answered: {text} It was asked repeatedly and did not do it. It may be tried again.',
    'journal.renewed' => 'The account renewed the service until {date}.',
    'journal.renewed-by-account' => 'The account had renewed the service by itself until {date}. Nothing was sent.',
    'journal.renewal-stopped' => 'The account does not renew order {order} by itself any more.',
    'journal.renews-not' => 'The account does not renew order {order} by itself, so there was nothing to tell it.',
    'journal.still-renews' => 'The account said yes, and still shows that it renews order {order} by itself.',
    'journal.renewed-late' => 'An earlier attempt has renewed the service after all, until {date}. Nothing was sent.',
    'journal.sent' => 'Sent; the answer is awaited.',
    'field.friendly' => 'The manual names it “{friendly}”.',
    'field.required' => 'It is required, which the manual does not ask for.',
    'field.not-required' => 'It is not required: orders without it will be refused.',
    'field.on-order-form' => 'It is shown on the order form, although the module fills it in.',
    'field.not-on-order-form' => 'It is not shown on the order form: staff must fill it in.',
    'field.admin-only' => 'Only staff see it.',
    'journal.lapsed' => 'Nobody said whose order {orders} was, and the account has ended it. A new order may be placed.',
    'journal.several' => 'Several orders may be the right one: {orders}. Link it, or write it into the field "Order ID".',
    'journal.unclear' => 'The account answered: {text} It is being asked what it did.',
    'journal.unknown' => 'The answer was lost. The account is being asked what it did.',
    'journal.unpaid' => 'The account took it as {bill} and waits for the payment.',
    'journal.withdrawn' => 'Given up before anything was sent: the account was checked once more at the last moment.',
    'journal.request' => 'Request, without secrets',
    'journal.answer' => 'Answer of the account',
    'journal.outcome' => 'How the answer was understood',
    'journal.sent-at' => 'Sent',
    'journal.closed-at' => 'Closed',
    'journal.call-not-kept' => 'The request and its answer are not kept, or not any more.',
    'journal.nothing-sent' => 'Nothing was sent for this entry.',
    'journal.who.staff' => 'Staff: {name}',
    'journal.who.client' => 'Client {name}',
    'journal.who.automation' => 'Automation',

    'stop-renewal.request' => '#{service}: its cancellation is requested, so the account was told to stop renewing order {order} by itself. Should the '
        . 'request be withdrawn, paid invoices renew it; where there are none (free, one-time), switch auto-renewal on again in the account.',
    'stop-renewal.completed' => '#{service}: WHMCS has completed it, so the account was told to stop renewing order {order} by itself.',
    'stop-renewal.failed' => '#{service} is to end, and auto-renewal of order {order} in the account could not be switched off. {reason} '
        . 'Attempt {attempt} of {attempts}, one a day. Switch it off in the account yourself: until then the account may go on renewing '
        . 'with your money.',

    'setting.product_id' => 'Product ID',
    'setting.product_id.about' => 'The ID of the ispmanager tariff that this product sells.',
    'setting.admin_phone' => 'Admin phone',
    'setting.admin_phone.about' => 'Leave it empty: ispmanager modules do not need it.',
    'setting.single_payment_period' => 'Period for free and one-time products',
    'setting.single_payment_period.about' => 'How long to order for when the product is not recurring. Until '
        . 'it is set, such orders are refused.',
    'setting.auto_renewal' => 'Auto-renewal in the ispmanager account',
    'setting.auto_renewal.about' => 'Leave it off: WHMCS renews when the renewal invoice is paid. When it is '
        . 'on, the account renews by itself as well.',
    'setting.not-set' => 'Not set',

    'period' => '{months} mo.',

    'cycle.Monthly' => 'Monthly',
    'cycle.Quarterly' => 'Quarterly',
    'cycle.Semi-Annually' => 'Semi-Annually',
    'cycle.Annually' => 'Annually',
    'cycle.Biennially' => 'Biennially',
    'cycle.Triennially' => 'Triennially',
    'cycle.One Time' => 'One Time',
    'cycle.Free Account' => 'Free Account',

    'status.Pending' => 'Pending',
    'status.Active' => 'Active',
    'status.Completed' => 'Completed',
    'status.Suspended' => 'Suspended',
    'status.Terminated' => 'Terminated',
    'status.Cancelled' => 'Cancelled',
    'status.Fraud' => 'Fraud',

    'account.status.ordered' => 'Ordered',
    'account.status.active' => 'Active',
    'account.status.suspended' => 'Suspended',
    'account.status.deleted' => 'Deleted',
    'account.status.processing' => 'Processing',
    'account.status.unknown' => 'Not known to this module ({status})',

    'difference.missing' => 'The account does not show order {order}. Check it in the ispmanager account; '
        . 'nothing was changed here.',
    'difference.not-linked' => 'Order {order} is not linked to this service. Compare both, then link it: “Link order” here, or the page “Differences” of the addon.',
    'difference.status' => 'WHMCS says {whmcs}, the account says {account}.',
    'difference.date' => 'The termination date is {whmcs} in WHMCS and {account} in the account.',

    'comparison.done' => 'Compared with the ispmanager account of {server}: {services} services, {orders} orders, '
        . '{differences} differences.',
    'comparison.listed' => 'They are listed under Addons → ispmanager NOC partner module.',
    'comparison.put-off' => 'The services of {server} could not be compared with the ispmanager account today, so the differences '
        . 'listed before stay: {reason}',
    'comparison.no-account' => '{services} active or suspended services could not be compared: they are on no server of ispmanager NOC, and their products would '
        . 'get none. Choose a server group of ispmanager NOC in the products, or make one of its servers the default.',
    'differs.about' => 'Found by the comparison, which runs daily; nothing is changed because of them by itself. Tick what is to be linked, what Sync '
        . 'may take over from the account or what the account is to be asked about, and follow the link for the rest. What will '
        . 'happen is shown each time before it happens.',
    'differs.about-reader' => 'Found by the comparison, which runs daily; nothing is changed because of them by itself.',
    'differs.what' => 'Difference',
    'differs.seen' => 'Last seen',
    'differs.cancel' => 'Back, do nothing',
    'differs.none' => 'WHMCS and the ispmanager accounts say the same, as far as the comparison of {moment} saw.',
    'differs.never' => 'Nothing has been compared yet: the cron does it daily.',
    'differs.tick' => 'Choose',
    'differs.back' => 'Back to all differences',
    'differs.gone' => 'This difference is not on the list any more: somebody has repaired it, or a comparison did not see it '
        . 'again. Nothing was done.',
    'differs.outcome' => 'Done: {done}. Not done: {failed}. Left for lack of time: {left}.',
    'differs.operation' => '{operation}: {state}. {reason}',
    'differs.sync' => 'Sync',
    'differs.sync.preview' => 'Show what Sync will change',
    'differs.sync.about' => 'Sync asks the account and takes over into WHMCS what it says then. It spends '
        . 'nothing and ends nothing in the account. Nothing is changed yet.',
    'differs.sync.will' => 'Sync will',
    'differs.no-service-ticked' => 'Tick at least one service. Nothing was changed.',
    'differs.left' => 'Not done yet, for lack of time.',
    'differs.status.will' => 'set the status to {account}',
    'differs.status.will-keep' => 'leave the status {whmcs}, which staff or a rule of WHMCS gave, and take over the rest. '
        . 'The order lives on in the account and may go on costing money: if it is to end, press Terminate on the page of '
        . 'the service',
    'differs.status.will-revive' => 'set the status back from {whmcs} to {account}, for the order is alive in the account. '
        . 'If it is to end, do not press Sync: press Terminate on the page of the service',
    'differs.status.will-unsuspend' => 'set the status back to {account}: the account has no suspension. WHMCS or staff suspended it, perhaps for an unpaid invoice; if it '
        . 'is to stay so, do not press Sync',
    'differs.status.will-not-revive' => 'change nothing: Terminate has ended order {order} for this service, and still the '
        . 'account has it alive. Look at it in the account and delete it there',
    'differs.status.will-not-know' => 'leave the status as it is, for this module does not know the account\'s status '
        . '{account}, and take over the rest',
    'differs.status.kept' => 'The status stays {whmcs}, which staff or a rule of WHMCS gave; all else is taken over. If the '
        . 'order is to end, press Terminate on the page of the service.',
    'differs.expiry.will' => 'set the termination date to {account}',
    'differs.e-mail.will' => 'set the e-mail to {account}',
    'differs.order-missing.will' => 'look for the order again; while the account does not show it, nothing is changed',
    'differs.order-missing.advice' => 'If the order is really gone, open the service. Where the field "Order ID" is wrong, '
        . 'correct or empty it; an order of the account can then be linked there. Where the service is to end, press '
        . 'Terminate: it sends nothing for an order that is gone. After that Create places a new order, which costs money. Where the order '
        . 'was never linked, empty the field instead: Terminate does nothing for it.',
    'differs.status' => 'Status',
    'differs.status.is' => 'WHMCS says {whmcs}, the account says {account}.',
    'differs.expiry' => 'End date',
    'differs.expiry.is' => 'The termination date is {whmcs} in WHMCS and {account} in the account.',
    'differs.e-mail' => 'BitNinja e-mail',
    'differs.e-mail.is' => 'The e-mail is {whmcs} in WHMCS and {account} in the account.',
    'differs.not-covered' => 'Paid for and not renewed',
    'differs.not-covered.is' => 'The client has paid until {whmcs}, the order ends on {account}.',
    'differs.not-covered.way' => 'Renew on the page of the service',
    'differs.order-missing' => 'Order missing in the account',
    'differs.order-missing.is' => 'The account does not show this order. In WHMCS the service is {whmcs}; it was not changed.',
    'differs.no-service' => 'Order without a service',
    'differs.no-service.is' => 'No service in WHMCS has this order ({account}).',
    'differs.no-service.way' => 'Link to a service',
    'differs.not-linked' => 'Order not linked',
    'differs.not-linked.is' => 'The field "Order ID" names this order, and it is not linked to the service. License of the service: {whmcs}, of the order: {account}.',
    'differs.not-linked.will' => 'make order {order} the order of service #{service}, if its license is the same',
    'differs.not-linked.way' => 'Compare and link',
    'differs.order-found' => 'Order found by license',
    'differs.order-found.is' => 'The service has no order, and this one, which nobody has, is the only one for its license {whmcs} and its tariff.',
    'differs.order-found.will' => 'make order {order}, found by license and tariff, the order of service #{service}',
    'differs.without-order' => 'Service without an order',
    'differs.without-order.is' => 'In WHMCS the service is {whmcs}, and it has no order: nothing is renewed for it. The field "Order ID" is empty, or holds no number.',
    'differs.without-order.way' => 'Link or order on the page of the service',
    'differs.shared-order' => 'One order for two services',
    'differs.shared-order.is' => 'Service #{account} has the same order.',
    'differs.shared-order.way' => 'Choose who keeps it',
    'differs.unsettled' => 'Outcome not known',
    'differs.unsettled.is' => '{whmcs}: {account}.',
    'differs.unsettled.way' => 'Find out what came of it',
    'differs.settle' => 'Ask the account now',
    'differs.settle.one' => 'Ask what came of it',
    'differs.settle.preview' => 'Show what asking the account will do',
    'differs.settle.about' => 'The account is asked what came of the operation; nothing is sent a second time and nothing is '
        . 'bought. What it has done is taken over: for a new order WHMCS runs Create and for an ended one Terminate, which '
        . 'find their work done, so that status and e-mails follow as always. What it does not show is taken for not done '
        . 'after two looks and the quiet time, and may then be tried again.',
    'differs.settle.will' => 'What is open',
    'differs.settle.open' => 'It stays open.',
    'differs.settle.unfinished' => 'WHMCS has not taken it over: the service has its former status, and the reason stands in '
        . 'the activity log. Press the command on the page of the service: it sends nothing again.',
    'differs.settled-already' => 'Nothing of this service is open any more.',
    'differs.drop' => 'Drop what waits for its payment',
    'differs.drop.about' => 'The account waits for the payment of {bill}. Where it is not wanted any more, it can be taken '
        . 'out of the cart of the account.',
    'differs.drop.preview' => 'Show what dropping will do',
    'differs.drop.will' => '{bill} will be deleted from the cart of the account ({operation}, service #{service}). That '
        . 'cannot be undone. If it was paid meanwhile, it is taken over and nothing is deleted. Nothing is refunded, and the '
        . 'invoice of the client stays as it is. Afterwards the operation may be tried again.',
    'differs.drop.confirm' => 'Delete it from the cart',
    'differs.drop.changed' => 'What waits for its payment is another by now. Nothing was dropped.',
    'differs.link' => 'Link',
    'differs.link.one' => 'Link the order that it placed',
    'differs.link.about' => 'Choose the service for which this order was placed. Services of the same account without an '
        . 'order are offered, those first whose product sells the tariff. The license of the order tells whose it is.',
    'differs.link.about-lost' => 'If you know which order of the account it was, you may link it; the operation then counts '
        . 'as done. The account is asked for the orders that may be the right one.',
    'differs.link.ask' => 'Ask the account about this order',
    'differs.link.candidates' => 'Ask the account for orders',
    'differs.link.no-candidates' => 'The account has no order that fits this service and belongs to no other one.',
    'differs.link.none' => 'No service of this account is without an order. Write the ID of another service.',
    'differs.link.service-id' => 'or the ID of a service',
    'differs.link.preview' => 'Show what linking will do',
    'differs.link.will' => 'Order {order} becomes the order of service #{service}: its field "Order ID" is filled, and end '
        . 'date, BitNinja e-mail, key and password are taken over from the account. Nothing is bought, and nothing is '
        . 'changed in the account.',
    'differs.link.will-finish' => 'Service #{service} is pending: WHMCS then runs Create, which finds order {order} and '
        . 'sends nothing. The service becomes active, and the client gets the welcome e-mail.',
    'differs.link.done' => 'Order {order} is linked to service #{service}.',
    'differs.link.finished' => 'WHMCS has made service #{service} active.',
    'differs.link.unfinished' => 'The order is linked, but WHMCS did not make service #{service} active: {reason}',
    'differs.link.status' => 'Status in the account',
    'differs.link.created' => 'Ordered',
    'differs.link.expires' => 'Ends',
    'differs.link.uncovered' => 'The client has paid until {due}, and the order ends on {expires}: look whether a renewal is missing, and renew on the page of the '
        . 'service.',
    'differs.link.renews-itself' => 'The account renews order {order} by itself, and so will WHMCS for each paid invoice: it would be paid for twice. Switch the '
        . 'renewal off in the account, or tick "Auto-renewal in the ispmanager account" in the product.',
    'differs.adopt' => 'Link them',
    'differs.adopt.preview' => 'Show what linking will do',
    'differs.adopt.about' => 'The field "Order ID" names an order that ispmanager NOC did not place, or the account has an order for the license of a '
        . 'service without one: an earlier module sold it, or somebody wrote the number by hand. Linking asks the account for the order, and fills "Order ID", '
        . 'end date, BitNinja e-mail, key and password. Nothing is bought, and nothing is changed in the account. Where it is not the service\'s order, '
        . 'correct or empty the field on the page of the service.',
    'differs.adopt.will' => 'Linking will',
    'differs.compare' => 'Compare now',
    'differs.release' => 'Empty the field of #{service}',
    'differs.release.about' => 'Choose which of the two keeps the order. The field "Order ID" of the other one is emptied. '
        . 'Nothing is bought or ended.',
    'differs.release.keeps' => 'The order stays with',
    'differs.release.preview' => 'Show what will change',
    'differs.release.gone' => 'One of the two services is not in WHMCS any more, so the order belongs to the other one. The '
        . 'next comparison takes this difference off the list.',
    'differs.release.will' => 'Service #{keeper} keeps order {order}. The field "Order ID" of service #{service} is emptied; '
        . 'its other fields stay as they are. Nothing is bought, ended or changed in the account.',
    'differs.release.none' => 'After that service #{service} has no order. Nothing is renewed or ended for it until an order '
        . 'is linked to it, or Create places one, which costs money.',
    'differs.release.other' => 'After that service #{service} goes on with order {order}, which was placed for it.',
    'differs.release.done' => 'Service #{keeper} keeps order {order}; the field of service #{service} is empty.',
    'differs.note.sync' => 'Sync of #{service} from the list of differences.',
    'differs.note.settle' => '#{service} was cleared up from the list of differences. {what}',
    'differs.note.drop' => '#{service}: {bill} was dropped from the list of differences before it was paid.',
    'differs.note.link' => 'Order {order} was linked to #{service} from the list of differences.',
    'differs.note.release' => 'Order {order} stays with #{keeper}; the field "Order ID" of #{service} was emptied from the '
        . 'list of differences.',

    'tariffs.no-server' => 'There is no enabled server record of ispmanager NOC for this product. Create one '
        . 'under System Settings → Servers, or make it the default server.',
    'tariffs.of-default' => 'default server',
    'tariffs.of-group' => 'server group {group}',
    'tariffs.never' => 'The price list has not been loaded yet. Press Refresh.',
    'tariffs.empty' => 'The account sells no modules and no other software.',
    'tariffs.old' => 'The price list is more than two days old: the account could not be reached lately. Press '
        . 'Refresh to try again.',

    'loader.no-list' => 'The price list of this server has not been loaded yet. Refresh it in Addons → '
        . 'ispmanager NOC partner module, or type the Product ID in Advanced Mode.',
    'loader.nothing' => '– not chosen –',
    'loader.unlisted' => '{id} – not in the price list',

    'panel.stopped' => 'The panel has stopped. What you have started goes on by itself; reload the page to see what became of it. '
        . 'WHMCS\'s own buttons work.',
    'panel.stopped-for-client' => 'This part of the page has stopped working. Reload the page.',
    'notice.addon-inactive' => 'The panel needs the addon once: System Settings → Addon Modules → ispmanager '
        . 'NOC partner module → Activate, then give your role access under Configure. WHMCS\'s own fields and '
        . 'buttons work without it.',
    'notice.addon-missing' => 'The panel works through the addon ispmanager NOC partner module, and the folder '
        . 'modules/addons/ispmanagernoc_partner is missing. Unpack the whole archive again. Orders and WHMCS’s own buttons work without it.',
    'notice.addon-access' => 'Your staff role has no access to the addon ispmanager NOC partner module. A full '
        . 'administrator can give it: System Settings → Addon Modules → Configure → Access Control. WHMCS\'s own '
        . 'fields and buttons work without it.',

    'partner.about' => 'The ispmanager modules and other software that you can resell, with their IDs, periods '
        . 'and prices. Staff roles with access can also use the panels of ispmanager NOC.',
    'partner.activated' => 'ispmanager NOC partner module is active. Press Configure and give access to the '
        . 'staff roles that should use it.',
    'partner.deactivated' => 'ispmanager NOC partner module is off. Services, custom fields and the journal of '
        . 'money are kept.',
    'partner.intro' => 'Use an ID from this list as the Product ID of your product. Prices are those of your '
        . 'ispmanager account.',
    'partner.server' => 'Server',
    'partner.default' => '{server} (default)',
    'partner.show' => 'Show',
    'partner.refresh' => 'Refresh',
    'partner.refreshed' => 'The price list has been refreshed.',
    'partner.no-server' => 'There is no server record of ispmanager NOC yet. Create one under System Settings '
        . '→ Servers with the module ispmanager NOC.',
    'partner.fetched' => 'Updated {moment}.',
    'partner.modules' => 'ispmanager modules',
    'partner.software' => 'Other software',
    'partner.none' => 'The account sells none.',
    'partner.id' => 'ID',
    'partner.name' => 'Name',
    'partner.tabs' => 'Pages of ispmanager NOC',
    'partner.tab.price-list' => 'Price list',
    'partner.tab.put-on-sale' => 'Put on sale',
    'partner.tab.prices' => 'Prices',
    'partner.tab.differences' => 'Differences',
    'partner.tab.journal' => 'Journal',
    'partner.tab.accounts' => 'Accounts',
    'partner.tab.health' => 'Health',
    'partner.tab.settings' => 'Settings',
    'partner.search' => 'Name or ID',
    'partner.none-found' => 'Nothing of it matches.',
    'partner.sold-as' => 'Sold as',
    'partner.section' => 'Section',
    'partner.export' => 'Download as CSV',
    'partner.all' => 'All ({count})',
    'partner.any' => 'All',
    'partner.page' => 'Page {page} of {pages}, {count} in all.',
    'partner.previous' => 'Previous',
    'partner.next' => 'Next',
    'partner.journal-empty' => 'No operation matches.',
    'partner.service' => 'Service',
    'partner.client' => 'Client ID',
    'partner.operation' => 'Operation',
    'partner.state' => 'State',
    'partner.from' => 'From',
    'partner.to' => 'To',
    'partner.at' => 'Began',
    'partner.cost' => 'Cost',
    'partner.order' => 'Order',
    'partner.what' => 'What came of it',
    'partner.who' => 'Who',
    'partner.journal-back' => 'All operations',
    'partner.cut-off' => 'PHP did not take the whole form: its setting max_input_vars is {limit}. Choose less at '
        . 'once, or raise the setting. Nothing was done.',

    'prices.about' => 'What each price leaves of the account’s cost. Prices in another currency are not converted here.',
    'prices.none' => 'No recurring product of ispmanager NOC is there yet.',
    'prices.product' => 'Product',
    'prices.period' => 'Period',
    'prices.no-tariff' => 'The price list does not hold the tariff.',
    'prices.unsold' => 'not sold by the account',
    'prices.margin' => '{rest} left',
    'prices.loss' => '{rest}, below cost',
    'prices.adjust' => 'Adjust prices',
    'prices.adjust-about' => 'Prices that are on sale are set by the rule below. What clients pay for services '
        . 'that they have already does not change: WHMCS keeps the amount of each service.',
    'prices.preview' => 'Show the new prices',
    'prices.preview-about' => 'Nothing is changed yet.',
    'prices.nothing' => 'All of these prices are as the rule gives them.',
    'prices.now' => 'Now',
    'prices.then' => 'Then',
    'prices.apply' => 'Change {count} prices',
    'prices.changed' => 'Changed: {count}. Not changed, for they were not as shown any more: {rest}.',
    'prices.no-product' => 'Tick at least one product. Nothing was changed.',
    'prices.note' => 'The price of product #{product} {name} for {period} was changed from {from} to {to}.',
    'accounts.unknown' => 'The balance is not known yet: press “Ask the accounts now”.',
    'accounts.balance' => 'Balance {balance}, asked at {at}; {left} is left after what was spent since.',
    'accounts.other-currency' => 'The balance is in another currency than the price list: nobody can tell until when it suffices.',
    'accounts.nothing-due' => 'Nothing falls due in the next {days} days.',
    'accounts.due' => 'In the next {days} days {count} services fall due, for {cost} if all are renewed.',
    'accounts.short' => 'The balance does not suffice from {day} on. Pay money into the ispmanager account before that day.',
    'accounts.unpriced' => 'The price list says no cost for {count} of them: they are not in the sum.',
    'accounts.day' => 'Day',
    'accounts.services' => 'Services',
    'accounts.month' => 'Month',
    'accounts.spent' => 'Spent',
    'accounts.nothing-spent' => 'Nothing was spent in the last twelve months.',
    'health.what' => 'What',
    'health.found' => 'Found',
    'health.do' => 'What to do',
    'health.there' => 'there',
    'health.missing' => 'missing',
    'health.never' => 'never',
    'health.no-trouble' => 'no trouble at the last calls',
    'health.answered' => 'no trouble; balance read at {at}',
    'health.silent' => 'does not answer',
    'health.seconds' => '{seconds} s apart',
    'health.module' => 'Module',
    'health.files' => 'Files of the module',
    'health.files.more' => '{files} and {count} more',
    'health.files.do' => 'These files are missing or are not those of the archive. If nobody changed them on purpose, unpack the whole '
        . 'archive in the folder modules again, by a program that does not change ends of lines.',
    'health.php' => 'PHP',
    'health.whmcs' => 'WHMCS',
    'health.whmcs.do' => 'The module is made for WHMCS {oldest} and newer. Update WHMCS.',
    'health.curl' => 'cURL and TLS',
    'health.curl.do' => 'Install the PHP extension curl: without it no account can be asked.',
    'health.tables' => 'Version of the module’s tables',
    'health.roles' => 'Roles with access to the addon',
    'health.panel' => 'Panel files',
    'health.panel.do' => 'The folder assets of the module is missing or damaged. Unpack the archive again; '
        . 'until then WHMCS’s own fields and buttons do the work.',
    'health.wasm' => 'Type of the panel’s WASM file',
    'health.wasm.by-hand' => 'Only a browser can tell: it says so here when the panel runs. By hand: the .wasm file in '
        . 'modules/servers/ispmanagernoc/assets must come with the header “Content-Type: application/wasm”.',
    'health.hooks' => 'Hooks',
    'health.hooks.do' => 'WHMCS does not load the module’s hooks: nothing is checked by cron, and products get '
        . 'no fields. Press “Register the hooks”.',
    'health.cron' => 'Last run of the cron',
    'health.cron.do' => 'Operations whose outcome is not known are looked into by WHMCS’s cron alone. See that '
        . 'it runs every five minutes.',
    'health.clock' => 'Clock of this server against the database',
    'health.clock.do' => 'Set the clocks by NTP: claims on orders are counted in minutes.',
    'health.server' => 'Server record',
    'health.server.do' => 'Create one under System Settings → Servers with the module ispmanager NOC.',
    'health.default-server' => 'Default server',
    'health.default-server.do' => 'Products without a server group need one: make a server of the module the '
        . 'default under System Settings → Servers.',
    'health.account' => 'Account of “{server}”',
    'health.account.do' => 'Nothing is asked of it before {at}. Press “Ask the accounts now”, or Test Connection '
        . 'on the server record.',
    'health.price-list' => 'Price list of “{server}”',
    'health.outcomes' => 'Operations that wait',
    'health.outcomes.do' => 'The cron looks into them. What stays is for a person: see the journal, states '
        . '“Outcome unknown” and “Not paid”.',
    'health.ask' => 'Ask the accounts now',
    'health.register' => 'Register the hooks',
    'health.registered' => 'The hooks are registered.',
    'health.report' => 'For support: no secret is in it',
    'home.left' => 'Left',
    'home.due' => 'Due in 30 days',
    'home.unknown' => 'not known yet',
    'home.low' => '“{server}” has less than {threshold}.',
    'home.what' => 'To look at',
    'home.count' => 'How many',

    'roles.about' => 'Roles with access to this addon may do everything that it offers. A role that is ticked '
        . 'here may only look: it sees prices, services and the journal, and can neither order nor change anything through '
        . 'ispmanager NOC. Your own role cannot be ticked.',
    'roles' => 'Roles that may only look',
    'settings.save' => 'Save',
    'settings.saved' => 'Saved.',
    'settings.note' => 'Setting “{name}”: {value} (was {before}).',
    'settings.wrong' => '“{name}”: a whole number from {least} to {most}, please. Nothing was saved.',
    'settings.balance' => 'Warning of a low balance',
    'settings.balance.about' => 'When an account has less than this, staff get an e-mail, and the account is '
        . 'marked on the dashboard of WHMCS. Leave a field empty for no warning. The balance is asked for once a '
        . 'day and before each warning.',
    'settings.balance.wrong' => '“{server}”: a sum such as 50 or 49.90, please, or an empty field for no warning. '
        . 'Nothing was saved.',
    'settings.journal-days' => 'Journal',
    'settings.journal-days.about' => 'For so long, from {least} to {most} days, requests and answers are kept, and '
        . 'entries of what was not sent or only failed to end something. What was sent to buy or to renew stays '
        . 'for ever.',
    'settings.journal-days.unit' => 'Days',
    'settings.quiet-minutes' => 'Quiet time',
    'settings.quiet-minutes.about' => 'An order or renewal whose answer was lost may be tried again only when the '
        . 'account has not shown it for so long: from {least} to {most} minutes.',
    'settings.quiet-minutes.unit' => 'Minutes',
    'settings.pause-milliseconds' => 'Pace of requests',
    'settings.pause-milliseconds.about' => 'The pause between two requests of the daily comparison and of orders made by cron, from {least} to '
        . '{most} milliseconds. A person who waits and the search for lost outcomes are never slowed down.',
    'settings.pause-milliseconds.unit' => 'Milliseconds',
    'settings.language' => 'Language',
    'settings.language.about' => 'Of what staff read: these pages, the activity log and e-mails to staff. Clients '
        . 'always read their own language.',
    'settings.language.label' => 'Language of staff’s texts',
    'settings.language.own' => 'Each reader’s own',
    'mail.low-balance' => '{server}: {left} left in the ispmanager account',
    'mail.low-balance.about' => 'The account of “{server}” has {left}, less than the {threshold} that you chose. '
        . 'Orders and renewals fail when the balance does not suffice.',
    'mail.low-balance.where' => 'What falls due stands in WHMCS under Addons → ispmanager NOC partner module → {page}.',
    'mail.not-sent' => 'E-mail “{subject}” did not go out: {reason}',
    'sale.about' => 'For each ticked tariff a product is made, with its prices and the custom fields that the '
        . 'module needs. You see all of them before anything is made. A tariff that a product sells already is left out.',
    'sale.no-prices' => 'There is no price list yet. Refresh it on the page “Price list”.',
    'sale.no-group' => 'WHMCS has no product group yet. Make one, then come back.',
    'sale.new-group' => 'Make a product group',
    'sale.tariffs' => 'Tariffs',
    'sale.tick-all' => 'Tick all',
    'sale.tick-none' => 'Tick none',
    'sale.price' => 'Price',
    'sale.share-label' => 'Add, %',
    'sale.added-label' => 'Add, {currency}',
    'sale.ending' => 'Round up to',
    'sale.ending.exact' => 'no rounding',
    'sale.ending.00' => '….00',
    'sale.ending.90' => '….90',
    'sale.ending.99' => '….99',
    'sale.currencies' => 'Currencies',
    'sale.currencies-about' => 'What one {currency} of the account is worth. A currency without a rate is not sold.',
    'sale.rate-label' => '{to} for 1 {from}',
    'sale.own-currency' => '{to}, the currency of the account',
    'sale.months' => 'Periods',
    'sale.product' => 'Products',
    'sale.group' => 'Product group',
    'sale.setup' => 'Order from the account',
    'sale.setup.payment' => 'when the first payment is received',
    'sale.setup.order' => 'as soon as the client orders',
    'sale.setup.accepted' => 'when staff accept the order',
    'sale.setup.never' => 'only by hand',
    'sale.server-group' => 'Server group',
    'sale.no-server-group' => 'None (default server)',
    'sale.hidden' => 'Hidden in the cart',
    'sale.tax' => 'Apply tax',
    'sale.preview' => 'Show what will be made',
    'sale.no-tariff' => 'Tick at least one tariff. Nothing was made.',
    'sale.no-months' => 'Tick at least one period. Nothing was made.',
    'sale.no-group-chosen' => 'Choose the product group. Nothing was made.',
    'sale.no-setup' => 'Choose when the product is ordered. Nothing was made.',
    'sale.no-ending' => 'Choose the rounding. Nothing was made.',
    'sale.other-account' => 'New services of these products would get a server of another account. Choose a '
        . 'server group with a server of this account, or make it the default server. Nothing was made.',
    'sale.share' => 'The percentage is a number from 0 to 1000, such as 30 or 12.5. Nothing was made.',
    'sale.added' => 'The amount is a number from 0 to 1000000, such as 2 or 1.50. Nothing was made.',
    'sale.rate' => 'The rate of {currency} is a number above zero, such as 1.08 or 98,5. Nothing was made.',
    'sale.no-currency' => 'Give the rate of at least one currency. Nothing was made.',
    'sale.preview-about' => 'These products will stand in the group “{group}”. Nothing is made yet.',
    'sale.prices' => 'Price',
    'sale.sold-already' => 'sold already:',
    'sale.price-line' => '{period}: {prices} (cost {cost})',
    'sale.no-period' => 'The tariff is not sold for any of these periods.',
    'sale.nothing-new' => 'Products sell all of these already: there is nothing to make.',
    'sale.create' => 'Make {count} products',
    'sale.back' => 'Change',
    'sale.outcome' => 'Made: {created}. Sold already: {there}. Failed: {failed}. Left for the next time: {left}.',
    'sale.result.created' => 'Made:',
    'sale.result.there' => 'Sold already:',
    'sale.result.failed' => 'Not made:',
    'sale.result.left' => 'Not made yet.',
    'sale.again' => 'Go on with the rest',
    'sale.changed' => 'Costs or the account have changed since these prices were shown. Nothing was made: look '
        . 'at the prices below.',
    'sale.half' => 'The product is there and hidden, but not complete. Run this again, then take “Hidden” off '
        . 'it. The details are in the module log under {reference}.',
    'sale.is-hidden' => 'It is hidden in the cart.',
    'sale.busy' => 'Somebody else is making it at this moment.',
    'sale.note' => 'Product #{product} was made for the tariff {id} {tariff}.',

    'relay.method' => 'Messages are sent by POST.',
    'relay.logged-out' => 'Your session has ended. Log in again and reload the page.',
    'relay.token' => 'This page is out of date. Reload it and try again.',
    'relay.access' => 'Your staff role has no access to the addon ispmanager NOC partner module.',
    'relay.read-only' => 'Your staff role may look here and change nothing. Who may change things is set on the '
        . 'page Addons → ispmanager NOC partner module → Settings.',
    'relay.unknown-action' => 'This cannot be asked here.',
    'relay.not-found' => 'WHMCS has no such product or service of ispmanager NOC.',
    'relay.malformed' => 'The message could not be understood. Reload the page and try again.',
    'relay.internal' => 'Something went wrong. The details are in WHMCS\'s module log under the reference.',

    'done.create' => 'The account placed the order.',
    'done.create-same' => 'The service already has its order; nothing was sent.',
    'done.renew' => 'The service has been renewed.',
    'done.terminate' => 'The order has been deleted in the account.',
    'done.sync' => 'WHMCS now shows the account\'s data.',
    'done.change-period' => 'The billing cycle has been changed; the next renewal uses it.',
    'done.link-order' => 'The order has been linked to this service.',
    'done.drop-unpaid' => 'What waited for its payment has been dropped.',

    'fields.unknown-tariff' => 'The price list does not hold tariff {id}. Refresh the list or choose another '
        . 'Product ID.',

    'done.sync-same' => 'There was nothing to take over from the account; nothing was changed.',

    'relay.whmcs-refused' => 'WHMCS did not run the command: {text}',

    'yes' => 'Yes',

    'no' => 'No',

    'preview.label' => 'Custom fields of ispmanager NOC',
    'preview.no-tariff' => 'Choose a Product ID on the tab Module Settings first.',
    'preview.intro' => 'Custom fields for {tariff}. Missing ones are created when the product is saved; your '
        . 'own changes are kept.',
    'preview.field' => 'Field',
    'preview.state' => 'State',
    'preview.required' => 'Required',
    'preview.order-form' => 'On the order form',

    'field.exists' => 'Exists',
    'field.missing' => 'Will be created',
    'field.differs' => 'Changed by staff',
    'field.own' => 'Your own field',

    'service.status' => 'Status in WHMCS',
    'service.termination_date' => 'Termination date',
    'service.order_id' => 'Order ID',
    'service.item' => 'ispmanager license',
    'service.tariff' => 'Tariff',
    'service.server' => 'Server',
    'service.no-server' => 'Not chosen yet',
    'service.other-server' => 'One of another module',
    'service.command' => 'Command',
    'service.now' => 'What it does now',
    'service.cost' => 'Cost',
    'service.journal' => 'Journal of this service',
    'service.journal-empty' => 'Nothing has been sent to the account for this service yet.',
    'service.moment' => 'Time',
    'service.operation' => 'Operation',
    'service.state' => 'State',
    'service.outcome' => 'Outcome',

    'command.create' => 'Create',
    'command.renew' => 'Renew',
    'command.terminate' => 'Terminate',
    'command.sync' => 'Sync',
    'command.possible' => 'Can be done.',

    'journal.state.claimed' => 'Started',
    'journal.state.sent' => 'Sent',
    'journal.state.done' => 'Done',
    'journal.state.rejected' => 'Refused',
    'journal.state.unpaid' => 'Not paid',
    'journal.state.unknown' => 'Outcome unknown',
    'journal.state.not-placed' => 'Not done',

    'link.pay' => 'Pay the invoice',
    'link.cancel' => 'Request cancellation',

    'order.cycle' => 'This billing cycle cannot be ordered. Please choose another one.',
    'order.field-bitninja_email' => 'BitNinja E-mail: please enter an e-mail address.',
    'order.field-domain' => 'Domain name: please enter a domain name such as example.com.',
    'order.field-empty' => 'Please fill in "{field}".',
    'order.field-filled' => '"{field}" is filled in for you. Please leave it empty.',
    'order.field-ip' => 'License IP address: please enter an IP address.',
    'order.field-item' => 'Please enter the ID of your ispmanager license: its number, or its key, which begins with the number.',
    'order.field-licname' => 'The license name may have up to 255 characters.',
    'order.field-target_ip' => 'Resource IP address: please enter an IP address.',
    'order.quantity' => 'Please order one at a time: one order is one license.',
];
