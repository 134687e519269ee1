<?php

/**
 * The door between WHMCS and the module: finds who answers a function of WHMCS, and turns every failure into an answer of the
 * type that WHMCS expects, with a text that is safe to show.
 */

declare(strict_types=1);

namespace IspmanagerNoc;

use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Health\Files;
use IspmanagerNoc\Partner\Config;
use IspmanagerNoc\Whmcs\ModuleHooks;
use IspmanagerNoc\Whmcs\Reports;
use RuntimeException;
use Throwable;

final class Entry
{
    /** Each has a method run(array $params) that gives the answer; the commands below answer with a text of success or failure. */
    private const ANSWERED_BY = [
        'MetaData' => Command\MetaData::class,
        'ConfigOptions' => Page\ConfigOptions::class,
        'TariffLoader' => Page\TariffLoader::class,
        'TestConnection' => Command\TestConnection::class,
        'AdminCustomButtonArray' => Command\Buttons::class,
        'AdminSingleSignOn' => Command\SingleSignOn::class,
        'AdminServicesTabFields' => Page\ServiceTab::class,
        'ClientArea' => Page\ClientArea::class,
        'PartnerConfig' => Partner\Config::class,
        'PartnerActivate' => Partner\Activate::class,
        'PartnerDeactivate' => Partner\Deactivate::class,
        'PartnerUpgrade' => Partner\Upgrade::class,
        'PartnerOutput' => Partner\Output::class,
    ];
    private const COMMANDS = ['CreateAccount', 'Renew', 'TerminateAccount', 'Sync'];
    /** For when not even the texts can be read. */
    private const BROKEN = 'ispmanager NOC cannot run: files of it are missing or damaged. Unpack the whole archive in the folder modules again, '
        . 'then see the journal of this service. Retry is safe after that. / Модуль ispmanager NOC не может работать: его файлы '
        . 'повреждены или их нет. Распакуйте весь архив в папку modules ещё раз и посмотрите журнал этой услуги. После этого Retry безопасен.';

    private static ?CommandFailed $lastFailure = null;

    /**
     * @param array<string, mixed> $params as WHMCS gives them; they may be empty
     * @return array<array-key, mixed>|string
     */
    public static function call(string $function, array $params = []): array|string
    {
        try {
            if (in_array($function, self::COMMANDS, true)) {
                Command\Native::run($function, $params);
                return 'success';
            }
            self::refuseOtherAddon($function);
            $class = self::ANSWERED_BY[$function];
            return (new $class())->run($params);
        } catch (Throwable $failure) {
            return self::answer($function, self::text($function, $failure));
        }
    }

    /** How the module's last call in this request failed, for a caller to whom WHMCS handed on its text alone. */
    public static function lastFailure(): ?CommandFailed
    {
        return self::$lastFailure;
    }

    /** Runs once per request, when WHMCS loads the module's file. It never fails: the page matters more. */
    public static function loaded(): void
    {
        try {
            ModuleHooks::registerOnSetupPages();
        } catch (Throwable $failure) {
            self::text('loaded', $failure);
        }
    }

    /** An upload that broke off may have left an addon that asks for what this module does not know, or the other way round. */
    private static function refuseOtherAddon(string $function): void
    {
        $addon = defined('ISPMANAGERNOC_PARTNER_VERSION') ? constant('ISPMANAGERNOC_PARTNER_VERSION') : '?';
        if (str_starts_with($function, 'Partner') && $addon !== Contract::get('version')) {
            throw new Refused('refused.addon-version', ['addon' => $addon, 'module' => Contract::get('version')]);
        }
    }

    /** Whatever is missing, somebody is told something. */
    private static function text(string $function, Throwable $failure): string
    {
        try {
            $texts = Texts::current();
            if ($failure instanceof CommandFailed) {
                self::$lastFailure = $failure;
                return self::withoutMarkup($texts->ofFailure($failure));
            }
            $reference = Reports::failure($function, $failure);
            $differing = Files::installed()->differing();
            return $differing === []
                ? $texts->get('error.internal', ['reference' => $reference])
                : $texts->get('error.damaged', ['files' => Files::told($texts, $differing), 'reference' => $reference]);
        } catch (Throwable $another) {
            error_log("ispmanager NOC: $function failed: {$failure->getMessage()}; and then: {$another->getMessage()}");
            return self::BROKEN;
        }
    }

    /** The text may quote what a client typed, and not every version of WHMCS encodes it: no tag can be made of these signs. */
    private static function withoutMarkup(string $text): string
    {
        return strtr($text, ['<' => '‹', '>' => '›']);
    }

    /** @return array<string, mixed>|string */
    private static function answer(string $function, string $text): array|string
    {
        return match ($function) {
            'TestConnection' => ['success' => false, 'error' => $text],
            'AdminSingleSignOn' => ['success' => false, 'errorMsg' => $text],
            'ConfigOptions' => ['ispmanager NOC' => ['Type' => '', 'Description' => htmlspecialchars($text)]],
            'AdminServicesTabFields' => ['ispmanager NOC' => htmlspecialchars($text)],
            'PartnerActivate', 'PartnerDeactivate' => ['status' => 'error', 'description' => $text],
            'PartnerOutput' => '<p>' . htmlspecialchars($text) . '</p>',
            'TariffLoader' => throw new RuntimeException($text),
            // Without a name WHMCS could not even show that there is something to repair.
            'MetaData' => ['DisplayName' => 'ispmanager NOC', 'APIVersion' => '1.1', 'RequiresServer' => true],
            'PartnerConfig' => Config::saying($text),
            'AdminCustomButtonArray', 'ClientArea', 'PartnerUpgrade' => [],
            default => $text,
        };
    }
}
