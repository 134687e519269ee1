<?php

/**
 * Configuration → System Settings → Products/Services: groups, products and the tabs of one product.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\ProductGroups;
use Standin\Admin\Products;
use Standin\Admin\Staff;
use Standin\CustomFields;
use Standin\Hooks;
use Standin\Module\ServerModule;
use Standin\Request;
use WHMCS\Database\Capsule;

Staff::require(Request::isPost() ? 'Edit Products/Services' : 'View Products/Services');
$id = Request::int('id');
$action = Request::text('action');

if (Request::isPost()) {
    $nextPage = match ($action) {
        'savegroup' => 'configproducts.php?action=editgroup&id=' . ProductGroups::save($id),
        'add' => 'configproducts.php?action=edit&id=' . Products::create(),
        'save' => Products::save($id),
        'module-settings' => Request::answerJson(Products::renderModuleSettings(Capsule::table('tblproducts')->find($id))),
        'delete' => Products::delete($id)
            ? 'configproducts.php'
            : Page::done('The product is in use by services', 'configproducts.php', 'danger'),
    };
    Page::done('Changes Saved Successfully!', $nextPage);
}

$groups = Capsule::table('tblproductgroups')->orderBy('order')->orderBy('id')->get()->all();
$groupNames = array_column($groups, 'name', 'id');
if ($action === 'creategroup' || $action === 'editgroup') {
    Page::show($id === 0 ? 'Create Group' : 'Edit Group', 'products/group', [
        'group' => Capsule::table('tblproductgroups')->find($id),
        'features' => Capsule::table('tblproduct_group_features')->where('product_group_id', $id)->orderBy('order')->pluck('feature')->all(),
    ]);
}
if ($action === 'create') {
    Page::show('Create a New Product', 'products/create', ['groups' => $groupNames, 'modules' => ServerModule::choices()]);
}
if ($action === 'edit') {
    $product = Capsule::table('tblproducts')->find($id) ?? throw new OutOfBoundsException("There is no product $id");
    if (ServerModule::isInstalled($product->servertype)) {
        ServerModule::load($product->servertype);
    }
    Page::show('Edit Product', 'products/edit', [
        'product' => $product,
        'groups' => $groupNames,
        'modules' => ServerModule::choices(),
        'serverGroups' => Capsule::table('tblservergroups')->orderBy('name')->pluck('name', 'id')->all(),
        'emails' => Capsule::table('tblemailtemplates')->where('type', 'product')->orderBy('name')->pluck('name', 'id')->all(),
        'currencies' => Products::currencies(),
        'prices' => Capsule::table('tblpricing')->where(['type' => 'product', 'relid' => $id])->get()->keyBy('currency')->all(),
        'onDemand' => Capsule::table('tblondemandrenewals')->where(['rel_type' => 'Product', 'rel_id' => $id])->first(),
        'customFields' => CustomFields::ofProduct($id),
        'others' => Capsule::table('tblproducts')->where('id', '!=', $id)->orderBy('name')->pluck('name', 'id')->all(),
        'crossSells' => Capsule::table('tblproduct_recommendations')->where('product_id', $id)->pluck('recommendation_id')->all(),
        'hookRows' => Hooks::merged('AdminProductConfigFields', ['pid' => $id]),
    ]);
}
Page::show('Products/Services', 'products/list', [
    'groups' => $groups,
    'products' => Capsule::table('tblproducts')->orderBy('order')->orderBy('id')->get()->groupBy('gid')->all(),
    'modules' => ServerModule::choices(),
]);
