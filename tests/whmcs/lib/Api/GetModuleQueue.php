<?php

/**
 * Lists the open entries of the module queue.
 */

declare(strict_types=1);

namespace Standin\Api;

use WHMCS\Database\Capsule;

final class GetModuleQueue
{
    public function __invoke(array $values): array
    {
        $query = Capsule::table('tblmodulequeue')->where('completed', 0)->orderBy('id');
        $filters = ['relatedId' => 'service_id', 'serviceType' => 'service_type', 'moduleName' => 'module_name', 'moduleAction' => 'module_action'];
        foreach ($filters as $name => $column) {
            if (isset($values[$name])) {
                $query->where($column, $values[$name]);
            }
        }
        if (isset($values['since'])) {
            $query->where('last_attempt', '>=', $values['since']);
        }
        $entries = array_map(static fn (object $entry) => (array) $entry, $query->get()->all());
        return ['count' => count($entries), 'queue' => $entries];
    }
}
