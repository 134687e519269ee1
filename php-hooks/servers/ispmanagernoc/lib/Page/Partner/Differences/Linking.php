<?php

/**
 * Links an order of the account to a service: both are shown side by side with what will happen, and then it is done. Nothing is bought.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Period;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Shape\AccountSide;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Endings;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Linking
{
    /** How long WHMCS may take to finish a service that waited for its order. */
    private const SECONDS = 20.0;

    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** It asks the account for the order. @return string HTML; without a button where the order cannot be linked */
    public function preview(ServiceRecord $service, string $orderId, Address $address): string
    {
        $label = (new Words($this->texts))->ofServices([$service->id])[$service->id] ?? "#$service->id";
        $sides = fn (RemoteService $order): string => Html::facts($this->facts($order) + [$this->texts->get('partner.service') => $label]);
        try {
            $order = $this->app->linkOrder()->check($service, $orderId);
        } catch (CommandFailed $failure) {
            $order = $failure instanceof Refused ? $this->app->linkOrder()->shown($service, $orderId) : null;
            return ($order === null ? '' : $sides($order)) . Html::warning($this->texts->ofFailure($failure));
        }
        $values = ['order' => $orderId, 'service' => $service->id];
        return $sides($order)
            . Html::paragraph($this->texts->get('differs.link.will', $values))
            . implode('', array_map(Html::warning(...), $this->doubts($service, $order)))
            . ($service->status === 'Pending' ? Html::paragraph($this->texts->get('differs.link.will-finish', $values)) : '')
            . $address->post(
                Html::hidden('service', (string) $service->id) . Html::hidden('order', $orderId)
                . Html::submit($this->texts->get('differs.link'), 'link', 'btn-primary') . ' '
                . Html::submit($this->texts->get('differs.cancel'), 'back')
            );
    }

    /** @return string HTML of what was done and what was not */
    public function done(ServiceRecord $service, string $orderId): string
    {
        $linked = Attempt::at('link of differences', $this->texts, function () use ($service, $orderId): Attempt {
            return Attempt::done($this->linked($service, $orderId, $this->app->linkOrder()->run($service, $orderId)));
        });
        return $linked->html() . ($linked->isDone && $service->status === 'Pending' ? $this->finished($service) : '');
    }

    /**
     * It is written down.
     *
     * @param RemoteService|null $order null where it was linked already
     * @return string what to tell
     */
    public function linked(ServiceRecord $service, string $orderId, ?RemoteService $order): string
    {
        $values = ['order' => $orderId, 'service' => $service->id];
        Reports::note($this->texts->get('differs.note.link', $values), $service->clientId);
        return implode(' ', [$this->texts->get('differs.link.done', $values), ...($order === null ? [] : $this->doubts($service, $order))]);
    }

    /** @return list<string> what a person should look at, now that the order is the service's */
    private function doubts(ServiceRecord $service, RemoteService $order): array
    {
        $doubts = [];
        if (!Period::isCovered($service->nextDueDate, $order->expires)) {
            $values = ['due' => (string) $service->nextDueDate, 'expires' => (string) $order->expires];
            $doubts[] = $this->texts->get('differs.link.uncovered', $values);
        }
        if ((int) $order->autoRenewal > 0 && !$service->settings->autoRenewal && !Endings::isNear($service)) {
            $doubts[] = $this->texts->get('differs.link.renews-itself', ['order' => $order->id]);
        }
        return $doubts;
    }

    /** @return array<string, string|null> the order in the account, by the facts' names */
    public function facts(RemoteService $order): array
    {
        return [
            $this->texts->get('partner.order') => $order->id,
            $this->texts->get('service.tariff') => $order->tariffName,
            $this->texts->get('service.item') => $order->item,
            $this->texts->get('differs.link.status') => AccountSide::status($this->texts, $order),
            $this->texts->get('differs.link.created') => $order->created,
            $this->texts->get('differs.link.expires') => $order->expires,
        ];
    }

    /** WHMCS does the rest its own way: status, e-mail, hooks. The command finds its order there and sends nothing. */
    private function finished(ServiceRecord $service): string
    {
        $complaint = null;
        $deadline = $this->app->clock()->elapsed() + self::SECONDS;
        $this->app->readingUntil($deadline, function () use ($service, &$complaint): void {
            $complaint = $this->app->moduleCommands()->create($service->id);
        });
        return $complaint === null
            ? Html::success($this->texts->get('differs.link.finished', ['service' => $service->id]))
            : Html::warning($this->texts->get('differs.link.unfinished', ['service' => $service->id, 'reason' => $complaint]));
    }
}
