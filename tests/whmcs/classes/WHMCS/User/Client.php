<?php

/**
 * A client (tblclients).
 */

declare(strict_types=1);

namespace WHMCS\User;

use WHMCS\Model\AbstractModel;

/** @property int $id */
class Client extends AbstractModel
{
    protected $table = 'tblclients';
}
