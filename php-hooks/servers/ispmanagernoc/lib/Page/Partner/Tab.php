<?php

/**
 * The tabs of the addon's page, by their names in its address.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Texts;

enum Tab: string
{
    case PriceList = 'price-list';
    case PutOnSale = 'put-on-sale';
    case Prices = 'prices';
    case Differences = 'differences';
    case Journal = 'journal';
    case Accounts = 'accounts';
    case Health = 'health';
    case Settings = 'settings';

    /** Whether all that can be done there changes something. */
    public function isForManagers(): bool
    {
        return in_array($this, [self::PutOnSale, self::Settings], true);
    }

    public function content(App $app, Texts $texts, Address $address): Content
    {
        return match ($this) {
            self::PriceList => new PriceListTab($app, $texts, $address),
            self::PutOnSale => new SaleTab($app, $texts, $address),
            self::Prices => new PricesTab($app, $texts, $address),
            self::Differences => new DifferencesTab($app, $texts, $address),
            self::Journal => new JournalTab($app, $texts, $address),
            self::Accounts => new AccountsTab($app, $texts, $address),
            self::Health => new HealthTab($app, $texts, $address),
            self::Settings => new SettingsTab($app, $texts, $address),
        };
    }
}
