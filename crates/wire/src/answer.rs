//! What the relay answers, one shape per question. PHP writes them, so each has a fixture in `tests/contract/answers`
//! that both sides are tested against.

use ispnoc_domain::{Money, Tariff};
use serde::{Deserialize, Serialize};

/// The stored price list of one server record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct TariffList {
    /// The name of the server record, as WHMCS shows it to staff.
    pub server: String,
    /// How the product comes to that server: by its group or by default.
    pub origin: String,
    /// When the account gave the list; `None` when it was never asked.
    pub fetched_at: Option<String>,
    pub tariffs: Vec<Tariff>,
    /// The billing cycles that the product sells and their prices in WHMCS.
    pub cycles: Vec<Cycle>,
    /// A sentence on why the list is missing or old, if anything is wrong.
    pub notice: Option<String>,
}

/// A billing cycle that is enabled for a product in WHMCS.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct Cycle {
    /// In words, in the page's language.
    pub label: String,
    /// The period that is ordered; `None` where the account has none of that length, or the product's setting names none.
    pub months: Option<u16>,
    /// Free and one-time products are paid once, and their period is a setting.
    pub recurring: bool,
    /// What the client pays, in each currency of WHMCS in which the cycle is sold.
    pub prices: Vec<Money>,
}

/// The custom fields of a product, seen from one tariff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct Fields {
    /// The tariff's name, or its number when the price list does not hold it.
    pub tariff: String,
    pub rows: Vec<FieldRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct FieldRow {
    /// The name in code and e-mail templates: `bitninjakey`.
    pub name: String,
    /// The name that people read.
    pub friendly: String,
    pub state: FieldState,
    pub required: bool,
    pub on_order_form: bool,
    pub admin_only: bool,
    /// What differs from the manual, in sentences.
    pub differences: Vec<String>,
}

/// What the order form says about a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct FieldCheck {
    /// `None` when the value is right.
    pub complaint: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldState {
    Exists,
    /// Needed by the tariff and not there yet.
    Missing,
    /// Exists with other properties than the manual's: an administrator's choice, never undone.
    Differs,
    /// The partner's own field.
    Own,
}

/// A service as WHMCS knows it. Nothing here needs the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct Service {
    pub status: String,
    pub billing_cycle: String,
    pub next_due_date: Option<String>,
    pub termination_date: Option<String>,
    /// The tariff's name, or its number when the price list does not hold it.
    pub tariff: String,
    pub item: String,
    pub order_id: String,
    /// The name of the server record.
    pub server: String,
    /// What may be done, in the order of the buttons.
    pub actions: Vec<ServiceAction>,
    /// To which billing cycles the service can be changed, while the action `change-period` has no reason against it.
    pub periods: Vec<PeriodChoice>,
    /// The newest first.
    pub journal: Vec<Journal>,
}

/// A button of the service panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct ServiceAction {
    /// An action of the relay: `create`, `renew`, `terminate`, `sync`, `change-period`, `link-order`, `drop-unpaid`.
    pub name: String,
    /// Why it cannot be done now; `None` when it can.
    pub reason: Option<String>,
    /// What it costs, for those that spend.
    pub cost: Option<Money>,
    /// A sentence to be confirmed first, beyond the cost: a renewal without a new invoice, an end for good.
    pub warning: Option<String>,
}

/// A billing cycle that the product and its tariff both have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct PeriodChoice {
    pub months: u16,
    /// In words, in the page's language.
    pub label: String,
    /// What a renewal for it takes from the account's balance.
    pub cost: Money,
}

/// One entry of the journal of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct Journal {
    pub at: String,
    /// In words: "Order", "Renewal".
    pub operation: String,
    pub state: JournalState,
    /// What happened, in one sentence.
    pub text: String,
    pub cost: Option<Money>,
}

/// See the journal's states in ARCHITECTURE.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JournalState {
    Claimed,
    Sent,
    Done,
    Rejected,
    Unpaid,
    Unknown,
    NotPlaced,
}

/// A service as the account knows it at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct AccountSide {
    /// In words; `None` when there is no order yet.
    pub status: Option<String>,
    pub created: Option<String>,
    pub expires: Option<String>,
    pub balance: Option<Money>,
    /// Where both sides say different things, one sentence each.
    pub differences: Vec<String>,
}

/// Orders of the account that no service has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct Candidates {
    pub orders: Vec<Candidate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct Candidate {
    /// The account's id.
    pub id: String,
    pub tariff: String,
    /// The ispmanager licence for which a module was bought; empty for other software.
    pub item: String,
    /// In words.
    pub status: String,
    pub created: Option<String>,
    pub expires: Option<String>,
}

/// What came of a command, and the service after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct Command {
    pub text: String,
    pub service: Service,
}

/// A service as its client may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct ServiceInfo {
    /// In words.
    pub status: String,
    pub valid_until: Option<String>,
    /// What the module adds to the theme's rows: item, domain, key …, in the manual's order.
    pub rows: Vec<InfoRow>,
    /// WHMCS's own pages for what the client can do next.
    pub links: Vec<Link>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct InfoRow {
    /// The custom field's name: `bitninjakey`.
    pub name: String,
    pub label: String,
    pub value: String,
    /// Shown only when the client asks for it.
    pub hidden: bool,
    /// Long and meant to be pasted elsewhere.
    pub copy: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct Link {
    pub label: String,
    pub url: String,
}

/// What the orders and renewals in one account have taken, by month. No message asks for it: the page brings it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct Spending {
    /// One after the other, the newest last; those in which nothing was spent are among them.
    pub months: Vec<SpentMonth>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, serde(deny_unknown_fields))]
pub struct SpentMonth {
    /// `YYYY-MM`.
    pub month: String,
    /// One for each currency in which something was spent.
    pub sums: Vec<Money>,
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;

    use super::*;
    use crate::Answer;

    /// Reads a fixture and writes it again: both must say the same, so no key is lost or made up.
    #[track_caller]
    fn check<T: DeserializeOwned + Serialize>(fixture: &str) {
        let answer: Answer<T> = serde_json::from_str(fixture).unwrap();
        assert!(matches!(answer, Answer::Ok(_)), "{fixture}");
        let again = serde_json::to_value(&answer).unwrap();
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(fixture).unwrap());
    }

    #[test]
    fn each_answer_of_the_relay_has_a_fixture() {
        check::<TariffList>(include_str!("../../../tests/contract/answers/tariffs.json"));
        check::<Fields>(include_str!("../../../tests/contract/answers/fields.json"));
        check::<FieldCheck>(include_str!("../../../tests/contract/answers/field-check.json"));
        check::<Service>(include_str!("../../../tests/contract/answers/service.json"));
        check::<AccountSide>(include_str!("../../../tests/contract/answers/account.json"));
        check::<Candidates>(include_str!("../../../tests/contract/answers/candidates.json"));
        check::<Command>(include_str!("../../../tests/contract/answers/command.json"));
        check::<ServiceInfo>(include_str!("../../../tests/contract/answers/service-info.json"));
        check::<Spending>(include_str!("../../../tests/contract/answers/spending.json"));
    }
}
