//! The manual's chapters on installing and on the connection: addon, server record, group, price list.

use anyhow::{Result, ensure};

use super::{PASSWORD, USERNAME, Walk, secrets};

/// The button of the partner page that asks the account.
pub const REFRESH: &str = ".ispnoc-partner form[method=\"post\"] button";

pub async fn log_in(walk: &Walk) -> Result<()> {
    log_in_as(walk, "admin", "admin-demo-1").await
}

/// Whoever was logged in before is logged out.
pub async fn log_in_as(walk: &Walk, username: &str, password: &str) -> Result<()> {
    let page = &walk.page;
    page.open("/admin/logout.php").await?;
    page.open("/admin/").await?;
    page.fill("#username", username).await?;
    page.fill("#password", password).await?;
    page.submit("#btnLogin").await
}

/// After the client's turn the staff's login may have ended with the session.
pub async fn log_in_again(walk: &Walk) -> Result<()> {
    walk.page.open("/admin/").await?;
    if walk.page.is_absent("#btnLogin").await? { Ok(()) } else { log_in(walk).await }
}

pub async fn activate_addon(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open("/admin/configaddonmods.php").await?;
    page.submit("#btn-activate-ispmanagernoc_partner").await?;
    page.tick("#access-ispmanagernoc_partner-1").await?;
    page.submit("#btn-save-ispmanagernoc_partner").await?;
    walk.database_says(
        "SELECT value FROM tbladdonmodules WHERE module = 'ispmanagernoc_partner' AND setting = 'access'",
        "1",
    )
}

pub async fn refuse_wrong_records(walk: &Walk) -> Result<()> {
    let requests = walk.account.all_calls()?;
    fill_record(walk, "example.com", PASSWORD).await?;
    test_says(walk, "example.com").await?;
    fill_record(walk, "http://eu.ispmanager.com", PASSWORD).await?;
    test_says(walk, "https").await?;
    ensure!(walk.account.all_calls()? == requests, "a refused hostname was asked");
    fill_record(walk, &walk.host, "wrong").await?;
    test_says(walk, "Connection failed").await?;
    secrets::are_not_on_page(walk).await
}

pub async fn add_server(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    fill_record(walk, &walk.host, PASSWORD).await?;
    test_says(walk, "500.00 EUR").await?;
    page.press("#btnContinue").await?;
    page.fill("#input-name", "ispmanager EU").await?;
    page.submit("#btnSaveServer").await?;
    walk.database_says("SELECT name || ' ' || active FROM tblservers WHERE type = 'ispmanagernoc'", "ispmanager EU 1")
}

pub async fn find_apps(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open("/admin/apps.php?search=ispmanager").await?;
    page.says("#app-ispmanagernoc", "ispmanager NOC").await?;
    page.says("#app-ispmanagernoc .label", "Active").await?;
    page.press("#app-ispmanagernoc_partner").await?;
    page.submit("#modal-ispmanagernoc_partner .btn-use-app").await?;
    page.says("h1, h2", "ispmanager").await
}

pub async fn add_group(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open("/admin/configservers.php").await?;
    page.submit("#btnCreateGroup").await?;
    page.fill("#input-name", "ispmanager accounts").await?;
    page.press("#serverslist option").await?;
    page.press("#serveradd").await?;
    page.submit("#btnSaveGroup").await?;
    walk.database_says("SELECT count(*) FROM tblservergroupsrel", "1")
}

pub async fn read_price_list(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open("/admin/addonmodules.php?module=ispmanagernoc_partner").await?;
    page.submit(REFRESH).await?;
    for expected in ["ispmanager modules", "Other software", "55371", "23221", "55369", "10.00 EUR"] {
        page.says(".ispnoc-partner", expected).await?;
    }
    page.is_accessible(".ispnoc-partner").await
}

async fn fill_record(walk: &Walk, host: &str, password: &str) -> Result<()> {
    let page = &walk.page;
    page.open("/admin/configservers.php?action=manage").await?;
    page.choose("#input-type", "ispmanagernoc").await?;
    page.fill("#input-hostname", host).await?;
    page.fill("#input-username", USERNAME).await?;
    page.fill("#input-password", password).await
}

async fn test_says(walk: &Walk, expected: &str) -> Result<()> {
    walk.page.press("#connectionTestBtn").await?;
    walk.page.says("#connectionTestResult", expected).await
}
