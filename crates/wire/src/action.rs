//! What may be asked of the relay, by whom and with which effect. The relay refuses everything that is not listed.

/// The page that takes the message; WHMCS has checked the login there before the relay checks the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Staff,
    Client,
}

/// The strongest thing an action does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Reads WHMCS's database.
    Read,
    /// Asks the account, which costs time and no money.
    Ask,
    /// Changes WHMCS's database.
    Write,
    /// Spends money or ends a service in the account.
    Spend,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Action {
    pub name: &'static str,
    pub entry: Entry,
    pub effect: Effect,
}

/// Every action, named as [`crate::Message`] names it.
pub const ACTIONS: &[Action] = &[
    staff("tariffs", Effect::Read),
    staff("refresh-tariffs", Effect::Ask),
    staff("fields", Effect::Read),
    staff("create-fields", Effect::Write),
    staff("check-field", Effect::Read),
    staff("service", Effect::Read),
    staff("account", Effect::Ask),
    staff("create", Effect::Spend),
    staff("renew", Effect::Spend),
    staff("terminate", Effect::Spend),
    staff("sync", Effect::Write),
    staff("change-period", Effect::Write),
    staff("candidates", Effect::Ask),
    staff("link-order", Effect::Write),
    staff("drop-unpaid", Effect::Spend),
    Action { name: "service-info", entry: Entry::Client, effect: Effect::Read },
];

const fn staff(name: &'static str, effect: Effect) -> Action {
    Action { name, entry: Entry::Staff, effect }
}

impl Entry {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Client => "client",
        }
    }
}

impl Effect {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Ask => "ask",
            Self::Write => "write",
            Self::Spend => "spend",
        }
    }
}
