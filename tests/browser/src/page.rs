//! What a person does on a page: fill in, choose, press, read. Every wait is for a condition on the page.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::json;
use thirtyfour::{error::WebDriverError, prelude::*};
use tokio::time::Instant;

use crate::axe::Axe;

/// Longer than anything on these pages takes: a command waits up to 20 s for the account's goods.
const PATIENCE: Duration = Duration::from_secs(40);
const LOOK_EVERY: Duration = Duration::from_millis(100);

pub struct Page {
    driver: WebDriver,
    /// Without a slash at its end.
    base: String,
    axe: Axe,
}

impl Page {
    pub fn new(driver: WebDriver, base: &str, axe: Axe) -> Self {
        Self { driver, base: base.trim_end_matches('/').to_owned(), axe }
    }

    pub async fn open(&self, path: &str) -> Result<()> {
        self.driver.goto(format!("{}/{}", self.base, path.trim_start_matches('/'))).await.context(path.to_owned())?;
        Ok(())
    }

    /// Opens the same page in a second tab, does something there and comes back.
    pub async fn in_another_tab(&self, action: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
        let (first, address) = (self.driver.window().await?, self.driver.current_url().await?);
        let second = self.driver.new_tab().await?;
        self.driver.switch_to_window(second).await?;
        self.driver.goto(address.as_str()).await?;
        action().await?;
        self.driver.close_window().await?;
        self.driver.switch_to_window(first).await?;
        Ok(())
    }

    /// Does something with the visible element, as soon as there is one that allows it: a host page may replace an
    /// element between finding and using it, and that is another look, not an error.
    async fn with<T>(&self, css: &str, action: impl AsyncFn(WebElement) -> WebDriverResult<T>) -> Result<T> {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.attempt(css, &action).await {
                Ok(done) => return Ok(done),
                Err(error) if Instant::now() >= until => bail!("{css}: {}", first_line(&error)),
                Err(_) => tokio::time::sleep(LOOK_EVERY).await,
            }
        }
    }

    async fn attempt<T>(
        &self,
        css: &str,
        action: &impl AsyncFn(WebElement) -> WebDriverResult<T>,
    ) -> WebDriverResult<T> {
        let element = self.driver.query(By::Css(css)).nowait().and_displayed().first().await?;
        action(element).await
    }

    /// Waits for a visible element.
    pub async fn find(&self, css: &str) -> Result<()> {
        self.with(css, async |_| Ok(())).await
    }

    /// Waits for an element that may be empty or hidden.
    pub async fn exists(&self, css: &str) -> Result<()> {
        let found = self.driver.query(By::Css(css)).wait(PATIENCE, LOOK_EVERY).exists().await?;
        ensure!(found, "nothing on the page is {css}");
        Ok(())
    }

    pub async fn press(&self, css: &str) -> Result<()> {
        self.with(css, async |element| {
            if !element.is_enabled().await? {
                return Err(WebDriverError::FatalError("disabled".to_owned()));
            }
            element.scroll_into_view().await?;
            element.click().await
        })
        .await
    }

    /// Presses what leads to another page and waits until that page is there.
    pub async fn submit(&self, css: &str) -> Result<()> {
        let before = self.driver.find(By::Css("html")).await?;
        self.press(css).await?;
        before.wait_until().wait(PATIENCE, LOOK_EVERY).stale().await.with_context(|| format!("{css} leads nowhere"))?;
        self.find("body").await?;
        Ok(())
    }

    /// Replaces what stands in a text field.
    pub async fn fill(&self, css: &str, text: &str) -> Result<()> {
        self.with(css, async |field| {
            field.clear().await?;
            field.send_keys(text).await
        })
        .await
    }

    /// Sets a date field: what its keys do depends on the browser's locale.
    pub async fn set_date(&self, css: &str, date: &str) -> Result<()> {
        self.with(css, async |field| {
            self.driver.execute("arguments[0].value = arguments[1]", vec![field.to_json()?, date.into()]).await?;
            Ok(())
        })
        .await
    }

    /// Chooses the option with this value.
    pub async fn choose(&self, css: &str, value: &str) -> Result<()> {
        self.press(&format!("{css} option[value=\"{value}\"]")).await
    }

    /// Sets a check box or radio button, whatever it was.
    pub async fn tick(&self, css: &str) -> Result<()> {
        self.with(css, async |element| if element.is_selected().await? { Ok(()) } else { element.click().await }).await
    }

    pub async fn text(&self, css: &str) -> Result<String> {
        self.with(css, async |element| element.text().await).await
    }

    pub async fn value(&self, css: &str) -> Result<String> {
        Ok(self.with(css, async |element| element.prop("value").await).await?.unwrap_or_default())
    }

    /// Waits until an element says `expected`; the error tells what it said last.
    pub async fn says(&self, css: &str, expected: &str) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        let mut last = String::from("(nothing)");
        while Instant::now() < until {
            // An element may be replaced between finding and reading it: that is another look, not an error.
            if let Ok(elements) = self.driver.find_all(By::Css(css)).await {
                for element in elements {
                    if let Ok(text) = element.text().await {
                        if text.contains(expected) {
                            return Ok(());
                        }
                        last = text;
                    }
                }
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
        bail!("{css} says {last:?} and not {expected:?}")
    }

    pub async fn is_absent(&self, css: &str) -> Result<bool> {
        Ok(self.driver.find_all(By::Css(css)).await?.is_empty())
    }

    pub async fn count(&self, css: &str) -> Result<usize> {
        Ok(self.driver.find_all(By::Css(css)).await?.len())
    }

    /// The page has the panel's script, WASM and style, has requested each once at most, and asked the relay once for each view.
    pub async fn loaded_little(&self, views: usize) -> Result<()> {
        const LOADED: &str = "
            const all = performance.getEntriesByType('resource');
            const ours = all.filter(({ name }) => name.includes('/ispmanagernoc/assets/'));
            const asked = all.filter((entry) => entry.initiatorType === 'fetch' && !ours.includes(entry));
            // What the browser still has is no request.
            const requested = ours.filter(({ transferSize }) => transferSize > 0);
            const names = (entries) => entries.map(({ name }) => name);
            return [[...new Set(names(ours))], names(requested), names(asked)];
        ";
        let loaded = self.driver.execute(LOADED, vec![]).await?;
        let [files, requests, questions]: [Vec<String>; 3] = loaded.convert()?;
        ensure!(files.len() == 3, "expected three files of the panel, not {files:?}");
        let once: BTreeSet<&String> = requests.iter().collect();
        ensure!(once.len() == requests.len(), "expected one request for each file, not {requests:?}");
        ensure!(questions.len() == views, "expected {views} question(s) to the relay, not {questions:?}");
        Ok(())
    }

    /// Opens a page in a narrow window and with scripts switched off. Afterwards they run again for whoever looks at what came of it.
    pub async fn open_narrow_without_scripts(&self, path: &str, width: u32) -> Result<()> {
        let tools = self.driver.cdp();
        let screen = json!({ "width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": false });
        tools.send_raw("Emulation.setDeviceMetricsOverride", screen).await?;
        tools.send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        let opened = self.open(path).await;
        tools.send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
        opened
    }

    pub async fn widen_again(&self) -> Result<()> {
        self.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        Ok(())
    }

    /// Nothing of the part stands out of the window.
    pub async fn fits(&self, part: &str) -> Result<()> {
        const WIDER: &str = "const part = document.querySelector(arguments[0]); return part.scrollWidth - document.documentElement.clientWidth;";
        let wider: i64 = self.driver.execute(WIDER, vec![part.into()]).await?.convert()?;
        ensure!(wider <= 0, "{part} is {wider} px too wide");
        Ok(())
    }

    /// axe-core has nothing against the part of the page that a selector names.
    pub async fn is_accessible(&self, part: &str) -> Result<()> {
        let found = self.axe.finds(&self.driver, part).await?;
        ensure!(found.is_empty(), "axe-core: {found:#?}");
        Ok(())
    }

    /// What stands at an address, with the login of the page.
    pub async fn download(&self, path: &str) -> Result<String> {
        const FETCH: &str =
            "const [path, done] = arguments; fetch(path).then((answer) => answer.text()).then(done, String);";
        let text = self.driver.execute_async(FETCH, vec![format!("{}{path}", self.base).into()]).await?;
        Ok(text.convert()?)
    }

    pub async fn source(&self) -> Result<String> {
        Ok(self.driver.source().await?)
    }

    /// Where the browser is now, from the site's root on.
    pub async fn path(&self) -> Result<String> {
        let address = self.driver.current_url().await?.to_string();
        Ok(address.strip_prefix(&self.base).unwrap_or(&address).to_owned())
    }

    /// Makes the window so wide, and hides the bars that take some of it.
    pub async fn set_width(&self, width: u32) -> Result<()> {
        let tools = self.driver.cdp();
        let metrics = json!({ "width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": false });
        tools.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        tools.send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        Ok(())
    }

    /// A picture of an element alone, from its top and no higher than `most`, whatever of it the window shows.
    pub async fn picture(&self, css: &str, most: u32, file: &std::path::Path) -> Result<()> {
        const FRAME: &str = "
            const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
            return { x: x + scrollX, y: y + scrollY, width, height: Math.min(height, arguments[1]), scale: 1 };
        ";
        self.find(css).await?;
        let frame = self.driver.execute(FRAME, vec![css.into(), most.into()]).await?.json().clone();
        let options = json!({ "clip": frame, "captureBeyondViewport": true });
        let answer = self.driver.cdp().send_raw("Page.captureScreenshot", options).await?;
        let picture = BASE64_STANDARD.decode(answer["data"].as_str().context("no picture")?)?;
        std::fs::write(file, picture).with_context(|| format!("cannot write {}", file.display()))
    }

    pub async fn screenshot(&self, file: &std::path::Path) -> Result<()> {
        self.driver.screenshot(file).await?;
        Ok(())
    }
}

/// The driver's own stack trace says nothing about the page.
fn first_line(error: &WebDriverError) -> String {
    let text = error.to_string();
    text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim().to_owned()
}
