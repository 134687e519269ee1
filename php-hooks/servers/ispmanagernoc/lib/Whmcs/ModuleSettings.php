<?php

/**
 * The module settings of a product, which WHMCS stores by position, in the types that the module works with.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use IspmanagerNoc\Contract;

final class ModuleSettings
{
    /**
     * @param string $tariffText the setting Product ID as staff typed it
     * @param int|null $tariffId the same as a number; null when it is none
     * @param int|null $singlePaymentPeriod months, for free and one-time products
     */
    private function __construct(
        public readonly string $tariffText,
        public readonly ?int $tariffId,
        public readonly ?int $singlePaymentPeriod,
        public readonly bool $autoRenewal,
    ) {
    }

    /** @param object $product a row that holds configoption1 and so on */
    public static function of(object $product): self
    {
        $value = static fn (string $name): string => trim(Encoded::decode((string) ($product->{self::column($name)} ?? '')));
        $months = (int) $value('single_payment_period');
        return new self(
            $value('product_id'),
            self::tariffId($value('product_id')),
            $months > 0 ? $months : null,
            $value('auto_renewal') === 'on',
        );
    }

    /** @return array<string, string> the columns of a product that sells this tariff */
    public static function selling(int $tariffId): array
    {
        return [self::column('product_id') => (string) $tariffId];
    }

    /** The column that names the tariff. */
    public static function tariffColumn(): string
    {
        return self::column('product_id');
    }

    /** The column that holds `on` where the account is to renew by itself. */
    public static function autoRenewalColumn(): string
    {
        return self::column('auto_renewal');
    }

    /** Null when the setting Product ID is no number. */
    public static function tariffId(string $text): ?int
    {
        return preg_match('/^[1-9]\d{0,8}$/', trim($text)) === 1 ? (int) trim($text) : null;
    }

    private static function column(string $setting): string
    {
        return 'configoption' . ((int) array_search($setting, array_column(Contract::get('settings'), 'name'), true) + 1);
    }
}
