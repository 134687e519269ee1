//! The service in the staff area after its order: both sides, renewal, Sync, its end.

use anyhow::{Result, ensure};

use super::{Walk, client, server};

pub async fn see_both_sides(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    open(walk).await?;
    let order: String = walk.database.field("order_id")?;
    page.says("#servicecontent", &order).await?;
    if walk.with_wasm {
        // The balance comes from the account after the page: 500.00 less the order.
        page.says("[data-ispnoc=\"service-actions\"]", "490.00").await?;
        page.is_accessible(".ispnoc-service").await?;
        page.loaded_little(1).await?;
    }
    Ok(())
}

pub async fn refuse_without_invoice(walk: &Walk) -> Result<()> {
    open(walk).await?;
    native_command(walk, "Renew").await?;
    walk.page.says("#moduleCommandResult", "invoice").await?;
    ensure!(walk.account.calls("service.prolong")? == 0, "a refused renewal was sent");
    walk.spent(1, 0)
}

/// The renewal invoice comes by cron before the due date, the client pays it, and WHMCS calls Renew.
pub async fn renew(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let due: String = walk.database.value("SELECT nextduedate FROM tblhosting")?;
    let invoice_day: String = walk.database.value("SELECT date(nextduedate, '-3 days') FROM tblhosting")?;
    let expiry_before = walk.account.newest_service()?["expiredate"].clone();
    walk.account.advance_days(27)?;
    page.open("/admin/automation.php").await?;
    page.set_date("#input-date", &invoice_day).await?;
    page.submit("#btnRunCron").await?;
    walk.spent(1, 0)?;

    client::pay_newest_invoice(walk).await?;
    walk.spent(1, 1)?;
    let prolonged = walk.account.newest_service()?;
    ensure!(prolonged["expiredate"] != expiry_before, "the account's expiry did not move: {prolonged}");
    let next: String = walk.database.value(&format!("SELECT date('{due}', '+1 month')"))?;
    walk.database_says("SELECT nextduedate FROM tblhosting", &next)?;

    // The same invoice again, by hand: answered, not paid twice.
    server::log_in_again(walk).await?;
    open(walk).await?;
    native_command(walk, "Renew").await?;
    walk.spent(1, 1)
}

pub async fn sync(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let expiry = walk.account.newest_service()?["expiredate"].as_str().unwrap_or_default().to_owned();
    open(walk).await?;
    page.choose("#input-domainstatus", "Suspended").await?;
    page.submit("#btnSaveService").await?;
    walk.database_says("SELECT domainstatus FROM tblhosting", "Suspended")?;
    if walk.with_wasm {
        page.press("[data-ispnoc-action=\"sync\"]").await?;
        page.says(".ispnoc-service .ispnoc-result", "account").await?;
    } else {
        native_command(walk, "Sync").await?;
        page.find("#moduleCommandResult.alert-success").await?;
    }
    walk.database_says("SELECT domainstatus FROM tblhosting", "Active")?;
    walk.database_says("SELECT termination_date FROM tblhosting", &expiry)?;
    walk.spent(1, 1)
}

/// The panel offers the cycles that the product and the tariff both have, and stays right without a reload.
pub async fn change_period(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    open(walk).await?;
    for (months, cycle, amount) in [("6", "Semi-Annually", "80.00"), ("1", "Monthly", "15.00")] {
        page.press("[data-ispnoc-action=\"change-period\"]").await?;
        page.choose(".ispnoc-choice", months).await?;
        page.press("[data-ispnoc-confirm=\"change-period\"]").await?;
        page.says("[data-ispnoc-side=\"whmcs\"] [data-ispnoc-row=\"cycle\"]", cycle).await?;
        walk.database_says("SELECT billingcycle FROM tblhosting", cycle)?;
        walk.database_says("SELECT printf('%.2f', amount) FROM tblhosting", amount)?;
    }
    walk.spent(1, 1)
}

/// The panel shows the cost, asks once and says what came of it; WHMCS's own button cannot ask, so it refuses. Whoever saw the same end date
/// in another tab renews nothing more.
pub async fn renew_by_hand(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let ask = async || {
        page.press("[data-ispnoc-action=\"renew\"]").await?;
        page.says(".ispnoc-question", "10.00").await
    };
    let confirm = async || page.press("[data-ispnoc-confirm=\"renew\"]").await;
    open(walk).await?;
    ask().await?;
    walk.spent(1, 1)?;
    page.in_another_tab(async || {
        ask().await?;
        confirm().await?;
        page.find(".ispnoc-result .ispnoc-good").await
    })
    .await?;
    walk.spent(1, 2)?;
    confirm().await?;
    page.says(".ispnoc-result .ispnoc-bad", "The end date in the ispmanager account is no longer the one on your page")
        .await?;
    walk.spent(1, 2)
}

pub async fn terminate(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    open(walk).await?;
    if walk.with_wasm {
        page.press("[data-ispnoc-action=\"terminate\"]").await?;
        page.press("[data-ispnoc-confirm=\"terminate\"]").await?;
        page.find(".ispnoc-service .ispnoc-result *").await?;
    } else {
        native_command(walk, "Terminate").await?;
    }
    walk.database_says("SELECT domainstatus FROM tblhosting", "Terminated")?;
    let service = walk.account.newest_service()?;
    ensure!(service["status"] == 4, "the account still has {service}");
    walk.spent(1, 1 + walk.renewals_by_hand())
}

/// An ended service may be ordered anew, and the new order is another one in the account.
pub async fn create_again(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let ended = walk.database.field("order_id")?;
    open(walk).await?;
    if walk.with_wasm {
        page.press("[data-ispnoc-action=\"create\"]").await?;
        page.says(".ispnoc-question", "10.00").await?;
        page.press("[data-ispnoc-confirm=\"create\"]").await?;
        page.find(".ispnoc-result .ispnoc-good").await?;
    } else {
        native_command(walk, "Create").await?;
    }
    walk.database_says("SELECT domainstatus FROM tblhosting", "Active")?;
    let order = walk.account.newest_service()?["id"].to_string();
    let stored = walk.database.field("order_id")?;
    ensure!(stored != ended && stored == order, "WHMCS stores order {stored}, the account has {order}");
    walk.spent(2, 1 + walk.renewals_by_hand())
}

pub async fn open(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open("/admin/orders.php").await?;
    page.submit("#orderList a").await?;
    page.submit("#orderItems a").await
}

/// Presses a module command of WHMCS and its confirmation, where it asks for one.
pub async fn native_command(walk: &Walk, name: &str) -> Result<()> {
    let page = &walk.page;
    page.press(&format!("#btn{name}")).await?;
    let confirm = format!("#modalModule{name}-Yes");
    if !page.is_absent(&confirm).await? {
        page.press(&confirm).await?;
    }
    page.find("#moduleCommandResult").await?;
    Ok(())
}
