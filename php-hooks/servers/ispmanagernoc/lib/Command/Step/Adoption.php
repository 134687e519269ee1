<?php

/**
 * Takes over an order that an earlier module placed for the service, or that staff wrote into its field: the journal does not know it, so before
 * anything is done with it the account is asked whether it is what the service sells, for the service's licence and nobody else's. Then it is
 * linked. Nothing is bought.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Whmcs\RenewalLine;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Adoption
{
    private readonly LiveOrder $orders;

    public function __construct(private readonly App $app)
    {
        $this->orders = new LiveOrder($app);
    }

    /**
     * The order that stands in the field and that the journal has never had to do with; null where nothing is to be taken over. One that the
     * journal placed for another service was moved by staff, who answer for it.
     */
    public function pending(ServiceRecord $service): ?string
    {
        $written = $this->orders->written($service);
        $isPending = $written !== '' && $this->orders->placed($service) === null && !$this->orders->isTerminated($service, $written)
            && !(new Owners($this->app, $service->serverId))->isOfOther($written, $service->id);
        return $isPending ? $written : null;
    }

    /**
     * @param RenewalLine|null $due the line that is about to be renewed
     * @return ServiceRecord as it is afterwards: one of another module's server record gets one of this module
     * @throws Refused why the order cannot be this service's
     */
    public function run(ServiceRecord $service, ?RenewalLine $due = null): ServiceRecord
    {
        $orderId = $this->pending($service);
        if ($orderId === null) {
            return $service;
        }
        $this->app->linkOrder()->adopt($service, $orderId, $due);
        return $this->app->services()->find($service->id) ?? $service;
    }

    /** What is deleted, or not shown at all, is nothing to be linked; the command that asks for it says so in its own words. */
    public function runIfShown(ServiceRecord $service): ServiceRecord
    {
        try {
            return $this->run($service);
        } catch (Refused $refused) {
            return in_array($refused->textKey, ['refused.link-deleted', 'refused.order-missing'], true) ? $service : throw $refused;
        }
    }
}
