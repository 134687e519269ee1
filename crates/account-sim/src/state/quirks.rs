//! How answers are written where installations differ. Each quirk is documented: some public sample, fixture or client
//! shows the one form and another one the other. The defaults are what most of them show.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::tariff::TariffId;

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
