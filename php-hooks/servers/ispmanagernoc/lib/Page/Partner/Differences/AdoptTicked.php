<?php

/**
 * Links ticked services to the orders that their fields name, or that are there for their licences: those that an earlier module sold. Each order
 * is asked for once more, and only one that tells whose it is gets linked. Nothing is bought.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Goods;
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
        return [DifferenceKind::NotLinked];
    }

    /** A list of the account may be silent about the licence; then the order itself is asked. */
    public static function isFor(Difference $difference): bool
    {
        $item = Goods::item($difference->whmcs);
        return in_array($difference->kind, self::kinds(), true) && $item !== null && in_array($difference->account, ['', $item], true);
    }

    public function will(Difference $difference): string
    {
        return $this->texts->get('differs.not-linked.will', ['order' => $difference->orderId, 'service' => $difference->serviceId]);
    }

    public function repair(int $serviceId, float $deadline): Attempt
    {
        $service = $this->app->services()->find($serviceId) ?? throw new Refused('relay.not-found');
        $order = $this->app->differences()->ofServices([$serviceId], self::kinds())[0]->orderId ?? throw new Refused('relay.not-found');
        $this->app->readingUntil($deadline, fn () => $this->app->linkOrder()->run($service, $order, true));
        return Attempt::done($this->linking->linked($service, $order));
    }
}
