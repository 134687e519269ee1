<?php

/**
 * A small server module for the stand-in's own tests: it does what the product's Product ID tells it to.
 */

declare(strict_types=1);

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

function sampleserver_MetaData(): array
{
    return ['DisplayName' => 'Sample Server', 'APIVersion' => '1.1', 'RequiresServer' => true, 'AdminSingleSignOnLabel' => 'Log in'];
}

function sampleserver_ConfigOptions(array $params): array
{
    return [
        'Product ID' => [
            'Type' => 'text', 'Size' => '25', 'Loader' => 'sampleserver_Tariffs', 'SimpleMode' => true,
            'Description' => '<span id="sample-description">The id of the tariff</span>',
        ],
        'Admin phone' => ['Type' => 'text', 'Size' => '25'],
        'Loud' => ['Type' => 'yesno', 'Description' => 'Tick to be loud'],
        'Size' => ['Type' => 'dropdown', 'Options' => ['s' => 'Small', 'l' => 'Large'], 'Default' => 'l'],
    ];
}

function sampleserver_Tariffs(array $params): array
{
    if ($params['serverhostname'] === 'down.example.com') {
        throw new Exception('The account cannot be reached');
    }
    return ['10' => 'Tariff ten', '20' => 'Tariff twenty'];
}

function sampleserver_TestConnection(array $params): array
{
    $isRight = $params['serverpassword'] === 'Secret&<1>:"';
    return ['success' => $isRight, 'error' => $isRight ? '' : 'Wrong password'];
}

function sampleserver_CreateAccount(array $params): string
{
    logModuleCall('sampleserver', __FUNCTION__, ['password' => $params['serverpassword']], 'ok', '', [$params['serverpassword']]);
    return match (true) {
        !$params['server'] => 'The service has no server',
        $params['configoption1'] === 'broken' => 'The tariff is broken',
        default => 'success',
    };
}

function sampleserver_Renew(array $params): string
{
    logActivity("Renewed service {$params['serviceid']} until {$params['model']->nextduedate}", $params['userid']);
    return 'success';
}

function sampleserver_TerminateAccount(array $params): string
{
    return 'success';
}

function sampleserver_AdminCustomButtonArray(): array
{
    return ['Sync' => 'Sync'];
}

function sampleserver_Sync(array $params): string
{
    return localAPI('UpdateClientProduct', ['serviceid' => $params['serviceid'], 'notes' => 'synchronised'])['result'];
}

function sampleserver_AdminServicesTabFields(array $params): array
{
    return ['Sample' => '<div id="sample-row">' . $params['status'] . '</div>'];
}

function sampleserver_AdminSingleSignOn(array $params): array
{
    return ['success' => true, 'redirectTo' => 'https://' . $params['serverhostname'] . '/?key=once'];
}

function sampleserver_ClientArea(array $params): string
{
    if (isset($_POST['message'])) {
        header('Content-Type: application/json');
        exit(json_encode(['ok' => html_entity_decode($_POST['message'])]));
    }
    return '<p id="sample-client">Hello from the sample</p>';
}
