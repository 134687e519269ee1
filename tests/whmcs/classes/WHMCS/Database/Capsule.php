<?php

/**
 * The database entry that modules use: Illuminate's manager, connected by Standin\Database.
 */

declare(strict_types=1);

namespace WHMCS\Database;

final class Capsule extends \Illuminate\Database\Capsule\Manager
{
}
