//! The partner page: tariffs on sale, prices, differences, the journal, settings, roles.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{TARIFF, Walk, server};

const PAGE: &str = "/admin/addonmodules.php?module=ispmanagernoc_partner";

pub async fn put_on_sale(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let before: i64 = walk.database.value("SELECT count(*) FROM tblproducts")?;
    page.open(&format!("{PAGE}&page=put-on-sale")).await?;
    page.is_accessible(".ispnoc-partner").await?;
    page.fill("#ispnoc-share", "30").await?;
    page.choose("#ispnoc-servergroup", "1").await?;
    page.submit("[name=preview]").await?;
    page.says(".ispnoc-table", "15.60 EUR, 1482.00 RUB, 16.85 USD (cost 12.00 EUR)").await?;
    page.is_accessible(".ispnoc-partner").await?;
    ensure!(walk.database.value::<i64>("SELECT count(*) FROM tblproducts")? == before, "the preview made products");
    page.submit("[name=create]").await?;
    page.says(".ispnoc-notice", "Failed: 0. Left for the next time: 0.").await?;

    let after: i64 = walk.database.value("SELECT count(*) FROM tblproducts")?;
    let tariffs = page.count(".ispnoc-table tbody tr").await?;
    ensure!(tariffs > 15, "the account sells only {tariffs} tariffs");
    ensure!(after - before == i64::try_from(tariffs)?, "{before} products became {after}, with {tariffs} tariffs");
    walk.database_says(
        "SELECT group_concat(monthly, ' ') FROM (SELECT monthly FROM tblpricing JOIN tblproducts ON tblproducts.id = relid
            WHERE name = 'DDoS-Guard' AND tblpricing.type = 'product' ORDER BY currency)",
        "15.6 1482 16.85",
    )?;

    page.open(&format!("{PAGE}&page=put-on-sale")).await?;
    ensure!(page.is_absent("[name=\"tariff[]\"]:enabled").await?, "what is sold can be put on sale again");
    page.open(&format!("{PAGE}&q={TARIFF}")).await?;
    page.submit(".ispnoc-tariffs td:last-child a").await?;
    ensure!(
        page.path().await?.contains("configproducts.php?action=edit"),
        "the price list does not lead to the product"
    );
    Ok(())
}

pub async fn adjust_prices(walk: &Walk) -> Result<()> {
    const MONTHLY: &str = "SELECT monthly FROM tblpricing JOIN tblproducts ON tblproducts.id = relid WHERE name = 'KernelCare' AND currency = 1";
    let page = &walk.page;
    page.open(&format!("{PAGE}&page=prices")).await?;
    page.is_accessible(".ispnoc-partner").await?;
    walk.database_says(MONTHLY, "5.14")?;
    page.fill("#ispnoc-share", "50").await?;
    page.choose("#ispnoc-ending", "90").await?;
    page.submit("[name=preview]").await?;
    page.says(".ispnoc-table", "5.14 EUR").await?;
    page.is_accessible(".ispnoc-partner").await?;
    walk.database_says(MONTHLY, "5.14")?;
    page.submit("[name=apply]").await?;
    page.says(".ispnoc-notice.ispnoc-good", "Changed:").await?;
    walk.database_says(MONTHLY, "6.9")
}

/// Somebody moved the end date in the account by hand: the daily comparison finds it, and staff take it over from the list.
pub async fn repair_difference(walk: &Walk) -> Result<()> {
    const LISTED: &str = "SELECT count(*) FROM mod_ispmanagernoc_differences WHERE kind = 'expiry'";
    const ENDS: &str = "SELECT termination_date FROM tblhosting";
    let page = &walk.page;
    let service = walk.account.newest_service()?;
    let expiry = service["expiredate"].as_str().unwrap_or_default();
    let moved: String = walk.database.value(&format!("SELECT date('{expiry}', '+10 days')"))?;
    walk.account.change_service(&json!({ "id": service["id"], "expiredate": moved }))?;
    let next_day: String = walk
        .database
        .value("SELECT date(value, '+1 day') FROM tblconfiguration WHERE setting = 'StandinLastDailyRun'")?;
    page.open("/admin/automation.php").await?;
    page.set_date("#input-date", &next_day).await?;
    page.submit("#btnRunCron").await?;
    walk.database_says(LISTED, "1")?;
    walk.database_says(ENDS, expiry)?;

    page.open(&format!("{PAGE}&page=differences&kind=expiry")).await?;
    page.says(".ispnoc-table", &format!("{expiry} in WHMCS and {moved} in the account")).await?;
    page.is_accessible(".ispnoc-partner").await?;
    page.tick("[name=\"service[]\"]").await?;
    page.submit("[name=preview]").await?;
    page.says(".ispnoc-table", &format!("set the termination date to {moved}")).await?;
    page.is_accessible(".ispnoc-partner").await?;
    walk.database_says(ENDS, expiry)?;
    page.submit("[name=sync]").await?;
    page.says(".ispnoc-notice.ispnoc-good", "Done: 1. Not done: 0.").await?;
    page.is_accessible(".ispnoc-partner").await?;
    walk.database_says(ENDS, &moved)?;
    walk.database_says(LISTED, "0")?;
    walk.spent(1, 1)
}

pub async fn read_journal(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open(&format!("{PAGE}&page=journal")).await?;
    page.is_accessible(".ispnoc-partner").await?;
    let all = page.count(".ispnoc-table tbody tr").await?;
    page.choose("#ispnoc-operation", "renew").await?;
    page.submit(".ispnoc-partner [type=submit]").await?;
    let renewals = page.count(".ispnoc-table tbody tr").await?;
    ensure!(renewals > 0 && renewals < all, "{renewals} of {all} entries are renewals");
    let csv = page.download(&format!("{PAGE}&page=journal&operation=renew&export=csv")).await?;
    ensure!(csv.lines().count() == renewals + 1, "the CSV has other lines than the page: {csv}");
    page.submit(".ispnoc-table tbody td:nth-child(2) a").await?;
    page.is_accessible(".ispnoc-partner").await?;
    page.says("#ispnoc-request", "func=service.prolong").await?;
    page.says("#ispnoc-answer", "newexpiredate").await?;
    for tab in ["differences", "accounts", "health"] {
        page.open(&format!("{PAGE}&page={tab}")).await?;
        page.is_accessible(".ispnoc-partner").await?;
    }
    page.submit("[name=ask]").await?;
    page.says(".ispnoc-notice.ispnoc-good", "EUR").await
}

/// Cron notices that the account has less than was chosen: one e-mail, and a mark on the home page of staff.
pub async fn be_warned(walk: &Walk) -> Result<()> {
    const EMAILS: &str = "SELECT count(*) FROM tblemails WHERE subject LIKE '%left in the ispmanager account'";
    let page = &walk.page;
    page.open("/admin/index.php").await?;
    page.says("#panelIspmanagerNoc", "EUR").await?;
    ensure!(page.is_absent("#panelIspmanagerNoc .text-danger").await?, "staff are warned of nothing");
    set_threshold(walk, "1 000 000").await?;
    for _ in 0..2 {
        page.open("/admin/automation.php").await?;
        page.submit("#btnRunCron").await?;
        walk.database_says(EMAILS, "1")?;
    }
    page.open("/admin/index.php").await?;
    page.says("#panelIspmanagerNoc .text-danger", "has less than 1000000.00 EUR").await?;
    page.is_accessible("#panelIspmanagerNoc .panel-body").await?;
    set_threshold(walk, "").await
}

async fn set_threshold(walk: &Walk, sum: &str) -> Result<()> {
    let page = &walk.page;
    page.open(&format!("{PAGE}&page=settings")).await?;
    page.fill("[name^=\"threshold\"]", sum).await?;
    page.submit("[name=save]").await?;
    page.says(".ispnoc-notice.ispnoc-good", "Saved").await
}

pub async fn only_look(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open("/admin/configaddonmods.php").await?;
    page.press("#btn-configure-ispmanagernoc_partner").await?;
    page.tick("#access-ispmanagernoc_partner-2").await?;
    page.submit("#btn-save-ispmanagernoc_partner").await?;
    page.open(&format!("{PAGE}&page=settings")).await?;
    page.is_accessible(".ispnoc-partner").await?;
    page.tick("[name=\"reader[]\"][value=\"2\"]").await?;
    page.submit("[name=save]").await?;

    server::log_in_as(walk, "sales", "sales-demo-1").await?;
    page.open(&format!("{PAGE}&page=put-on-sale")).await?;
    page.says(".ispnoc-notice", "may look here and change nothing").await?;
    ensure!(page.is_absent("[href*=\"page=settings\"]").await?, "a reader is offered the settings");
    page.open(PAGE).await?;
    page.says(".ispnoc-partner", TARIFF).await?;
    server::log_in(walk).await
}
