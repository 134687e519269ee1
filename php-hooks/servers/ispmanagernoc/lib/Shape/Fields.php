<?php

/**
 * The custom fields of a product, seen from one tariff (crates/wire: Fields).
 */

declare(strict_types=1);

namespace IspmanagerNoc\Shape;

use IspmanagerNoc\App;
use IspmanagerNoc\Fields\FieldRow;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ProductRecord;

final class Fields
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** @return array{tariff: string, rows: list<array{differences: list<string>, ...<string, mixed>}>} */
    public function of(ProductRecord $product, int $tariffId): array
    {
        $server = $this->app->servers()->forProduct($product->id);
        $kind = $this->app->prices()->kind($server, $tariffId);
        return [
            'tariff' => $this->app->prices()->tariff($server, $tariffId)->name ?? (string) $tariffId,
            'rows' => array_map($this->row(...), $this->app->fields()->rows($product->id, $kind)),
        ];
    }

    /** @return array{differences: list<string>, ...<string, mixed>} */
    private function row(FieldRow $row): array
    {
        $told = fn (string $key): string => $this->texts->get($key, ['friendly' => $row->usualName()]);
        $shape = $row->toArray();
        $shape['differences'] = array_map($told, $row->differences());
        return $shape;
    }
}
