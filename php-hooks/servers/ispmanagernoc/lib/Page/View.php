<?php

/**
 * The views of the panel, named as in the contract.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

enum View: string
{
    case ProductPicker = 'product-picker';
    case FieldPreview = 'field-preview';
    case ServiceActions = 'service-actions';
    case ServiceInfo = 'service-info';
    case Spending = 'spending';
    case WasmType = 'wasm-type';
}
