<?php

/**
 * A person who logs in to the client area (tblusers).
 */

declare(strict_types=1);

namespace WHMCS\User;

use WHMCS\Model\AbstractModel;

class User extends AbstractModel
{
    protected $table = 'tblusers';
}
