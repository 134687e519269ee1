<?php

/**
 * An invoice (tblinvoices).
 */

declare(strict_types=1);

namespace WHMCS\Billing;

use WHMCS\Model\AbstractModel;

class Invoice extends AbstractModel
{
    protected $table = 'tblinvoices';
}
