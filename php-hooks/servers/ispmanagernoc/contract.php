<?php

// Generated from crates/domain and crates/wire by `cargo xtask build`. Do not edit.

declare(strict_types=1);

return [
    'version' => '0.1.0',
    'kinds' => [
        'bit-ninja' => [
            'item_type' => 'addition',
            'marker' => 'bitninja',
            'known_ids' => [
                55371,
                55390,
            ],
            'fields' => [
                [
                    'name' => 'item',
                    'friendly' => 'ID of the ispmanager license for which the module is purchased',
                    'required' => true,
                    'on_order_form' => true,
                    'filled_by_module' => false,
                ],
                [
                    'name' => 'bitninja_email',
                    'friendly' => 'BitNinja E-mail',
                    'required' => false,
                    'on_order_form' => true,
                    'filled_by_module' => false,
                ],
                [
                    'name' => 'bitninjakey',
                    'friendly' => 'BitNinja key',
                    'required' => false,
                    'on_order_form' => false,
                    'filled_by_module' => true,
                ],
                [
                    'name' => 'bitninja_password',
                    'friendly' => 'BitNinja password',
                    'required' => false,
                    'on_order_form' => false,
                    'filled_by_module' => true,
                ],
                [
                    'name' => 'order_id',
                    'friendly' => 'Order ID',
                    'required' => false,
                    'on_order_form' => false,
                    'filled_by_module' => true,
                ],
            ],
        ],
        'ddos-guard' => [
            'item_type' => 'addition',
            'marker' => 'ddos',
            'known_ids' => [
                23221,
            ],
            'fields' => [
                [
                    'name' => 'item',
                    'friendly' => 'ID of the ispmanager license for which the module is purchased',
                    'required' => true,
                    'on_order_form' => true,
                    'filled_by_module' => false,
                ],
                [
                    'name' => 'domain',
                    'friendly' => 'Domain name',
                    'required' => true,
                    'on_order_form' => true,
                    'filled_by_module' => false,
                ],
                [
                    'name' => 'target_ip',
                    'friendly' => 'Resource IP address',
                    'required' => true,
                    'on_order_form' => true,
                    'filled_by_module' => false,
                ],
                [
                    'name' => 'order_id',
                    'friendly' => 'Order ID',
                    'required' => false,
                    'on_order_form' => false,
                    'filled_by_module' => true,
                ],
            ],
        ],
        'other-module' => [
            'item_type' => 'addition',
            'marker' => null,
            'known_ids' => [],
            'fields' => [
                [
                    'name' => 'item',
                    'friendly' => 'ID of the ispmanager license for which the module is purchased',
                    'required' => true,
                    'on_order_form' => true,
                    'filled_by_module' => false,
                ],
                [
                    'name' => 'order_id',
                    'friendly' => 'Order ID',
                    'required' => false,
                    'on_order_form' => false,
                    'filled_by_module' => true,
                ],
            ],
        ],
        'other-software' => [
            'item_type' => 'softexternal',
            'marker' => null,
            'known_ids' => [],
            'fields' => [
                [
                    'name' => 'licname',
                    'friendly' => 'License name',
                    'required' => true,
                    'on_order_form' => true,
                    'filled_by_module' => false,
                ],
                [
                    'name' => 'ip',
                    'friendly' => 'License IP address',
                    'required' => false,
                    'on_order_form' => true,
                    'filled_by_module' => false,
                ],
                [
                    'name' => 'order_id',
                    'friendly' => 'Order ID',
                    'required' => false,
                    'on_order_form' => false,
                    'filled_by_module' => true,
                ],
            ],
        ],
    ],
    'periods' => [
        'Monthly' => 1,
        'Quarterly' => 3,
        'Semi-Annually' => 6,
        'Annually' => 12,
    ],
    'statuses' => [
        [
            'code' => 1,
            'name' => 'ordered',
            'whmcs' => 'Pending',
        ],
        [
            'code' => 2,
            'name' => 'active',
            'whmcs' => 'Active',
        ],
        [
            'code' => 3,
            'name' => 'suspended',
            'whmcs' => 'Suspended',
        ],
        [
            'code' => 4,
            'name' => 'deleted',
            'whmcs' => 'Terminated',
        ],
        [
            'code' => 5,
            'name' => 'processing',
            'whmcs' => 'Pending',
        ],
    ],
    'settings' => [
        [
            'name' => 'product_id',
            'type' => 'text',
            'options' => null,
        ],
        [
            'name' => 'admin_phone',
            'type' => 'text',
            'options' => null,
        ],
        [
            'name' => 'single_payment_period',
            'type' => 'dropdown',
            'options' => [
                '',
                '1',
                '3',
                '6',
                '12',
            ],
        ],
        [
            'name' => 'auto_renewal',
            'type' => 'yesno',
            'options' => null,
        ],
    ],
    'actions' => [
        'tariffs' => [
            'entry' => 'staff',
            'effect' => 'read',
        ],
        'refresh-tariffs' => [
            'entry' => 'staff',
            'effect' => 'ask',
        ],
        'fields' => [
            'entry' => 'staff',
            'effect' => 'read',
        ],
        'create-fields' => [
            'entry' => 'staff',
            'effect' => 'write',
        ],
        'check-field' => [
            'entry' => 'staff',
            'effect' => 'read',
        ],
        'service' => [
            'entry' => 'staff',
            'effect' => 'read',
        ],
        'account' => [
            'entry' => 'staff',
            'effect' => 'ask',
        ],
        'create' => [
            'entry' => 'staff',
            'effect' => 'spend',
        ],
        'renew' => [
            'entry' => 'staff',
            'effect' => 'spend',
        ],
        'terminate' => [
            'entry' => 'staff',
            'effect' => 'spend',
        ],
        'sync' => [
            'entry' => 'staff',
            'effect' => 'write',
        ],
        'change-period' => [
            'entry' => 'staff',
            'effect' => 'write',
        ],
        'candidates' => [
            'entry' => 'staff',
            'effect' => 'ask',
        ],
        'link-order' => [
            'entry' => 'staff',
            'effect' => 'write',
        ],
        'drop-unpaid' => [
            'entry' => 'staff',
            'effect' => 'spend',
        ],
        'service-info' => [
            'entry' => 'client',
            'effect' => 'read',
        ],
    ],
    'errors' => [
        'method' => 405,
        'logged-out' => 401,
        'token' => 403,
        'access' => 403,
        'unknown-action' => 404,
        'not-found' => 404,
        'malformed' => 422,
        'refused' => 409,
        'cost-changed' => 409,
        'rejected' => 409,
        'outcome-unknown' => 503,
        'account-down' => 503,
        'internal' => 500,
    ],
    'views' => [
        'product-picker',
        'field-preview',
        'service-actions',
        'service-info',
        'spending',
        'wasm-type',
    ],
];
