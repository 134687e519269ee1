//! The account out of reach: WHMCS's pages stay, and each view says what is wrong.

use anyhow::Result;

use super::{Walk, server, service};

/// A port on which nothing listens.
const NOWHERE: &str = "127.0.0.1:9";
/// What every text about an account out of reach says, whether it was tried now or several times before.
const NOTHING_SENT: &str = "Retry is safe";

pub async fn look(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    set_host(walk, NOWHERE).await?;

    service::open(walk).await?;
    if walk.with_wasm {
        page.says(
            "[data-ispnoc=\"service-actions\"] [role=\"alert\"], [data-ispnoc=\"service-actions\"] .ispnoc-notice",
            NOTHING_SENT,
        )
        .await?;
    }
    service::native_command(walk, "Sync").await?;
    page.says("#moduleCommandResult", NOTHING_SENT).await?;

    page.open("/admin/addonmodules.php?module=ispmanagernoc_partner").await?;
    page.submit(server::REFRESH).await?;
    page.says(".ispnoc-partner", NOTHING_SENT).await?;

    page.open("/admin/configproducts.php?action=edit&id=1#tab3").await?;
    page.press("#tabLink3").await?;
    page.find("[name=\"packageconfigoption[1]\"]").await?;
    if walk.with_wasm {
        page.press("[data-ispnoc=\"product-picker\"] [data-ispnoc-action=\"refresh-tariffs\"]").await?;
        page.says("[data-ispnoc=\"product-picker\"]", NOTHING_SENT).await?;
    }

    page.open("/clientarea.php?action=productdetails&id=1").await?;
    page.press("[href=\"#additionalinfo\"]").await?;
    page.says("#additionalinfo", "BitNinja key").await?;

    walk.spent(1, 1)?;
    set_host(walk, &walk.host).await?;
    server::read_price_list(walk).await
}

async fn set_host(walk: &Walk, host: &str) -> Result<()> {
    let page = &walk.page;
    page.open("/admin/configservers.php?action=manage&id=1").await?;
    page.fill("#input-hostname", host).await?;
    page.submit("#btnSaveServer").await
}
