<?php

/**
 * A product of the catalogue (tblproducts).
 */

declare(strict_types=1);

namespace WHMCS\Product;

use WHMCS\Model\AbstractModel;

class Product extends AbstractModel
{
    protected $table = 'tblproducts';
    protected array $columnMap = ['module' => 'servertype', 'productGroupId' => 'gid'];
}
