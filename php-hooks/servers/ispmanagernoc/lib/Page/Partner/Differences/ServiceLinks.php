<?php

/**
 * Links to the pages of some services, whose clients are read at once.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Markup;
use IspmanagerNoc\Whmcs\AdminPages;
use IspmanagerNoc\Whmcs\ServiceList;

final class ServiceLinks
{
    /** @var array<int, int> by services */
    private readonly array $clients;

    /** @param list<int> $services */
    public function __construct(array $services)
    {
        $this->clients = (new ServiceList())->clients($services);
    }

    /** @param string $text empty for the service's number */
    public function to(int $service, string $text = ''): Markup
    {
        return Html::link(AdminPages::service($service, $this->clients[$service] ?? 0), $text === '' ? "#$service" : $text);
    }
}
