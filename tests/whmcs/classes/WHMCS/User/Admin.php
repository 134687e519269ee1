<?php

/**
 * A member of staff (tbladmins).
 */

declare(strict_types=1);

namespace WHMCS\User;

use WHMCS\Model\AbstractModel;

class Admin extends AbstractModel
{
    protected $table = 'tbladmins';
}
