<?php

/**
 * In which way WHMCS and the account can disagree about a service. Each waits for a person; nothing is changed because of it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Difference;

enum DifferenceKind: string
{
    case Status = 'status';
    case Expiry = 'expiry';
    case Email = 'e-mail';
    /** The client has paid for longer than the account's order lasts: a renewal is missing. */
    case NotCovered = 'not-covered';
    /** WHMCS has an order that the account does not show. */
    case OrderMissing = 'order-missing';
    /** The account has an order that no service has. */
    case NoService = 'no-service';
    /** The service's field names an order of which the journal does not know how the service came to it. */
    case NotLinked = 'not-linked';
    /** A service has no order, and one that nobody has is the only one for its licence and tariff. */
    case OrderFound = 'order-found';
    /** A service that should have an order has none, or something else stands in the field. */
    case WithoutOrder = 'without-order';
    /** Two services have one order. */
    case SharedOrder = 'shared-order';
    /** An operation whose outcome is still not known. */
    case Unsettled = 'unsettled';

    /** @return list<self> what is found by asking the account */
    public static function compared(): array
    {
        return array_values(array_filter(self::cases(), static fn (self $kind): bool => $kind !== self::Unsettled));
    }

    /** @return list<self> what Sync takes over from the account */
    public static function takenOverBySync(): array
    {
        return [self::Status, self::Expiry, self::Email, self::OrderMissing];
    }
}
