<?php

/**
 * The door between WHMCS and the module: finds who answers a function of WHMCS, and turns every failure into an answer of the
 * type that WHMCS expects, with a text that is safe to show.
 */

declare(strict_types=1);

namespace IspmanagerNoc;

use IspmanagerNoc\Exception\CommandFailed;
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
            Reports::failure('loaded', $failure);
        }
    }

    private static function text(string $function, Throwable $failure): string
    {
        $texts = Texts::current();
        if ($failure instanceof CommandFailed) {
            self::$lastFailure = $failure;
            return self::withoutMarkup($texts->ofFailure($failure));
        }
        return $texts->get('error.internal', ['reference' => Reports::failure($function, $failure)]);
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
            'MetaData', 'AdminCustomButtonArray', 'ClientArea', 'PartnerConfig', 'PartnerUpgrade' => [],
            default => $text,
        };
    }
}
