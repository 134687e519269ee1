<?php

/**
 * Stands in for the server module where that is missing: every function of the addon answers with the same clear text. PHP 7.4 can read it.
 */

namespace IspmanagerNoc;

final class Entry
{
    private const TEXT = 'The server module ispmanager NOC is missing, and this addon does its work through it. Unpack the whole archive in the '
        . 'folder modules again. Nothing was changed, and nothing that was done is lost. / '
        . 'Серверного модуля ispmanager NOC нет, а дополнение работает через него. Распакуйте весь архив в папку modules ещё раз. '
        . 'Ничего не изменено, и ничего из сделанного не потеряно.';

    public static function call(string $function, array $params = [])
    {
        switch ($function) {
            case 'PartnerConfig':
                return [
                    'name' => 'ispmanager NOC partner module',
                    'description' => self::TEXT,
                    'version' => '0',
                    'author' => 'ispmanager NOC for WHMCS',
                    'language' => 'english',
                    'fields' => [],
                ];
            case 'PartnerActivate':
            case 'PartnerDeactivate':
                return ['status' => 'error', 'description' => self::TEXT];
            case 'PartnerOutput':
                return '<p>' . self::TEXT . '</p>';
            default:
                return [];
        }
    }
}
