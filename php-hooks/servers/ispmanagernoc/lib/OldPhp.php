<?php

/**
 * Stands in for the module on a PHP that is too old for it: every function answers with the same clear text.
 */

namespace IspmanagerNoc;

final class Entry
{
    public static function call(string $function, array $params = [])
    {
        switch ($function) {
            case 'MetaData':
                return ['DisplayName' => 'ispmanager NOC', 'APIVersion' => '1.1', 'RequiresServer' => true];
            case 'TestConnection':
                return ['success' => false, 'error' => self::text()];
            case 'AdminSingleSignOn':
                return ['success' => false, 'errorMsg' => self::text()];
            case 'ConfigOptions':
                return ['ispmanager NOC' => ['Type' => '', 'Description' => self::text()]];
            case 'AdminServicesTabFields':
                return ['ispmanager NOC' => self::text()];
            case 'PartnerConfig':
                return [
                    'name' => 'ispmanager NOC partner module',
                    'description' => self::text(),
                    'version' => '0',
                    'author' => 'ispmanager NOC for WHMCS',
                    'language' => 'english',
                    'fields' => [],
                ];
            case 'PartnerActivate':
            case 'PartnerDeactivate':
                return ['status' => 'error', 'description' => self::text()];
            case 'TariffLoader':
                throw new \RuntimeException(self::text());
            case 'AdminCustomButtonArray':
            case 'ClientArea':
                return [];
            default:
                return self::text();
        }
    }

    public static function loaded()
    {
    }

    private static function text()
    {
        return 'ispmanager NOC needs PHP 8.1 or newer; this server runs PHP ' . PHP_VERSION . '. Nothing was sent. / '
            . 'Модулю ispmanager NOC нужен PHP 8.1 или новее; на этом сервере PHP ' . PHP_VERSION . '. Ничего не отправлено.';
    }
}
