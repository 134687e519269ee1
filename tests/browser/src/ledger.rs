//! Both ends of the line, read behind the browser's back: WHMCS's database and the account's ledger.

use std::path::Path;

use anyhow::{Context, Result};
use rusqlite::{
    Connection, OpenFlags,
    types::{FromSql, ValueRef},
};
use serde_json::Value;

/// The stand-in's database, opened read-only.
pub struct Database(Connection);

impl Database {
    pub fn open(file: &Path) -> Result<Self> {
        let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)
            .with_context(|| format!("cannot open {}", file.display()))?;
        connection.busy_timeout(std::time::Duration::from_secs(10))?;
        Ok(Self(connection))
    }

    /// The first column of the first row.
    pub fn value<T: FromSql>(&self, query: &str) -> Result<T> {
        self.0.query_row(query, [], |row| row.get(0)).with_context(|| query.to_owned())
    }

    pub fn tables(&self) -> Result<Vec<String>> {
        let mut statement = self.0.prepare("SELECT name FROM sqlite_master WHERE type = 'table'")?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }

    /// Every value of a table as one text, for searching.
    pub fn dump(&self, table: &str) -> Result<String> {
        let mut statement = self.0.prepare(&format!("SELECT * FROM {table}"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        let mut dump = String::new();
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                if let ValueRef::Text(text) | ValueRef::Blob(text) = row.get_ref(column)? {
                    dump.push_str(&String::from_utf8_lossy(text));
                    dump.push('\n');
                }
            }
        }
        Ok(dump)
    }

    /// A custom field's value of the newest service.
    pub fn field(&self, name: &str) -> Result<String> {
        self.value(&format!(
            "SELECT v.value FROM tblcustomfieldsvalues v JOIN tblcustomfields f ON f.id = v.fieldid
             WHERE f.type = 'product' AND (f.fieldname = '{name}' OR f.fieldname LIKE '{name}|%')
             ORDER BY v.relid DESC LIMIT 1"
        ))
    }
}

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

    /// The newest service that was ordered through the API.
    pub fn newest_service(&self) -> Result<Value> {
        let services = self.get("services")?;
        let rows = services["services"].as_array().context("the account has no services")?;
        rows.iter().max_by_key(|row| row["id"].as_u64()).cloned().context("the account has no service")
    }

    /// How many calls of the API it has seen.
    pub fn requests(&self) -> Result<u64> {
        self.get("requests")?["count"].as_u64().context("the account does not count its requests")
    }

    pub fn advance_days(&self, days: u32) -> Result<()> {
        ureq::post(format!("{}/control/clock", self.address)).send_json(serde_json::json!({ "advance_days": days }))?;
        Ok(())
    }

    fn get(&self, view: &str) -> Result<Value> {
        Ok(ureq::get(format!("{}/control/{view}", self.address)).call()?.body_mut().read_json()?)
    }
}
