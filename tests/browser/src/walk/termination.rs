//! The end of the service, and the look-back for secrets.

use anyhow::{Result, ensure};

use super::{PASSWORD, Walk, renewal};

pub async fn terminate(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    renewal::open_service(walk).await?;
    if walk.with_wasm {
        page.press("[data-ispnoc-action=\"terminate\"]").await?;
        page.press("[data-ispnoc-confirm=\"terminate\"]").await?;
        page.find(".ispnoc-service .ispnoc-result *").await?;
    } else {
        renewal::native_command(walk, "Terminate").await?;
    }
    walk.database_says("SELECT domainstatus FROM tblhosting", "Terminated")?;
    let service = walk.account.newest_service()?;
    ensure!(service["status"] == 4, "the account still has {service}");
    walk.spent(1, 1)
}

/// The account's password as it could leak: as it is, encoded for HTML, encoded for a URL.
pub fn password_forms() -> [String; 3] {
    let html = PASSWORD.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    [PASSWORD.to_owned(), html, "Secret%26".to_owned()]
}

/// Logs, mails and the journal are what lasts: none may hold the account's password in any form.
pub async fn search_for_secrets(walk: &Walk) -> Result<()> {
    for table in walk.database.tables()? {
        let rows = walk.database.dump(&table)?;
        for form in password_forms() {
            ensure!(!rows.contains(&form), "{table} holds the account's password");
        }
    }
    Ok(())
}
