//! The client's way: registration, order, payment, the key.

use anyhow::{Context, Result, ensure};

use super::{ITEM, Walk, secrets};

const EMAIL: &str = "client@example.com";
const CLIENT_PASSWORD: &str = "client-demo-1";

pub async fn register(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open("/register.php").await?;
    for (field, value) in [
        ("#inputFirstName", "Анна"),
        ("#inputLastName", "O'Neill & Co"),
        ("#inputEmail", EMAIL),
        ("#inputNewPassword1", CLIENT_PASSWORD),
        ("#inputNewPassword2", CLIENT_PASSWORD),
    ] {
        page.fill(field, value).await?;
    }
    page.submit("#btnRegister").await?;
    walk.database_says("SELECT email FROM tblclients", EMAIL)
}

pub async fn refuse_malformed_item(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    configure(walk, "monthly", "my licence").await?;
    page.says("#containerProductValidationErrorsList", "ID of your ispmanager license").await?;
    walk.database_says("SELECT count(*) FROM tblorders", "0")
}

pub async fn order(walk: &Walk) -> Result<()> {
    order_once_more(walk).await?;
    walk.database_says("SELECT domainstatus FROM tblhosting", "Pending")?;
    // The product is set up with the first payment: nothing is bought before it.
    walk.spent(0, 0)
}

pub async fn order_once_more(walk: &Walk) -> Result<()> {
    configure(walk, "monthly", ITEM).await?;
    walk.page.open("/cart.php?a=checkout").await?;
    walk.page.submit("#btnCompleteOrder").await
}

pub async fn pay(walk: &Walk) -> Result<()> {
    pay_newest_invoice(walk).await?;
    walk.database_says("SELECT domainstatus FROM tblhosting", "Active")?;
    walk.spent(1, 0)?;
    let service = walk.account.newest_service()?;
    let order_id = service["id"].to_string();
    let stored = walk.database.field("order_id")?;
    ensure!(stored == order_id, "WHMCS stores order {stored}, the account has {service}");
    ensure!(service["item"].to_string().contains(ITEM), "the account bought for another licence: {service}");
    let key = walk.database.field("bitninjakey")?;
    ensure!(!key.is_empty(), "the key is not stored");
    let mail: String = walk.database.value("SELECT group_concat(message) FROM tblemails")?;
    ensure!(!mail.contains("{$"), "a mail has an open merge field: {mail}");
    Ok(())
}

pub async fn see_key(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open("/clientarea.php?action=services").await?;
    page.submit("#tableServicesList tbody a").await?;
    let key = walk.database.field("bitninjakey")?;
    if !page.is_absent("[href=\"#additionalinfo\"]").await? {
        page.press("[href=\"#additionalinfo\"]").await?;
    }
    page.says("#additionalinfo", &key).await?;
    if walk.with_wasm {
        page.says("#additionalinfo [data-ispnoc=\"service-info\"]", &key).await?;
        page.loaded_little(1).await?;
    }
    secrets::are_not_on_page(walk).await
}

/// WHMCS's own themes have a pane for the view. In those that third parties made it stays where the module's output is printed.
pub async fn see_key_in_every_theme(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let key = walk.database.field("bitninjakey")?;
    let service: i64 = walk.database.value("SELECT max(id) FROM tblhosting")?;
    for (theme, place, has_pane) in [
        ("nexus", "#additionalinfo", true),
        ("six", "#additionalinfo", true),
        ("cards", ".hook-output", false),
        ("accordion", ".hook-output", false),
        ("twenty-one", "#additionalinfo", true),
    ] {
        let see = async {
            page.open(&format!("/clientarea.php?action=productdetails&id={service}&systpl={theme}")).await?;
            ensure!(page.is_absent("#additionalinfo").await? != has_pane, "the stand-in's theme is another one");
            if !page.is_absent("[href=\"#additionalinfo\"]").await? {
                page.press("[href=\"#additionalinfo\"]").await?;
            }
            if !walk.with_wasm {
                return page.says("#main-body", &key).await;
            }
            page.says(&format!("{place} .ispnoc-info [data-ispnoc-row=\"bitninjakey\"]"), &key).await?;
            let views = page.count(".ispnoc-info").await?;
            ensure!(views == 1, "the view is there {views} times");
            page.is_accessible(".ispnoc-info").await?;
            secrets::are_not_on_page(walk).await
        };
        see.await.with_context(|| format!("theme {theme}"))?;
    }
    Ok(())
}

pub async fn pay_newest_invoice(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    log_in(walk).await?;
    let invoice: i64 = walk.database.value("SELECT max(id) FROM tblinvoices").context("there is no invoice")?;
    page.open(&format!("/viewinvoice.php?id={invoice}")).await?;
    page.submit("#btnPayNow").await?;
    page.says("#invoiceStatus", "Paid").await
}

/// Opens the product's order form and sends it.
async fn configure(walk: &Walk, cycle: &str, item: &str) -> Result<()> {
    let page = &walk.page;
    page.open("/cart.php?gid=1").await?;
    page.submit("#product1-order-button").await?;
    page.choose("#inputBillingcycle", cycle).await?;
    let field: i64 = walk.database.value("SELECT id FROM tblcustomfields WHERE fieldname LIKE 'item|%'")?;
    let email: i64 = walk.database.value("SELECT id FROM tblcustomfields WHERE fieldname LIKE 'bitninja_email|%'")?;
    page.fill(&format!("#customfield{field}"), item).await?;
    page.fill(&format!("#customfield{email}"), EMAIL).await?;
    page.submit("#btnCompleteProductConfig").await
}

pub async fn log_in(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open("/login.php").await?;
    if page.is_absent("#frmLogin").await? {
        return Ok(());
    }
    page.fill("#inputEmail", EMAIL).await?;
    page.fill("#inputPassword", CLIENT_PASSWORD).await?;
    page.submit("#login").await
}
