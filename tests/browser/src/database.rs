//! WHMCS's end of the line, read behind the browser's back.

use std::path::Path;

use anyhow::{Context, Result};
use rusqlite::{
    Connection, OpenFlags,
    types::{FromSql, ValueRef},
};

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
