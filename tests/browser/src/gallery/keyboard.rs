//! The panel by keys alone: Tab comes to every control and what has the focus is seen; whatever a button starts can be ended, and the focus
//! never falls back to the top of the page.

use anyhow::{Result, bail, ensure};
use thirtyfour::prelude::*;

use super::stand::{Look, Stand};
use super::texts;

/// More than any scene has.
const MOST_CONTROLS: usize = 60;

/// Remembers the controls of a scene in their order, and goes before the first.
const REMEMBER: &str = "
    document.querySelector('#switches a').focus();
    const section = document.querySelector('section');
    const all = section.querySelectorAll('a[href], button, input, select, [tabindex]:not([tabindex^=\"-\"])');
    window.controls = [...all].filter((control) => !control.disabled && control.checkVisibility());
    window.reached = [];
    return window.controls.length;
";

/// The buttons that cannot be pressed while the account is asked.
const WAITING: &str = "return [...document.querySelectorAll('[data-ispnoc-action=\"account\"]:disabled')].map((button) => button.textContent)";

/// Notes where the focus is now, and what is wrong with it. The first controls of the page are the gallery's own.
const REACH: &str = "
    const focused = document.activeElement;
    if (!focused.closest('section')) return window.reached.length > 0;
    const wrong = [];
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    if (focused.closest('.ispnoc') && (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)) wrong.push('the focus is not seen');
    const { top, bottom } = focused.getBoundingClientRect();
    // A page is scrolled by whole pixels, and a box may end between two.
    if (top < -1 || bottom > innerHeight + 1) wrong.push(`it is outside the window, from ${top} to ${bottom} of ${innerHeight}`);
    window.reached.push([focused, wrong]);
    return false;
";

const COMPARE: &str = "
    const told = (control) => control ? control.outerHTML.slice(0, 120) : 'nothing';
    const found = window.reached.flatMap(([control, wrong]) => wrong.map((what) => `${what}: ${told(control)}`));
    const count = Math.max(window.controls.length, window.reached.length);
    for (let place = 0; place < count; place += 1) {
        const [reached] = window.reached[place] ?? [];
        if (reached !== window.controls[place]) return [...found, `Tab comes to ${told(reached)} and not to ${told(window.controls[place])}`];
    }
    return found;
";

/// Tab through scenes with every kind of control.
pub async fn tabs(stand: &Stand, look: Look) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for scene in ["picker-unknown", "picker-failed", "preview", "service", "service-orders", "service-done", "info"] {
        stand.open(look, scene).await?;
        stand.await_empty("buttons that wait for an answer", WAITING).await?;
        let count = stand.run(REMEMBER).await?.as_u64();
        ensure!(count > Some(0), "{scene} has no control");
        let mut left = MOST_CONTROLS;
        while stand.run(REACH).await? != true && left > 0 {
            press(stand, Key::Tab).await?;
            left -= 1;
        }
        found.extend(texts(&stand.run(COMPARE).await?)?.into_iter().map(|wrong| format!("{scene}: {wrong}")));
    }
    Ok(found)
}

/// A question is opened, left, opened again and answered with yes.
pub async fn order(stand: &Stand, look: Look) -> Result<Vec<String>> {
    stand.open(look, "service").await?;
    let create = "[data-ispnoc-action=\"create\"]";
    go_to(stand, create).await?;
    press(stand, Key::Enter).await?;
    focus_comes_to(stand, ".ispnoc-question").await?;
    press(stand, Key::Escape).await?;
    focus_comes_to(stand, create).await?;
    press(stand, Key::Enter).await?;
    focus_comes_to(stand, ".ispnoc-question").await?;
    go_to(stand, "[data-ispnoc-confirm=\"create\"]").await?;
    press(stand, Key::Enter).await?;
    stand.appears(".ispnoc-result .ispnoc-good").await?;
    focus_comes_to(stand, ".ispnoc-result").await?;
    Ok(vec![])
}

/// A choice is made in a list before the answer.
pub async fn choice(stand: &Stand, look: Look) -> Result<Vec<String>> {
    stand.open(look, "service-active").await?;
    go_to(stand, "[data-ispnoc-action=\"change-period\"]").await?;
    press(stand, Key::Enter).await?;
    focus_comes_to(stand, ".ispnoc-question").await?;
    go_to(stand, ".ispnoc-choice").await?;
    press(stand, Key::Down).await?;
    go_to(stand, "[data-ispnoc-confirm=\"change-period\"]").await?;
    press(stand, Key::Enter).await?;
    stand.appears(".ispnoc-result .ispnoc-good").await?;
    focus_comes_to(stand, ".ispnoc-result").await?;
    Ok(vec![])
}

/// The missing fields are created, and one of the order form is tried.
pub async fn fields(stand: &Stand, look: Look) -> Result<Vec<String>> {
    stand.open(look, "preview").await?;
    go_to(stand, "[data-ispnoc-action=\"create-fields\"]").await?;
    press(stand, ' ').await?;
    stand.appears(".ispnoc-result .ispnoc-good").await?;
    focus_comes_to(stand, ".ispnoc-result").await?;
    go_to(stand, ".ispnoc-asked input").await?;
    press(stand, 'x').await?;
    press(stand, Key::Tab).await?;
    stand.appears(".ispnoc-asked .ispnoc-warning").await?;
    Ok(vec![])
}

pub async fn secret(stand: &Stand, look: Look) -> Result<Vec<String>> {
    stand.open(look, "info").await?;
    go_to(stand, "[data-ispnoc-action=\"show\"]").await?;
    press(stand, ' ').await?;
    let masked = "return [...document.querySelectorAll('code')].map((code) => code.textContent).filter((text) => text.includes('•'))";
    stand.await_empty("what is still hidden", masked).await?;
    focus_comes_to(stand, "[data-ispnoc-action=\"show\"]").await?;
    Ok(vec![])
}

/// What failed is asked again.
pub async fn again(stand: &Stand, look: Look) -> Result<Vec<String>> {
    for scene in ["picker-failed", "preview-failed", "service-failed", "info-failed"] {
        stand.open(look, scene).await?;
        go_to(stand, "[data-ispnoc-action=\"again\"]").await?;
        press(stand, Key::Enter).await?;
        focus_comes_to(stand, ".ispnoc [tabindex=\"-1\"]").await?;
    }
    // Inside a question it stays there, and Escape still ends that.
    stand.open(look, "service-orders-failed").await?;
    go_to(stand, "[data-ispnoc-action=\"again\"]").await?;
    press(stand, Key::Enter).await?;
    focus_comes_to(stand, ".ispnoc-question [tabindex=\"-1\"]").await?;
    press(stand, Key::Escape).await?;
    let questions = "return [...document.querySelectorAll('.ispnoc-question')].map((question) => question.textContent)";
    stand.await_empty("a question that is over", questions).await?;
    Ok(vec![])
}

/// What is pressed and cannot be pressed again at once gives the focus on.
pub async fn pressed(stand: &Stand, look: Look) -> Result<Vec<String>> {
    for (scene, action) in
        [("service-active", "sync"), ("service-active", "account"), ("picker-stale", "refresh-tariffs")]
    {
        stand.open(look, scene).await?;
        stand.await_empty("buttons that wait for an answer", WAITING).await?;
        go_to(stand, &format!("[data-ispnoc-action=\"{action}\"]")).await?;
        press(stand, Key::Enter).await?;
        focus_comes_to(stand, ".ispnoc-result").await?;
    }
    Ok(vec![])
}

/// Goes on by Tab until something has the focus.
async fn go_to(stand: &Stand, css: &str) -> Result<()> {
    for _ in 0..MOST_CONTROLS {
        press(stand, Key::Tab).await?;
        if stand.run(&format!("return document.activeElement.matches('{css}')")).await? == true {
            return Ok(());
        }
    }
    bail!("Tab does not come to {css}")
}

async fn press(stand: &Stand, key: impl Into<char>) -> Result<()> {
    let key: char = key.into();
    stand.driver().active_element().await?.send_keys(key.to_string()).await?;
    Ok(())
}

async fn focus_comes_to(stand: &Stand, css: &str) -> Result<()> {
    let elsewhere = format!(
        "const focused = document.activeElement; return focused.matches('{css}') ? [] : [focused.outerHTML.slice(0, 120)]"
    );
    stand.await_empty(&format!("the focus, which is to be on {css}"), &elsewhere).await
}
