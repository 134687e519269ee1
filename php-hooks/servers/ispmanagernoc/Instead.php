<?php

/**
 * Stands in for the module where it cannot run: every function answers with the same clear text, and nothing is sent. It needs no other
 * file, and PHP 7.4 can read it.
 */

namespace IspmanagerNoc;

final class Entry
{
    /** @var string `old-php` or `damaged` */
    public static $reason = 'damaged';

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
            case 'PartnerOutput':
                return '<p>' . self::text() . '</p>';
            case 'TariffLoader':
                throw new \RuntimeException(self::text());
            case 'AdminCustomButtonArray':
            case 'ClientArea':
            case 'PartnerUpgrade':
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
        if (self::$reason === 'old-php') {
            return 'ispmanager NOC needs PHP 8.1 or newer; this server runs PHP ' . PHP_VERSION . '. Nothing was sent. / '
                . 'Модулю ispmanager NOC нужен PHP 8.1 или новее; на этом сервере PHP ' . PHP_VERSION . '. Ничего не отправлено.';
        }
        return 'ispmanager NOC cannot run: its files are not all there, or are of different versions. Unpack the whole archive in the folder '
            . 'modules again. Nothing was sent, and nothing that was done is lost. Retry is safe after that. / '
            . 'Модуль ispmanager NOC не может работать: его файлы не полны или от разных версий. Распакуйте весь архив в папку modules '
            . 'ещё раз. Ничего не отправлено, и ничего из сделанного не потеряно. После этого Retry безопасен.';
    }
}
