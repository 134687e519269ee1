//! A file of the panel that comes to the browser otherwise than it was built: it is refused, and WHMCS's own controls do the work.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::{Walk, service};

const ASSETS: &str = "modules/servers/ispmanagernoc/assets";
const VIEW: &str = "[data-ispnoc=\"service-actions\"] .ispnoc-service";

pub async fn look(walk: &Walk) -> Result<()> {
    let page = &walk.page;
    let order: String = walk.database.field("order_id")?;
    page.keep_files(false).await?;
    for (ending, starts) in [(".js", false), ("_bg.wasm", false), (".css", true)] {
        let file = fs::read_dir(walk.root.join(ASSETS))?
            .filter_map(|file| Some(file.ok()?.path()))
            .find(|path| path.to_string_lossy().ends_with(ending))
            .with_context(|| format!("no file of the panel ends with {ending}"))?;
        let built = fs::read(&file)?;
        // What keeps its size only the browser notices.
        let mut changed = built.clone();
        *changed.last_mut().context("an empty file")? ^= 1;
        fs::write(&file, &changed)?;
        service::open(walk).await?;
        page.says("#servicecontent", &order).await?;
        if starts {
            page.exists(VIEW).await?;
        } else if ending == "_bg.wasm" {
            page.exists("[data-ispnoc=\"service-actions\"].ispnoc-failed").await?;
        }
        ensure!(starts || page.is_absent(VIEW).await?, "the panel ran with a changed {ending}");

        // What does not, the page does not even ask for.
        fs::write(&file, built.get(1..).context("an empty file")?)?;
        service::open(walk).await?;
        page.says("#servicecontent", &order).await?;
        ensure!(
            page.is_absent("[src*=\"ispmanagernoc/assets\"], [href*=\"ispmanagernoc/assets\"]").await?,
            "a cut off {ending} is asked for"
        );
        page.open("/admin/addonmodules.php?module=ispmanagernoc_partner&page=health").await?;
        page.says(".ispnoc-partner", &format!("{ASSETS}/").replace("modules/", "")).await?;
        fs::write(&file, &built)?;
    }
    // The browser may have kept a changed file, which its name says never to ask for again.
    service::open(walk).await?;
    page.exists(VIEW).await?;
    page.keep_files(true).await
}
