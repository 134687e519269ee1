//! The account's password: it may stand in no page, log, mail or journal, in no form.

use anyhow::{Result, ensure};

use super::{PASSWORD, Walk};

/// The account's password as it could leak: as it is, encoded for HTML, encoded for a URL.
fn password_forms() -> [String; 3] {
    let html = PASSWORD.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    [PASSWORD.to_owned(), html, "Secret%26".to_owned()]
}

/// Looks through the page that is open now.
pub async fn are_not_on_page(walk: &Walk) -> Result<()> {
    let source = walk.page.source().await?;
    ensure!(
        password_forms().iter().all(|form| !source.contains(form.as_str())),
        "the page holds the account's password"
    );
    Ok(())
}

/// Logs, mails and the journal are what lasts, and all of it stands in the database.
pub async fn are_not_in_database(walk: &Walk) -> Result<()> {
    for table in walk.database.tables()? {
        let rows = walk.database.dump(&table)?;
        for form in password_forms() {
            ensure!(!rows.contains(&form), "{table} holds the account's password");
        }
    }
    Ok(())
}
