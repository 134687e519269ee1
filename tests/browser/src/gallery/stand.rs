//! The gallery in the browser: it is opened in a language, a theme and a width, and waited for until each scene shows its state.

use std::{path::Path, time::Duration};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tokio::time::Instant;

use super::server;
use crate::Browser;

/// Longer than any scene needs on a slow machine.
const PATIENCE: Duration = Duration::from_secs(40);
/// axe-core looks at some sixty scenes, and an embedding is replaced 200 times.
const SCRIPT_PATIENCE: Duration = Duration::from_secs(300);
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// Scenes that do not show their state yet. A scene names in `data-shows` what proves it.
const UNSETTLED: &str = "
    const sections = [...document.querySelectorAll('section[data-shows]')];
    if (!sections.length) return ['no scene'];
    return sections.filter((section) => !section.querySelector(section.dataset.shows)).map((section) => section.id);
";

/// One way to look at the gallery.
#[derive(Clone, Copy)]
pub struct Look {
    pub language: &'static str,
    pub theme: &'static str,
    /// In pixels.
    pub width: u32,
    /// The size of text, in percent of what the browser has chosen.
    pub text: u32,
}

impl Look {
    pub fn every(width: u32) -> impl Iterator<Item = Self> {
        let themes = ["light", "dark"];
        ["en", "ru"]
            .into_iter()
            .flat_map(move |language| themes.map(|theme| Self { language, theme, width, text: 100 }))
    }

    /// What a person sees who zooms to 200 %: the whole page, then its text alone.
    pub fn zoomed(width: u32) -> impl Iterator<Item = Self> {
        let zoomed = move |language| {
            let page = Self { language, theme: "light", width: width / 2, text: 100 };
            [page, Self { width, text: 200, ..page }]
        };
        ["en", "ru"].into_iter().flat_map(zoomed)
    }
}

impl std::fmt::Display for Look {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { language, theme, width, text } = self;
        write!(formatter, "{language} {theme} {width} px, text {text} %")
    }
}

pub struct Stand {
    browser: Browser,
    address: String,
}

impl Stand {
    pub async fn start(www: &Path) -> Result<Self> {
        anyhow::ensure!(www.join("index.html").is_file(), "{} holds no gallery: cargo xtask build", www.display());
        Self::at(server::serve(www, None).await?).await
    }

    /// Where the web server gives the panel's WASM file another type than its own.
    pub async fn with_wasm_type(www: &Path, wasm_type: &'static str) -> Result<Self> {
        Self::at(server::serve(www, Some(wasm_type)).await?).await
    }

    async fn at(address: String) -> Result<Self> {
        let browser = Browser::start(true).await?;
        browser.driver.set_script_timeout(SCRIPT_PATIENCE).await?;
        let stand = Self { browser, address };
        // A bar takes some of the width, and goes while a picture is taken.
        stand.tell("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        Ok(stand)
    }

    pub async fn stop(self) -> Result<()> {
        self.browser.stop().await
    }

    pub fn driver(&self) -> &WebDriver {
        &self.browser.driver
    }

    /// Opens the gallery, or what `only` names of it, and waits until each scene shows its state.
    pub async fn open(&self, look: Look, only: &str) -> Result<()> {
        self.go(look, only).await?;
        self.await_settled().await
    }

    pub async fn await_settled(&self) -> Result<()> {
        self.await_empty("scenes that do not show their state", UNSETTLED).await
    }

    pub async fn go(&self, look: Look, only: &str) -> Result<()> {
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            json!({
                "width": look.width, "height": 1000, "deviceScaleFactor": 1, "mobile": false,
            }),
        )
        .await?;
        let Look { language, theme, text, .. } = look;
        let address = format!("{}/?lang={language}&theme={theme}&text={text}&only={only}", self.address);
        self.driver().goto(address).await?;
        Ok(())
    }

    /// A command of the browser's own protocol.
    pub async fn tell(&self, command: &str, parameters: Value) -> Result<Value> {
        self.driver().cdp().send_raw(command, parameters).await.with_context(|| command.to_owned())
    }

    /// Runs a script that ends at once.
    pub async fn run(&self, script: &str) -> Result<Value> {
        Ok(self.driver().execute(script, vec![]).await?.json().clone())
    }

    /// Waits until a script gives an empty list; the error tells what was left in it.
    pub async fn await_empty(&self, what: &str, script: &str) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        loop {
            let left = self.run(script).await?;
            match left.as_array() {
                Some(list) if list.is_empty() => return Ok(()),
                _ if Instant::now() >= until => bail!("{what}: {left}; the console says {:?}", self.console().await?),
                _ => tokio::time::sleep(LOOK_EVERY).await,
            }
        }
    }

    pub async fn appears(&self, css: &str) -> Result<()> {
        let css = json!(css);
        self.await_empty("what does not appear", &format!("return document.querySelector({css}) ? [] : [{css}]")).await
    }

    /// What the console has said since the last time: errors and warnings, of the page, the network and the policy.
    pub async fn console(&self) -> Result<Vec<String>> {
        let entries = self.driver().browser_log().await?;
        let is_bad = |level: &str| ["SEVERE", "WARNING"].contains(&level);
        Ok(entries.into_iter().filter(|entry| is_bad(&entry.level)).map(|entry| entry.message).collect())
    }
}
