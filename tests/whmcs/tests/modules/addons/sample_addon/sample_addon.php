<?php

/**
 * A small addon module for the stand-in's own tests.
 */

declare(strict_types=1);

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

function sample_addon_config(): array
{
    return [
        'name' => 'Sample Addon', 'description' => 'A sample for tests', 'version' => '1.0', 'author' => 'Example',
        'language' => 'english', 'fields' => ['greeting' => ['FriendlyName' => 'Greeting', 'Type' => 'text', 'Default' => 'Hello']],
    ];
}

function sample_addon_activate(): array
{
    return ['status' => 'success', 'description' => 'The sample is active'];
}

function sample_addon_output(array $vars): void
{
    if (isset($_POST['message'])) {
        header('Content-Type: application/json');
        exit(json_encode(['ok' => html_entity_decode($_POST['message'])]));
    }
    echo '<p id="sample-output">' . $vars['greeting'] . ' ' . $vars['_lang']['word'] . ' ' . $vars['modulelink'] . '</p>';
}
