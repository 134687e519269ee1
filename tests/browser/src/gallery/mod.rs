//! The panel's gallery looked through: every scene in both languages and themes, wide and narrow. Nothing may be said on the console, nothing
//! may ask for more than the policy allows, axe-core must find nothing, and nothing may stand out of its view.

mod embedding;
mod keyboard;
mod pictures;
mod server;
mod stand;

use std::path::Path;

use anyhow::{Context, Result, ensure};
use ispnoc_wire::{ErrorCode, View};
use serde_json::Value;
use thirtyfour::prelude::*;

pub use self::pictures::pictures;
use self::stand::{Look, Stand};
use crate::axe::Axe;

const WIDE: u32 = 900;
const NARROW: u32 = 320;
/// The window that people zoom in.
const WINDOW: u32 = 1280;
/// How most looks begin.
const PLAIN: Look = Look { language: "en", theme: "light", width: WIDE, text: 100 };

/// More of one look help nobody.
const MOST_FAULTS: usize = 15;

/// How the names of a view's scenes begin, and the states in which each view must be shown.
const VIEWS: [(View, &str, &[&str]); 6] = [
    (View::ProductPicker, "picker", &ASKING),
    (View::FieldPreview, "preview", &ASKING),
    (View::ServiceActions, "service", &ASKING),
    (View::ServiceInfo, "info", &ASKING),
    (View::Spending, "spending", &["", "-much", "-little", "-currencies"]),
    (View::WasmType, "wasm-type", &["", "-wrong", "-none", "-lost", "-waiting"]),
];
/// Those of a view that asks the relay.
const ASKING: [&str; 6] = ["", "-waiting", "-failed", "-forbidden", "-logged-out", "-lost"];

/// What stands out of its view, or out of the window: half a pixel is rounding, the spinner turns its corners outward, and what is clipped away
/// is there for screen readers alone.
const OVERFLOW: &str = "
    const found = [];
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide`);
    for (const view of document.querySelectorAll('.ispnoc')) {
        const { left, right } = view.getBoundingClientRect();
        const elements = [view, ...view.querySelectorAll(':not(.ispnoc-spinner)')];
        const clipped = elements.filter((element) => getComputedStyle(element).clipPath !== 'none');
        for (const element of elements) {
            if (clipped.some((part) => part.contains(element))) continue;
            const box = element.getBoundingClientRect();
            const isOut = box.width > 0 && (box.right > right + 0.5 || box.left < left - 0.5);
            const isCut = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
            if (isOut || isCut) {
                found.push(`${view.closest('section').id}: ${element.outerHTML.slice(0, 120)}`);
            }
        }
    }
    return found;
";

/// Goes through everything, says what was found and fails when anything was.
pub async fn check(www: &Path, axe: &Path) -> Result<()> {
    let axe = &Axe::read(axe)?;
    let stand = Stand::start(www).await?;

    let mut report = Report::default();
    report.take("every view, every state and every refusal has a scene", missing(&stand).await)?;
    for look in Look::every(WIDE).chain(Look::every(NARROW)).chain(Look::zoomed(WINDOW)) {
        report.take(&format!("{look}: every scene shows its state"), open(&stand, look).await)?;
        report.take(&format!("{look}: axe-core"), axe.finds(stand.driver(), "html").await)?;
        report.take(&format!("{look}: no overflow"), overflow(&stand).await)?;
        report.take(&format!("{look}: the picker's list, opened by keys"), list_by_keys(&stand, axe).await)?;
        report.take(&format!("{look}: the text box of advanced mode"), text_box(&stand, axe).await)?;
        report.take(&format!("{look}: a question"), question(&stand, axe).await)?;
        report.take(&format!("{look}: a shown secret"), secret(&stand, axe).await)?;
        report.take(&format!("{look}: no overflow of what was opened"), overflow(&stand).await)?;
        report.take(&format!("{look}: the console and the policy"), stand.console().await)?;
    }
    for language in ["en", "ru"] {
        report.take(&format!("{language}: the panel stops"), stops(&stand, axe, language).await)?;
    }
    report.take("a wrong type of the WASM file is told", wrong_type(www).await)?;
    report.take("every answer takes 5 s", slow(&stand).await)?;
    report.take("who wants less motion gets it", less_motion(&stand).await)?;
    report.take("by keys: every control", keyboard::tabs(&stand, PLAIN).await)?;
    report.take("by keys: an order", keyboard::order(&stand, PLAIN).await)?;
    report.take("by keys: a choice", keyboard::choice(&stand, PLAIN).await)?;
    report.take("by keys: the fields", keyboard::fields(&stand, PLAIN).await)?;
    report.take("by keys: a secret", keyboard::secret(&stand, PLAIN).await)?;
    report.take("by keys: once more", keyboard::again(&stand, PLAIN).await)?;
    report.take("by keys: what is pressed once", keyboard::pressed(&stand, PLAIN).await)?;
    for embedding in embedding::ALL {
        report.take(&format!("{}: replaced 200 times", embedding.scene), embedding.check(www).await)?;
    }

    println!("{} looks passed, {} failed", report.passed, report.failed);
    ensure!(report.failed == 0, "the gallery has faults");
    stand.stop().await
}

#[derive(Default)]
struct Report {
    passed: usize,
    failed: usize,
}

impl Report {
    /// Faults are counted, and the next look follows; what keeps the browser from looking ends everything.
    fn take(&mut self, what: &str, found: Result<Vec<String>>) -> Result<()> {
        let found = found.with_context(|| what.to_owned())?;
        if found.is_empty() {
            println!("ok      {what}");
            self.passed += 1;
            return Ok(());
        }
        println!("FAILED  {what}");
        for fault in found.iter().take(MOST_FAULTS) {
            println!("        {fault}");
        }
        if found.len() > MOST_FAULTS {
            println!("        and {} more", found.len() - MOST_FAULTS);
        }
        self.failed += 1;
        Ok(())
    }
}

/// Scenes that the gallery lacks. The relay's codes come from where they are defined, so that a new one asks for its scene.
async fn missing(stand: &Stand) -> Result<Vec<String>> {
    stand.open(PLAIN, "").await?;
    let mut wanted: Vec<String> =
        ErrorCode::ALL.iter().map(|code| format!("section#refusal-{} .ispnoc-bad", code.name())).collect();
    ensure!(VIEWS.map(|(view, ..)| view) == View::ALL, "a view is not looked at");
    for (view, name, states) in VIEWS {
        let mount = format!("[data-ispnoc=\"{}\"]", view.name());
        wanted.extend(states.iter().map(|state| format!("section#{name}{state} {mount}")));
    }
    let mut lacking = Vec::new();
    for scene in wanted {
        if stand.driver().find_all(By::Css(&scene)).await?.is_empty() {
            lacking.push(scene);
        }
    }
    Ok(lacking)
}

async fn open(stand: &Stand, look: Look) -> Result<Vec<String>> {
    stand.open(look, "").await?;
    Ok(vec![])
}

async fn overflow(stand: &Stand) -> Result<Vec<String>> {
    texts(&stand.run(OVERFLOW).await?)
}

async fn list_by_keys(stand: &Stand, axe: &Axe) -> Result<Vec<String>> {
    // Keys go to the input only while it has the focus, which they give it.
    stand.driver().find(By::Css("#picker .ispnoc-search")).await?.send_keys(Key::Down + "").await?;
    stand.appears("#picker [role=\"option\"]").await?;
    axe.finds(stand.driver(), "#picker").await
}

/// WHMCS's own text box opens the list as soon as it has the focus, searches while one types, and takes what is chosen by keys.
async fn text_box(stand: &Stand, axe: &Axe) -> Result<Vec<String>> {
    const SCENE: &str = "#picker-unknown";
    const OPTIONS: &str = "#picker-unknown [role=\"option\"]";
    let text_box = stand.driver().find(By::Css(format!("{SCENE} input[name]"))).await?;
    text_box.scroll_into_view().await?;
    text_box.click().await?;
    stand.appears(OPTIONS).await?;
    stand.run(&format!("window.firstRow = document.querySelector('{OPTIONS}')")).await?;
    text_box.send_keys(Key::Control + "a").await?;
    text_box.send_keys("worker").await?;
    let others = format!(
        "return [...document.querySelectorAll('{OPTIONS}')].map((option) => option.textContent).filter((text) => !text.includes('LiteSpeed'))"
    );
    stand.await_empty("what does not match", &others).await?;
    let mut found = axe.finds(stand.driver(), SCENE).await?;
    if stand.run("return window.firstRow.isConnected").await? != true {
        found.push("the rows are made anew for each key".to_owned());
    }
    text_box.send_keys(Key::Enter + "").await?;
    stand
        .await_empty(
            "the list, which is still open",
            &format!("return [...document.querySelectorAll('{OPTIONS}')].map(String)"),
        )
        .await?;
    let chosen = text_box.prop("value").await?;
    if chosen.as_deref() != Some("55400") {
        found.push(format!("the text box holds {chosen:?}"));
    }
    Ok(found)
}

async fn question(stand: &Stand, axe: &Axe) -> Result<Vec<String>> {
    press(stand, "#service [data-ispnoc-action=\"create\"]").await?;
    stand.appears("#service .ispnoc-question").await?;
    axe.finds(stand.driver(), "#service").await
}

async fn secret(stand: &Stand, axe: &Axe) -> Result<Vec<String>> {
    press(stand, "#info [data-ispnoc-action=\"show\"]").await?;
    let masked = "return [...document.querySelectorAll('#info code')].map((code) => code.textContent).filter((text) => text.includes('•'))";
    stand.await_empty("what is still hidden", masked).await?;
    axe.finds(stand.driver(), "#info").await
}

/// After a fault inside WASM a sentence says so, and what WHMCS shows by itself is there again.
async fn stops(stand: &Stand, axe: &Axe, language: &'static str) -> Result<Vec<String>> {
    stand.open(Look { language, width: NARROW, ..PLAIN }, "stopped").await?;
    let mut found = axe.finds(stand.driver(), "html").await?;
    found.extend(overflow(stand).await?);
    let shown = stand.driver().find(By::Css("#stopped .ispnoc-mount")).await?.text().await?;
    let sentence = if language == "ru" { "Панель остановилась." } else { "The panel has stopped." };
    if !shown.starts_with(sentence) || !shown.ends_with("What WHMCS shows without the panel.") {
        found.push(format!("the node says {shown:?}"));
    }
    // The browser itself tells of the fault.
    ensure!(!stand.console().await?.is_empty(), "nothing went wrong");
    Ok(found)
}

/// The panel starts all the same, and says what is wrong: the right type is a matter of speed.
async fn wrong_type(www: &Path) -> Result<Vec<String>> {
    let stand = Stand::with_wasm_type(www, "application/octet-stream").await?;
    stand.open(PLAIN, "wasm-type").await?;
    let told = stand.driver().find(By::Css("#wasm-type .ispnoc-warning")).await?.text().await?;
    stand.stop().await?;
    Ok(if told == "application/octet-stream" { vec![] } else { vec![format!("the view says {told:?}")] })
}

/// While an answer takes long a sentence says so, and WHMCS's own control can be used.
async fn slow(stand: &Stand) -> Result<Vec<String>> {
    const NOTE: &str = "
        window.said = {};
        new MutationObserver(() => {
            for (const { id, textContent } of document.querySelectorAll('section')) {
                if (textContent.includes('Still working')) window.said[id] = true;
            }
        }).observe(document, { childList: true, subtree: true, characterData: true });
    ";
    const SILENT: &str =
        "return [...document.querySelectorAll('section')].map(({ id }) => id).filter((id) => !window.said[id])";
    let noted = stand.tell("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": NOTE })).await?;
    stand.go(PLAIN, "slow-").await?;
    stand.appears("#slow-picker .ispnoc-waiting").await?;
    let text_box = stand.driver().find(By::Css("#slow-picker input[name]")).await?;
    text_box.send_keys(Key::Control + "a").await?;
    text_box.send_keys("55400").await?;
    stand.await_settled().await?;
    let mut found = texts(&stand.run(SILENT).await?)?;
    let chosen = stand.driver().find(By::Css("#slow-picker .ispnoc-chosen")).await?.text().await?;
    if !chosen.contains("55400") {
        found.push(format!("what was typed meanwhile is not the choice: {chosen:?}"));
    }
    stand.tell("Page.removeScriptToEvaluateOnNewDocument", noted).await?;
    Ok(found)
}

async fn less_motion(stand: &Stand) -> Result<Vec<String>> {
    const MOVING: &str = "
        const turning = document.getAnimations().map(({ effect }) => effect);
        if (!turning.length) return ['nothing moves, so nothing was looked at'];
        const quick = turning.filter((effect) => effect.getTiming().duration < 3000).map(({ target }) => target);
        const all = [...document.querySelectorAll('.ispnoc, .ispnoc *')];
        const changing = all.filter((element) => getComputedStyle(element).transitionDuration !== '0s');
        return [...quick, ...changing].map((element) => element.outerHTML.slice(0, 120));
    ";
    let media = |value: &str| serde_json::json!({ "features": [{ "name": "prefers-reduced-motion", "value": value }] });
    stand.tell("Emulation.setEmulatedMedia", media("reduce")).await?;
    stand.open(PLAIN, "").await?;
    let found = texts(&stand.run(MOVING).await?);
    stand.tell("Emulation.setEmulatedMedia", media("no-preference")).await?;
    found
}

async fn press(stand: &Stand, css: &str) -> Result<()> {
    let button = stand.driver().find(By::Css(css)).await?;
    button.scroll_into_view().await?;
    button.click().await?;
    Ok(())
}

fn texts(value: &Value) -> Result<Vec<String>> {
    serde_json::from_value(value.clone()).with_context(|| format!("the page answers {value}"))
}
