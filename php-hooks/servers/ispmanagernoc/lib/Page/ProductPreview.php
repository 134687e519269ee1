<?php

/**
 * The custom fields of a product, on the product page: the preview of the panel, and a plain list where it does not start.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\App;
use IspmanagerNoc\Shape\Fields;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ProductRecord;

final class ProductPreview
{
    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** @return array<string, string> HTML by the row's label */
    public function rows(ProductRecord $product): array
    {
        $tariff = $product->settings->tariffId;
        return [$this->texts->get('preview.label') => Panel::forStaff(
            View::FieldPreview,
            product: $product->id,
            native: '<div class="ispnoc">' . $this->native($product) . '</div>',
            first: $tariff === null ? null : ['action' => 'fields', 'product' => $product->id, 'tariff' => $tariff],
        )];
    }

    private function native(ProductRecord $product): string
    {
        $tariffId = $product->settings->tariffId;
        if ($tariffId === null) {
            return Html::warning($this->texts->get('preview.no-tariff'));
        }
        $fields = (new Fields($this->app, $this->texts))->of($product, $tariffId);
        $intro = Html::paragraph($this->texts->get('preview.intro', ['tariff' => $fields['tariff']]));
        $head = array_map($this->texts->get(...), ['preview.field', 'preview.state', 'preview.required', 'preview.order-form']);
        return $intro . Html::table($head, array_map(fn (array $row): array => [
            "{$row['friendly']} ({$row['name']})",
            implode(' ', [$this->texts->get("field.{$row['state']}") . '.', ...$row['differences']]),
            $this->yesNo($row['required']),
            $this->yesNo($row['on_order_form']),
        ], $fields['rows']));
    }

    private function yesNo(bool $is): string
    {
        return $this->texts->get($is ? 'yes' : 'no');
    }
}
