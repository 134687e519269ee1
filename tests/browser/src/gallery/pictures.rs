//! Pictures of the views for the documents: light and dark, in both languages, wide and narrow.

use std::path::Path;

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::json;

use super::stand::{Look, Stand};
use super::{NARROW, WIDE};

/// The name of a view's picture and the scene that it shows.
const PICTURES: [(&str, &str); 5] = [
    ("product-picker", "picker-open"),
    ("field-preview", "preview"),
    ("service-actions", "service-active"),
    ("service-info", "info"),
    ("spending", "spending"),
];

/// The same day in every picture, so that a picture changes only when the panel does.
const SAME_DAY: &str = "
    const now = Date.parse('2026-11-25T12:00:00Z');
    globalThis.Date = class extends Date {
        constructor(...parts) {
            super(...(parts.length ? parts : [now]));
        }
        static now() {
            return now;
        }
    };
";

/// The scene without its name, and where it stands.
const FRAME: &str = "
    const section = document.getElementById(arguments[0]);
    section.querySelector('h2').hidden = true;
    section.style.paddingTop = '1rem';
    const { x, y, width, height } = section.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height, scale: 1 };
";

pub async fn pictures(www: &Path, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let stand = Stand::start(www).await?;
    stand.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": SAME_DAY })).await?;
    stand.tell("Emulation.setTimezoneOverride", json!({ "timezoneId": "UTC" })).await?;
    for look in Look::every(WIDE).chain(Look::every(NARROW)) {
        for (name, scene) in PICTURES {
            // Above it nothing may move, as a scene that waits does after some seconds.
            stand.open(look, scene).await?;
            let frame = stand.driver().execute(FRAME, vec![scene.into()]).await?.json().clone();
            let options = json!({ "clip": frame, "captureBeyondViewport": true });
            let answer = stand.tell("Page.captureScreenshot", options).await?;
            let picture = BASE64_STANDARD.decode(answer["data"].as_str().context("no picture")?)?;
            let file = folder.join(format!("{name}{}.png", suffix(look)));
            std::fs::write(&file, picture).with_context(|| format!("cannot write {}", file.display()))?;
            println!("{}", file.display());
        }
    }
    stand.stop().await
}

/// English, light and wide is what goes without saying.
fn suffix(look: Look) -> String {
    let mut suffix = String::new();
    for (is_said, word) in
        [(look.language == "ru", "-ru"), (look.theme == "dark", "-dark"), (look.width == NARROW, "-narrow")]
    {
        suffix.push_str(if is_said { word } else { "" });
    }
    suffix
}
