<?php

/**
 * A client's summary.
 *
 * @var object $client @var list<object> $services @var list<object> $invoices
 */

namespace Standin\Admin;

?>
<p><?= e("$client->email · $client->address1 $client->city $client->country · $client->phonenumber") ?></p>
<form method="post" action="clientssummary.php?userid=<?= $client->id ?>" id="frmLoginAsClient"><?= token() ?><button type="submit" class="btn btn-sm" id="btnLoginAsClient">Login as Owner</button></form><br>
<?= Page::view('servicetable', ['services' => $services]) ?>
<h2>Invoices</h2>
<?= Page::view('invoicetable', ['invoices' => $invoices]) ?>
