//! The manual's chapters on the product: group, pricing, Module Settings, Custom Fields.

use anyhow::{Result, ensure};

use super::{TARIFF, Walk};

const PRODUCT_ID: &str = "[name=\"packageconfigoption[1]\"]";
const FIELDS: [&str; 5] = ["item", "bitninja_email", "bitninjakey", "bitninja_password", "order_id"];

pub async fn create(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.open("/admin/configproducts.php?action=creategroup").await?;
    page.fill("#input-name", "ispmanager modules").await?;
    page.submit("#btnSaveGroup").await?;
    page.open("/admin/configproducts.php?action=create").await?;
    page.choose("#input-type", "other").await?;
    page.fill("#input-productname", "BitNinja for ispmanager").await?;
    page.choose("#input-module", "ispmanagernoc").await?;
    page.submit("#btnContinue").await?;
    page.press("#tabLink2").await?;
    page.tick("#input-paytype-recurring").await?;
    for (cycle, price) in [("monthly", "15.00"), ("semiannually", "80.00"), ("biennially", "300.00")] {
        page.tick(&format!("[name=\"currency[1][enable][{cycle}]\"]")).await?;
        page.fill(&format!("[name=\"currency[1][{cycle}]\"]"), price).await?;
    }
    page.submit("#btnSaveProduct").await?;
    walk.database_says("SELECT count(*) FROM tblproducts WHERE servertype = 'ispmanagernoc'", "1")
}

pub async fn choose_tariff(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    page.press("#tabLink3").await?;
    page.find(PRODUCT_ID).await?;
    page.choose("#inputServerGroup", "1").await?;
    // WHMCS loads the settings anew for the group.
    page.exists("#moduleSettingsLoader.hidden").await?;
    if walk.with_wasm {
        page.fill(".ispnoc-search", "ninja").await?;
        page.find("[role=\"option\"]").await?;
        page.is_accessible(".ispnoc-picker").await?;
        page.press(&format!("[data-ispnoc-tariff=\"{TARIFF}\"]")).await?;
        // The cycle that the manual forbids is on sale: the picker says so before a client pays for it.
        page.says("[data-ispnoc=\"product-picker\"]", "Biennially").await?;
        // €15.00 a month for what costs €10.00.
        page.says(".ispnoc-margins", "€5.00 · 33%").await?;
    } else {
        page.exists("[data-ispnoc=\"product-picker\"].ispnoc-failed").await?;
        page.choose(PRODUCT_ID, TARIFF).await?;
    }
    ensure!(page.value(PRODUCT_ID).await? == TARIFF, "the native Product ID has another value");
    page.tick("#input-autosetup-payment").await?;
    page.submit("#btnSaveProduct").await?;
    walk.database_says(
        "SELECT configoption1 || ' ' || servergroup || ' ' || autosetup FROM tblproducts",
        "55371 1 payment",
    )
}

pub async fn check_fields(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let named = FIELDS.map(|name| format!("fieldname LIKE '{name}|%'")).join(" OR ");
    walk.database_says(&format!("SELECT count(*) FROM tblcustomfields WHERE type = 'product' AND ({named})"), "5")?;
    walk.database_says("SELECT count(*) FROM tblcustomfields WHERE required = 'on' AND showorder = 'on'", "1")?;
    page.press("#tabLink4").await?;
    page.find("#tab4 [value=\"bitninjakey|BitNinja key\"]").await?;
    if walk.with_wasm {
        page.says("[data-ispnoc=\"field-preview\"]", "BitNinja key").await?;
        page.says("[data-ispnoc=\"field-preview\"]", "{$service_custom_field_bitninjakey}").await?;
        page.loaded_little(2).await?;
        page.is_accessible(".ispnoc-preview").await?;
        page.fill("[data-ispnoc-asked=\"item\"] input", "no number").await?;
        page.press("[data-ispnoc-asked=\"bitninja_email\"] input").await?;
        page.says("[data-ispnoc-asked=\"item\"]", "ID of your ispmanager license").await?;
    } else {
        page.press("#tabLink9").await?;
        page.says("#tab9", "BitNinja key").await?;
    }
    Ok(())
}

/// The files of the panel come with its nodes and with nothing else.
pub async fn load_nothing_elsewhere(walk: &Walk) -> Result<()> {
    for path in [
        "/admin/index.php",
        "/admin/configproducts.php",
        "/admin/configservers.php",
        "/admin/clients.php",
        "/clientarea.php",
    ] {
        walk.page.open(path).await?;
        walk.page.find("body").await?;
        let ours = "[src*=\"ispmanagernoc\"], [href*=\"ispmanagernoc/assets\"]";
        ensure!(walk.page.is_absent(ours).await?, "{path} loads files of the panel");
    }
    Ok(())
}
