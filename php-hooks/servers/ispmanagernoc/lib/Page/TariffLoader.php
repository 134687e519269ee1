<?php

/**
 * The choices of Product ID in WHMCS's simple mode, from the stored price list: WHMCS asks for them while it renders the tab,
 * so the account is left alone and the text says how to refresh the list.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ServerRecord;

final class TariffLoader
{
    /**
     * @param array<string, mixed> $params the keys of the server that WHMCS chose from the group
     * @return array<int|string, string> labels by tariff id; the first is nothing, so that no tariff is chosen by accident
     */
    public function run(array $params): array
    {
        $app = App::get();
        $product = (int) ($_REQUEST['id'] ?? 0);
        $server = $this->server($app, $params, $product) ?? throw new Refused('tariffs.no-server');
        $list = $app->prices()->stored($server);
        if ($list === null || $list->tariffs === []) {
            throw new Refused('loader.no-list');
        }
        $choices = ['' => Texts::current()->get('loader.nothing')];
        foreach ($list->tariffs as $tariff) {
            $choices[$tariff->id] = "$tariff->id – $tariff->name";
        }
        return $choices + $this->saved($app, $product);
    }

    /** @param array<string, mixed> $params */
    private function server(App $app, array $params, int $product): ?ServerRecord
    {
        $group = isset($_REQUEST['servergroup']) ? (int) $_REQUEST['servergroup'] : null;
        return $app->servers()->find((int) ($params['serverid'] ?? 0)) ?? $app->servers()->forProduct($product, $group);
    }

    /**
     * What the product has stays among the choices although the account no longer sells it: saving the tab must not change it.
     *
     * @return array<int|string, string>
     */
    private function saved(App $app, int $product): array
    {
        $id = $app->products()->find($product)->settings->tariffText ?? '';
        return $id === '' ? [] : [$id => Texts::current()->get('loader.unlisted', ['id' => $id])];
    }
}
