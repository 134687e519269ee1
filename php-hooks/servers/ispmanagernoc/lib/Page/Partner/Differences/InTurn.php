<?php

/**
 * Does something for one service after the other, for a bounded time, and tells of each what came of it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use Closure;
use IspmanagerNoc\App;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Texts;

final class InTurn
{
    /** What is not done by then is left for another press: a page must be answered before its server gives up. */
    private const SECONDS = 20.0;

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
    }

    /**
     * @param list<int> $services
     * @param string $field in which the services are sent
     * @param string $button by which they are sent
     * @param Closure(int, float): Attempt $work for a service, until a moment on the clock's elapsed()
     */
    public function html(array $services, string $field, string $button, Closure $work): string
    {
        $deadline = $this->app->clock()->elapsed() + self::SECONDS;
        $links = new ServiceLinks($services);
        $rows = $left = [];
        $done = 0;
        foreach ($services as $service) {
            $attempt = $this->app->clock()->elapsed() < $deadline
                ? Attempt::at("$button of differences", $this->texts, static fn (): Attempt => $work($service, $deadline))
                : null;
            if ($attempt === null || $attempt->isLate) {
                $left[] = $service;
                $rows[] = [$links->to($service), $this->texts->get('differs.left')];
                continue;
            }
            $done += $attempt->isDone ? 1 : 0;
            $rows[] = [$links->to($service), $attempt->text];
        }
        $counted = ['done' => $done, 'failed' => count($rows) - $done - count($left), 'left' => count($left)];
        $told = $this->texts->get('differs.outcome', $counted);
        return ($done === count($rows) ? Html::success($told) : Html::warning($told))
            . Html::table([$this->texts->get('partner.service'), $this->texts->get('partner.what')], $rows)
            . ($left === [] ? '' : $this->address->post(
                self::hidden($field, $left) . Html::submit($this->texts->get('sale.again'), $button, 'btn-primary')
            ));
    }

    /** @param list<int> $services */
    public static function hidden(string $field, array $services): string
    {
        return implode('', array_map(static fn (int $service): string => Html::hidden("{$field}[]", (string) $service), $services));
    }
}
