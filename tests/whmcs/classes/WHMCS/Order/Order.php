<?php

/**
 * An order (tblorders).
 */

declare(strict_types=1);

namespace WHMCS\Order;

use WHMCS\Model\AbstractModel;

class Order extends AbstractModel
{
    protected $table = 'tblorders';
}
