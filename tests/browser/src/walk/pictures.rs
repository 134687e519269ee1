//! Pictures of the partner page and of the home page for the documents, in both languages. Each page is as staff see it: an account, a service that
//! was ordered and renewed, and a difference that the daily comparison found.

use std::path::Path;

use anyhow::Result;
use serde_json::json;

use super::partner::{self, PAGE};
use super::{Walk, client, product, server, service};

const LANGUAGES: [&str; 2] = ["en", "ru"];

/// What the documents show in their full width.
const WIDTH: u32 = 1200;
/// A list goes on below; its beginning tells what it is.
const MOST_HEIGHT: u32 = 900;
const CONTENT: &str = ".contentarea";

pub async fn take(walk: &Walk, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    prepare(walk).await?;
    walk.page.set_width(WIDTH).await?;
    for language in LANGUAGES {
        speak(walk, language).await?;
        partner::preview_all(walk).await?;
        picture(walk, CONTENT, folder, "put-on-sale", language).await?;
    }
    speak(walk, "en").await?;
    partner::preview_all(walk).await?;
    partner::create_all(walk).await?;
    for language in LANGUAGES {
        speak(walk, language).await?;
        pages(walk, folder, language).await?;
    }
    Ok(())
}

/// As far as there is something to look at.
async fn prepare(walk: &Walk) -> Result<()> {
    server::log_in(walk).await?;
    server::activate_addon(walk).await?;
    server::add_server(walk).await?;
    server::add_group(walk).await?;
    server::read_price_list(walk).await?;
    product::create(walk).await?;
    product::choose_tariff(walk).await?;
    client::register(walk).await?;
    client::order(walk).await?;
    client::pay(walk).await?;
    server::log_in_again(walk).await?;
    service::renew(walk).await?;
    let bought = walk.account.newest_service()?;
    let expiry = bought["expiredate"].as_str().unwrap_or_default();
    let moved: String = walk.database.value(&format!("SELECT date('{expiry}', '+10 days')"))?;
    walk.account.change_service(&json!({ "id": bought["id"], "status": "3", "expiredate": moved }))?;
    partner::run_cron_of_next_day(walk).await?;
    partner::sell_by_another_program(walk).await?;
    Ok(())
}

/// Staff's texts in this language, whoever reads them.
async fn speak(walk: &Walk, language: &str) -> Result<()> {
    let page = &walk.page;
    page.open(&format!("{PAGE}&page=settings")).await?;
    page.choose("#ispnoc-language", language).await?;
    page.submit("[name=save]").await?;
    page.find(".ispnoc-notice.ispnoc-good").await
}

async fn pages(walk: &Walk, folder: &Path, language: &str) -> Result<()> {
    let page = &walk.page;
    for (tab, shown) in [
        ("price-list", ".ispnoc-tariffs"),
        ("prices", ".ispnoc-table"),
        ("differences", ".ispnoc-table"),
        ("journal", ".ispnoc-table"),
        ("accounts", ".ispnoc-chart .ispnoc-column"),
        ("health", ".ispnoc-wasm-type .ispnoc-good"),
        ("settings", "[name=save]"),
    ] {
        page.open(&format!("{PAGE}&page={tab}")).await?;
        page.exists(shown).await?;
        picture(walk, CONTENT, folder, tab, language).await?;
    }
    partner::preview_adoption(walk).await?;
    picture(walk, CONTENT, folder, "adopt", language).await?;
    page.open(&format!("{PAGE}&page=journal&operation=renew")).await?;
    page.submit(".ispnoc-table tbody td:nth-child(2) a").await?;
    picture(walk, CONTENT, folder, "journal-entry", language).await?;
    page.open("/admin/index.php").await?;
    picture(walk, "#panelIspmanagerNoc", folder, "dashboard", language).await
}

/// Named as those of the gallery are: English is what goes without saying.
async fn picture(walk: &Walk, css: &str, folder: &Path, name: &str, language: &str) -> Result<()> {
    let suffix = if language == "en" { String::new() } else { format!("-{language}") };
    let file = folder.join(format!("{name}{suffix}.png"));
    walk.page.picture(css, MOST_HEIGHT, &file).await?;
    println!("{}", file.display());
    Ok(())
}
