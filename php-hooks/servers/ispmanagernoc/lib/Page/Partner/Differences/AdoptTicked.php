<?php

/**
 * Links ticked services to the orders that their fields name, or that are there for their licences: those that an earlier module sold. Each order
 * is asked for once more, and only one that tells whose it is gets linked. Nothing is bought.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Goods;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Texts;

defined('WHMCS') || exit;

final class AdoptTicked implements TickedRepair
{
    private readonly Linking $linking;

    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
        $this->linking = new Linking($app, $texts);
    }

    public static function name(): string
    {
        return 'adopt';
    }

    public static function kinds(): array
    {
        return [DifferenceKind::NotLinked, DifferenceKind::OrderFound];
    }

    /** A list of the account may be silent about the licence; then the order itself is asked. */
    public static function isFor(Difference $difference): bool
    {
        $item = Goods::item($difference->whmcs);
        return in_array($difference->kind, self::kinds(), true) && $item !== null && in_array($difference->account, ['', $item], true);
    }

    public function will(Difference $difference): string
    {
        $values = ['order' => $difference->orderId, 'service' => $difference->serviceId];
        return $this->texts->get("differs.{$difference->kind->value}.will", $values);
    }

    public function repair(Difference $difference, float $deadline): Attempt
    {
        $service = $this->app->services()->find($difference->serviceId) ?? throw new Refused('relay.not-found');
        // Somebody may have corrected the field since it was compared.
        $written = (new LiveOrder($this->app))->written($service);
        if ($written !== ($difference->kind === DifferenceKind::NotLinked ? $difference->orderId : '')) {
            return Attempt::failed($this->texts->get('differs.gone'));
        }
        $order = null;
        $this->app->readingUntil($deadline, function () use ($service, $difference, &$order): void {
            $order = $this->app->linkOrder()->run($service, $difference->orderId, true);
        });
        return Attempt::done($this->linking->linked($service, $difference->orderId, $order));
    }
}
