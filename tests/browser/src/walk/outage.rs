//! The account out of reach: WHMCS's pages stay, and each view says what is wrong.

use anyhow::Result;

use super::{Walk, renewal, server};

/// A port on which nothing listens.
const NOWHERE: &str = "127.0.0.1:9";

pub async fn look(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    set_host(walk, NOWHERE).await?;

    renewal::open_service(walk).await?;
    if walk.with_wasm {
        page.says(
            "[data-ispnoc=\"service-actions\"] [role=\"alert\"], [data-ispnoc=\"service-actions\"] .ispnoc-notice",
            "cannot be reached",
        )
        .await?;
    }
    renewal::native_command(walk, "Sync").await?;
    page.says("#moduleCommandResult", "cannot be reached").await?;

    page.open("/admin/addonmodules.php?module=ispmanagernoc_partner").await?;
    page.submit(server::REFRESH).await?;
    page.says(".ispnoc-partner", "nothing was sent").await?;

    page.open("/admin/configproducts.php?action=edit&id=1#tab3").await?;
    page.press("#tabLink3").await?;
    page.find("[name=\"packageconfigoption[1]\"]").await?;

    page.open("/clientarea.php?action=productdetails&id=1").await?;
    page.press("[href=\"#additionalinfo\"]").await?;
    page.says("#additionalinfo", "BitNinja key").await?;

    walk.spent(1, 1)?;
    set_host(walk, &walk.host).await
}

async fn set_host(walk: &Walk, host: &str) -> Result<()> {
    let page = &walk.page;
    page.open("/admin/configservers.php?action=manage&id=1").await?;
    page.fill("#input-hostname", host).await?;
    page.submit("#btnSaveServer").await
}
