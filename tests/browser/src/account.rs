//! The account's end of the line, asked by the control interface of the simulated account.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The simulated account's control interface.
pub struct Account {
    pub address: String,
}

impl Account {
    /// Debits of one kind in the order in which they happened: `order`, `prolong`.
    pub fn debits(&self, kind: &str) -> Result<Vec<Value>> {
        let ledger = self.get("ledger")?;
        let entries = ledger["entries"].as_array().context("the ledger has no entries")?;
        Ok(entries.iter().filter(|entry| entry["kind"] == kind).cloned().collect())
    }

    /// How many movements of money its ledger has, of any kind.
    pub fn movements(&self) -> Result<usize> {
        Ok(self.get("ledger")?["entries"].as_array().context("the ledger has no entries")?.len())
    }

    /// The newest service that was ordered through the API.
    pub fn newest_service(&self) -> Result<Value> {
        let services = self.get("services")?;
        let rows = services["services"].as_array().context("the account has no services")?;
        rows.iter().max_by_key(|row| row["id"].as_u64()).cloned().context("the account has no service")
    }

    /// How often the account was asked for a function; the panel asks by itself, but only people and cron spend.
    pub fn calls(&self, function: &str) -> Result<usize> {
        let view = self.get("requests")?;
        let requests = view["requests"].as_array().context("the account lists no requests")?;
        Ok(requests.iter().filter(|request| request["func"] == function).count())
    }

    /// How many calls of the API it has seen.
    pub fn all_calls(&self) -> Result<u64> {
        self.get("requests")?["count"].as_u64().context("the account does not count its requests")
    }

    pub fn advance_days(&self, days: u32) -> Result<()> {
        ureq::post(format!("{}/control/clock", self.address)).send_json(serde_json::json!({ "advance_days": days }))?;
        Ok(())
    }

    /// Changes a service by hand, as an operator or a migration does it; what the change does not name stays.
    pub fn change_service(&self, change: &Value) -> Result<()> {
        ureq::post(format!("{}/control/services", self.address)).send_json(change)?;
        Ok(())
    }

    /// Orders through the account's API, as whatever program has its password.
    pub fn order(&self, authinfo: &str, tariff: &str, item: &str) -> Result<()> {
        let form = [
            ("authinfo", authinfo),
            ("func", "addition.order.param"),
            ("pricelist", tariff),
            ("period", "1"),
            ("autoprolong", "null"),
            ("item", item),
            ("skipbasket", "on"),
            ("clicked_button", "finish"),
            ("sok", "ok"),
            ("out", "xml"),
        ];
        let answer =
            ureq::post(format!("{}/manager/billmgr", self.address)).send_form(form)?.body_mut().read_to_string()?;
        ensure!(answer.contains("<id>"), "the account ordered nothing: {answer}");
        Ok(())
    }

    fn get(&self, view: &str) -> Result<Value> {
        Ok(ureq::get(format!("{}/control/{view}", self.address)).call()?.body_mut().read_json()?)
    }
}
