//! How answers are written where installations differ. Each quirk is documented: some public sample, fixture or client
//! shows the one form and another one the other. The defaults are what most of them show.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::state::money::{Currency, Minor};
use crate::state::tariff::TariffId;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Quirks {
    /// What stands around an answer.
    pub frame: Frame,
    /// A row, a tariff, a period or a parameter of an error that is the only one, in json and bjson.
    pub single_row: SingleRow,
    /// An empty text in json.
    pub empty_text: EmptyText,
    /// Whether bjson has a `doc` around it.
    pub bjson_doc: bool,
    /// The text of an error in bjson.
    pub bjson_message: BjsonMessage,
    /// Amounts of money that people read.
    pub money: MoneyText,
    /// The balance of `subaccount`.
    pub balance: BalanceText,
    /// What the `ok` of an order that waits for its payment leads to.
    pub unpaid_link: UnpaidLink,
    /// Rows name `createdate` twice.
    pub createdate_twice: bool,
    /// Tariffs whose services are charged day by day: a text stands in their `expiredate`.
    pub billdaily: BTreeSet<TariffId>,
    /// A status number is followed by its reason, such as `3_autosuspend`.
    pub substatus: bool,
    /// The session of `auth` stands in the text alone, without `id` and `level`.
    pub bare_auth: bool,
    /// An error of a wrong password names the caller's address.
    pub remote_addr: bool,
    /// The `detail` of an error keeps its placeholders, `__object__` and the like, for the client to fill in.
    pub detail_placeholders: bool,
    /// Whether `tparams` repeats credentials too. The order's own parameters are always repeated.
    pub echo_secrets: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frame {
    /// The attributes of the theme "orion", `tparams`, `saved_filters`.
    #[default]
    Orion,
    /// The same with the attributes of the theme "dragon".
    Dragon,
    /// Nothing but the name of the function.
    Function,
    /// Nothing at all; a list keeps its `p_cnt`, an error its message.
    Bare,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SingleRow {
    #[default]
    Array,
    Object,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmptyText {
    /// `{"$": ""}`
    #[default]
    Text,
    /// `{}`
    Nothing,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BjsonMessage {
    #[default]
    String,
    /// `{"$": …}`
    Object,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyText {
    /// `1234.56 RUB`
    #[default]
    Code,
    /// `1 234,56 руб.` with no-break spaces; a price does not name its period.
    Local,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BalanceText {
    /// `12.50 EUR`
    #[default]
    WithCurrency,
    /// `12.50` and beside it `currency` with `eur`.
    Apart,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnpaidLink {
    /// `func=basket`
    #[default]
    Basket,
    /// The address of a payment page.
    PaymentPage,
}

impl Quirks {
    /// Whether the answer says what was asked and by which installation it was answered.
    pub fn has_frame(&self) -> bool {
        matches!(self.frame, Frame::Orion | Frame::Dragon)
    }
}

impl MoneyText {
    pub fn amount(self, amount: Minor, currency: Currency) -> String {
        match self {
            Self::Code => format!("{amount} {}", currency.code()),
            Self::Local => format!("{}\u{a0}{}", grouped(&amount.to_string()), local_unit(currency)),
        }
    }

    /// What a period costs.
    pub fn price(self, price: Minor, currency: Currency, period: &str) -> String {
        let amount = self.amount(price, currency);
        match self {
            Self::Code => format!("{amount} / {period}"),
            Self::Local => amount,
        }
    }
}

fn local_unit(currency: Currency) -> &'static str {
    match currency {
        Currency::Rub => "руб.",
        other => other.code(),
    }
}

/// `1234.56` with a decimal comma and a no-break space after each three digits.
fn grouped(amount: &str) -> String {
    let (whole, cents) = amount.split_once('.').unwrap_or((amount, "00"));
    let digits = whole.trim_start_matches('-').len();
    let mut text = String::new();
    for (index, c) in whole.chars().enumerate() {
        let left = whole.len() - index;
        if left % 3 == 0 && left < digits {
            text.push('\u{a0}');
        }
        text.push(c);
    }
    format!("{text},{cents}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_by_no_break_spaces() {
        let rub = |cents| MoneyText::Local.amount(Minor(cents), Currency::Rub);
        assert_eq!(rub(123_456), "1\u{a0}234,56\u{a0}руб.");
        assert_eq!(rub(-123_456_789), "-1\u{a0}234\u{a0}567,89\u{a0}руб.");
        assert_eq!(rub(99_900), "999,00\u{a0}руб.");
        assert_eq!(rub(-100), "-1,00\u{a0}руб.");
        assert_eq!(MoneyText::Code.amount(Minor(123_456), Currency::Eur), "1234.56 EUR");
    }
}
