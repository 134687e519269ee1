<?php

/**
 * A client's service (tblhosting), as modules get it in $params['model'].
 */

declare(strict_types=1);

namespace WHMCS\Service;

use WHMCS\Model\AbstractModel;
use WHMCS\Order\Order;
use WHMCS\Product\Product;
use WHMCS\User\Client;

class Service extends AbstractModel
{
    protected $table = 'tblhosting';
    protected array $columnMap = [
        'clientId' => 'userid',
        'productId' => 'packageid',
        'serverId' => 'server',
        'registrationDate' => 'regdate',
        'paymentGateway' => 'paymentmethod',
        'status' => 'domainstatus',
        'promotionId' => 'promoid',
        'overrideAutoSuspend' => 'overideautosuspend',
        'overrideSuspendUntilDate' => 'overidesuspenduntil',
    ];

    public function client()
    {
        return $this->belongsTo(Client::class, 'userid');
    }

    public function product()
    {
        return $this->belongsTo(Product::class, 'packageid');
    }

    public function order()
    {
        return $this->belongsTo(Order::class, 'orderid');
    }
}
