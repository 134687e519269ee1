//! Every way in which the account says no. The texts for people are written in `wire`.

use super::money::{Currency, Minor};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    BadPassword,
    AuthorizationRequired,
    /// The user failed to log in too often, a moment ago.
    BlockedLogin,
    /// The address failed to log in too often.
    BlockedAddress,
    TooManyRequests,
    /// The account wants a second factor, which no program has.
    SecondFactor,
    /// The function is not for this user, or the session is over: the real account does not tell which.
    Access {
        function: String,
    },
    UnknownFunction {
        function: String,
    },
    UnknownItem,
    InvalidValue {
        field: &'static str,
        value: String,
    },
    ShortBalance {
        required: Minor,
        balance: Minor,
        credit: Minor,
        currency: Currency,
    },
    NotRenewable,
    /// The tariff is not sold for the period; said without naming the field.
    UnofferedPeriod,
    /// The service is not in the state that the function needs.
    NotActive,
    /// The service was not suspended by its owner, or it ran out.
    NotResumable,
    /// The service keeps the tariff that it has.
    FixedTariff,
    /// No promotion is running.
    UnusablePromocode,
    /// There may be only one of it.
    Exists {
        object: &'static str,
        value: String,
    },
    MinimumOrderPeriod {
        days: u32,
        left: u32,
    },
    /// A documented function that the simulator does not have: answered as HTTP 501, never as an ispmanager error.
    NotModelled {
        function: String,
    },
    /// Whatever a scripted fault says.
    Scripted {
        kind: String,
        object: String,
        message: String,
    },
}

impl Refusal {
    pub fn invalid(field: &'static str, value: &str) -> Self {
        Self::InvalidValue { field, value: value.to_owned() }
    }

    pub fn access(function: &str) -> Self {
        Self::Access { function: function.to_owned() }
    }
}
