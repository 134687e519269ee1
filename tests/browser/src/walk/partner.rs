//! The partner page: tariffs on sale, prices, differences, the journal, settings, roles.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{ITEM, PASSWORD, TARIFF, USERNAME, WASM_TYPE, Walk, client, server, service};

pub const PAGE: &str = "/admin/addonmodules.php?module=ispmanagernoc_partner";

/// As the partner of the simulated EU account, whose list is as long as this.
const TARIFFS: usize = 40;
/// What a person may need for all of it.
const MOST_TIME: Duration = Duration::from_secs(120);

pub async fn put_on_sale(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let products = || walk.database.value::<usize>("SELECT count(*) FROM tblproducts");
    let (before, newest) = (products()?, walk.database.value::<i64>("SELECT max(id) FROM tblproducts")?);
    let (movements, calls) = (walk.account.movements()?, walk.account.all_calls()?);

    let started = Instant::now();
    preview_all(walk).await?;
    page.says(".ispnoc-table", "15.99 EUR, 1482.99 RUB, 16.99 USD (cost 12.00 EUR)").await?;
    page.is_accessible(".ispnoc-partner").await?;
    ensure!(products()? == before, "the preview made products");
    // The other tab stands for a colleague who has the same preview open, and for whoever sends the form twice.
    page.in_another_tab(async || {
        preview_all(walk).await?;
        create_all(walk).await?;
        page.says(".ispnoc-notice", "Sold already: 0.").await
    })
    .await?;
    let elapsed = started.elapsed();
    let made = products()? - before;
    ensure!(made >= TARIFFS, "{made} products were made, the account sells more than {TARIFFS} tariffs");
    ensure!(elapsed < MOST_TIME, "{made} tariffs were put on sale in {elapsed:?}");

    create_all(walk).await?;
    page.says(".ispnoc-notice", &format!("Made: 0. Sold already: {made}.")).await?;
    ensure!(products()? == before + made, "the second run made products");
    ensure!(walk.account.movements()? == movements, "to put tariffs on sale has cost money");
    ensure!(walk.account.all_calls()? == calls, "the account was asked");
    are_whole(walk, made, newest)?;

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

/// Every tariff that is not sold yet, for its cost and 30 %, ending in 99, in all currencies at the rates that WHMCS knows.
pub async fn preview_all(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open(&format!("{PAGE}&page=put-on-sale")).await?;
    page.is_accessible(".ispnoc-partner").await?;
    page.fill("#ispnoc-share", "30").await?;
    page.choose("#ispnoc-ending", "99").await?;
    page.choose("#ispnoc-servergroup", "1").await?;
    page.submit("[name=preview]").await
}

/// What a slow machine leaves for the next time is made then.
pub async fn create_all(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.submit("[name=create]").await?;
    page.says(".ispnoc-notice", "Failed: 0.").await?;
    while !page.is_absent("[name=create]").await? {
        page.submit("[name=create]").await?;
        page.says(".ispnoc-notice", "Failed: 0.").await?;
    }
    page.says(".ispnoc-notice", "Left for the next time: 0.").await
}

/// Each of the new products sells a tariff of its own, can be ordered, has its fields and a price in three currencies.
fn are_whole(walk: &Walk, made: usize, newest: i64) -> Result<()> {
    let made = &made.to_string();
    let new = format!("id > {newest} AND servertype = 'ispmanagernoc'");
    let of_new = format!("IN (SELECT id FROM tblproducts WHERE {new})");
    walk.database_says(
        &format!(
            "SELECT count(DISTINCT configoption1) FROM tblproducts WHERE {new} AND hidden = 0 AND servergroup = 1"
        ),
        made,
    )?;
    for currency in 1..=3 {
        let priced = format!("type = 'product' AND currency = {currency} AND relid {of_new}");
        walk.database_says(&format!("SELECT count(*) FROM tblpricing WHERE {priced} AND monthly > 0"), made)?;
    }
    // A module is bought for a license of ispmanager, other software for an address or a name.
    for fields in ["fieldname LIKE 'order_id|%'", "fieldname LIKE 'item|%' OR fieldname LIKE 'licname|%'"] {
        let with_fields = format!("type = 'product' AND relid {of_new} AND ({fields})");
        walk.database_says(&format!("SELECT count(DISTINCT relid) FROM tblcustomfields WHERE {with_fields}"), made)?;
    }
    walk.database_says(
        "SELECT group_concat(monthly, ' ') FROM (SELECT monthly FROM tblpricing JOIN tblproducts ON tblproducts.id = relid
            WHERE name = 'DDoS-Guard' AND tblpricing.type = 'product' ORDER BY currency)",
        "15.99 1482.99 16.99",
    )
}

pub async fn adjust_prices(walk: &Walk) -> Result<()> {
    const MONTHLY: &str = "SELECT monthly FROM tblpricing JOIN tblproducts ON tblproducts.id = relid WHERE name = 'KernelCare' AND currency = 1";
    let page = &walk.page;
    page.open(&format!("{PAGE}&page=prices")).await?;
    page.is_accessible(".ispnoc-partner").await?;
    walk.database_says(MONTHLY, "5.99")?;
    page.fill("#ispnoc-share", "50").await?;
    page.choose("#ispnoc-ending", "90").await?;
    page.submit("[name=preview]").await?;
    page.says(".ispnoc-table", "5.99 EUR").await?;
    page.is_accessible(".ispnoc-partner").await?;
    walk.database_says(MONTHLY, "5.99")?;
    page.submit("[name=apply]").await?;
    page.says(".ispnoc-notice.ispnoc-good", "Changed:").await?;
    walk.database_says(MONTHLY, "6.9")
}

/// What the account changed by itself is found by the daily comparison, shown, and taken over after it was shown what that will do; then all of it
/// once more, back to what it was.
pub async fn repair_differences(walk: &Walk) -> Result<()> {
    const ENDS: &str = "SELECT termination_date FROM tblhosting";
    const STATUS: &str = "SELECT domainstatus FROM tblhosting";
    let page = &walk.page;
    let service = walk.account.newest_service()?;
    let (id, ends) = (&service["id"], service["expiredate"].as_str().unwrap_or_default());
    let email = walk.database.field("bitninja_email")?;
    let moved: String = walk.database.value(&format!("SELECT date('{ends}', '+10 days')"))?;

    let other = json!({ "bitninja_email": "other@example.com" });
    walk.account.change_service(&json!({ "id": id, "expiredate": moved, "status": "3", "params": other }))?;
    run_cron_of_next_day(walk).await?;
    walk.database_says(&differences("status, expiry, e-mail"), "3")?;
    walk.database_says(ENDS, ends)?;
    page.open(&format!("{PAGE}&page=differences")).await?;
    page.says(".ispnoc-table", &format!("{ends} in WHMCS and {moved} in the account")).await?;
    page.is_accessible(".ispnoc-partner").await?;
    page.tick("[name=\"of-sync[]\"]").await?;
    page.submit("[name=preview-sync]").await?;
    for told in [&format!("set the termination date to {moved}"), "Suspended", "other@example.com"] {
        page.says(".ispnoc-table", told).await?;
    }
    page.is_accessible(".ispnoc-partner").await?;
    walk.database_says(ENDS, ends)?;
    page.submit("[name=sync]").await?;
    page.says(".ispnoc-notice.ispnoc-good", "Done: 1. Not done: 0.").await?;
    page.is_accessible(".ispnoc-partner").await?;
    walk.database_says(ENDS, &moved)?;
    walk.database_says(STATUS, "Suspended")?;
    ensure!(walk.database.field("bitninja_email")? == "other@example.com", "the e-mail was not taken over");
    walk.database_says(&differences("status, expiry, e-mail"), "0")?;

    let own = json!({ "bitninja_email": email });
    walk.account.change_service(&json!({ "id": id, "status": "2", "params": own }))?;
    run_cron_of_next_day(walk).await?;
    page.open(&format!("{PAGE}&page=differences&kind=status")).await?;
    page.tick("[name=\"of-sync[]\"]").await?;
    page.submit("[name=preview-sync]").await?;
    page.submit("[name=sync]").await?;
    page.says(".ispnoc-notice.ispnoc-good", "Done: 1. Not done: 0.").await?;
    walk.database_says(STATUS, "Active")?;
    walk.database_says(&differences("status, expiry, e-mail"), "0")?;
    walk.spent(1, 1)
}

/// An order that the account has lost is shown, and neither the comparison nor Sync ends the service because of it.
pub async fn miss_order(walk: &Walk) -> Result<()> {
    const STATUS: &str = "SELECT domainstatus FROM tblhosting";
    let page = &walk.page;
    walk.account.change_service(&json!({ "id": walk.account.newest_service()?["id"], "vanish": true }))?;
    run_cron_of_next_day(walk).await?;
    walk.database_says(&differences("order-missing"), "1")?;
    page.open(&format!("{PAGE}&page=differences&kind=order-missing")).await?;
    page.tick("[name=\"of-sync[]\"]").await?;
    page.submit("[name=preview-sync]").await?;
    page.submit("[name=sync]").await?;
    page.says(".ispnoc-notice.ispnoc-warning", "Done: 0. Not done: 1.").await?;
    page.is_accessible(".ispnoc-partner").await?;
    walk.database_says(STATUS, "Active")
}

/// Another program has ordered for a client's service, and its number stands in the service's field: staff see both and link them.
pub async fn adopt_order(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let order = sell_by_another_program(walk).await?;
    let movements = walk.account.movements()?;
    preview_adoption(walk).await?;
    page.says(".ispnoc-table", &format!("make order {order} the order of service")).await?;
    page.is_accessible(".ispnoc-partner").await?;
    walk.database_says(&linked(&order), "0")?;
    page.submit("[name=adopt]").await?;
    page.says(".ispnoc-notice.ispnoc-good", "Done: 1. Not done: 0.").await?;
    walk.database_says(&linked(&order), "1")?;
    walk.database_says(&differences("not-linked"), "0")?;
    ensure!(!walk.database.field("bitninjakey")?.is_empty(), "the key was not taken over");
    ensure!(walk.account.movements()? == movements, "to link an order has cost money");
    Ok(())
}

/// The order's number is all that the program leaves in WHMCS.
pub async fn sell_by_another_program(walk: &Walk) -> Result<String> {
    let page = &walk.page;
    client::log_in(walk).await?;
    client::order_once_more(walk).await?;
    walk.account.order(&format!("{USERNAME}:{PASSWORD}"), TARIFF, ITEM)?;
    let order = walk.account.newest_service()?["id"].to_string();
    server::log_in(walk).await?;
    service::open(walk).await?;
    let field: i64 = walk.database.value("SELECT id FROM tblcustomfields WHERE fieldname LIKE 'order_id|%'")?;
    page.fill(&format!("#customfield{field}"), &order).await?;
    page.choose("[name=domainstatus]", "Active").await?;
    page.submit("#btnSaveService").await?;
    page.open(&format!("{PAGE}&page=differences")).await?;
    page.submit("[name=compare]").await?;
    page.find(".ispnoc-notice.ispnoc-good").await?;
    page.is_accessible(".ispnoc-partner").await?;
    Ok(order)
}

pub async fn preview_adoption(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open(&format!("{PAGE}&page=differences")).await?;
    page.tick("[name=\"of-adopt[]\"]").await?;
    page.submit("[name=preview-adopt]").await
}

/// How many entries of the journal say that a person linked the order.
fn linked(order: &str) -> String {
    format!("SELECT count(*) FROM mod_ispmanagernoc_journal WHERE order_id = '{order}' AND text_key = 'journal.linked'")
}

/// How many differences of these kinds, parted by commas, are listed.
fn differences(kinds: &str) -> String {
    let kinds = kinds.replace(", ", "', '");
    format!("SELECT count(*) FROM mod_ispmanagernoc_differences WHERE kind IN ('{kinds}')")
}

/// The daily run, with its comparison, happens once a day.
pub async fn run_cron_of_next_day(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let next_day: String = walk
        .database
        .value("SELECT date(value, '+1 day') FROM tblconfiguration WHERE setting = 'StandinLastDailyRun'")?;
    page.open("/admin/automation.php").await?;
    page.set_date("#input-date", &next_day).await?;
    page.submit("#btnRunCron").await
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
        if tab == "accounts" {
            page.says(".ispnoc-table", "EUR").await?;
            if walk.with_wasm {
                page.exists(".ispnoc-chart .ispnoc-column").await?;
            }
        }
        page.is_accessible(".ispnoc-partner").await?;
    }
    see_wasm_type(walk).await?;
    page.submit("[name=ask]").await?;
    page.says(".ispnoc-notice.ispnoc-good", "EUR").await
}

/// Wherever WHMCS stands and whatever its admin directory is called.
pub async fn lead_nowhere_else(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let tabs = ["price-list", "put-on-sale", "prices", "differences", "accounts", "journal", "health", "settings"];
    let tabs = tabs.map(|tab| format!("{PAGE}&page={tab}"));
    for path in tabs.iter().map(String::as_str).chain(["/admin/index.php"]) {
        page.open(path).await?;
        page.find(if path.starts_with(PAGE) { ".ispnoc-partner" } else { "#panelIspmanagerNoc" }).await?;
        page.stays_in_its_place().await.with_context(|| path.to_owned())?;
    }
    Ok(())
}

/// PHP cannot know the type: the browser has to ask the web server, and without WASM the page says what it should be.
pub async fn see_wasm_type(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let found = &walk.server.wasm_type;
    page.open(&format!("{PAGE}&page=health")).await?;
    let place = match (walk.with_wasm, found == WASM_TYPE) {
        (false, _) => return page.says("[data-ispnoc=\"wasm-type\"]", WASM_TYPE).await,
        (true, true) => ".ispnoc-wasm-type .ispnoc-good",
        (true, false) => ".ispnoc-wasm-type .ispnoc-warning",
    };
    page.says(place, found).await?;
    page.is_accessible(".ispnoc-partner").await
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

/// Every tab on a telephone, in both languages, with scripts switched off.
pub async fn read_every_tab(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let tabs = [
        "price-list",
        "put-on-sale",
        "prices",
        "differences",
        "journal",
        "journal&entry=1",
        "accounts",
        "health",
        "settings",
    ];
    for (language, word) in [("ru", "Настройки"), ("en", "Settings")] {
        page.open(&format!("{PAGE}&page=settings")).await?;
        page.choose("#ispnoc-language", language).await?;
        page.submit("[name=save]").await?;
        for tab in tabs {
            let look = async {
                page.open_narrow_without_scripts(&format!("{PAGE}&page={tab}"), 320).await?;
                page.says(".nav-tabs", word).await?;
                page.fits(".ispnoc-partner").await?;
                page.is_accessible(".ispnoc-partner").await
            };
            look.await.with_context(|| format!("{tab} in {language}"))?;
        }
        page.widen_again().await?;
    }
    page.open(&format!("{PAGE}&page=settings")).await?;
    page.choose("#ispnoc-language", "").await?;
    page.submit("[name=save]").await
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
