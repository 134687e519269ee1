<?php

/**
 * The addon was deactivated. Nothing is removed: the server module goes on working without it, and whoever activates it again finds all as it was.
 *
 * What stays, also when the folders of both modules are deleted: the orders in the accounts; WHMCS's products, services, server records, custom
 * fields and their values; the name of the module in WHMCS's setting ModuleHooks, where a name without a folder does nothing; the module log; and
 * the tables mod_ispmanagernoc_*, of which the journal says what was bought and renewed with whose money. Whoever unpacks the archive again
 * goes on with them. By hand they can be dropped once nobody needs the journal: an order that is known from the field order_id alone is
 * linked again, but a renewal that was made for an invoice is not remembered.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Partner;

use IspmanagerNoc\Texts;

final class Deactivate
{
    /**
     * @param array<string, mixed> $vars
     * @return array{status: string, description: string}
     */
    public function run(array $vars): array
    {
        return ['status' => 'success', 'description' => Texts::current()->get('partner.deactivated')];
    }
}
