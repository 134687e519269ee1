//! What a person does on a page: fill in, choose, press, read. Every wait is for a condition on the page.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use thirtyfour::prelude::*;

/// Longer than anything on these pages takes: a command waits up to 20 s for the account's goods.
const PATIENCE: Duration = Duration::from_secs(40);
const LOOK_EVERY: Duration = Duration::from_millis(100);

pub struct Page {
    driver: WebDriver,
    /// Without a slash at its end.
    base: String,
}

impl Page {
    pub fn new(driver: WebDriver, base: &str) -> Self {
        Self { driver, base: base.trim_end_matches('/').to_owned() }
    }

    pub async fn open(&self, path: &str) -> Result<()> {
        self.driver.goto(format!("{}/{}", self.base, path.trim_start_matches('/'))).await.context(path.to_owned())?;
        Ok(())
    }

    /// The visible element, as soon as there is one.
    pub async fn find(&self, css: &str) -> Result<WebElement> {
        self.driver
            .query(By::Css(css))
            .wait(PATIENCE, LOOK_EVERY)
            .and_displayed()
            .first()
            .await
            .with_context(|| format!("nothing on the page is {css}"))
    }

    pub async fn press(&self, css: &str) -> Result<()> {
        let element = self.find(css).await?;
        element.scroll_into_view().await?;
        element
            .wait_until()
            .wait(PATIENCE, LOOK_EVERY)
            .clickable()
            .await
            .with_context(|| format!("{css} stays disabled"))?;
        element.click().await.with_context(|| css.to_owned())?;
        Ok(())
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
        let field = self.find(css).await?;
        field.clear().await?;
        field.send_keys(text).await.with_context(|| css.to_owned())?;
        Ok(())
    }

    /// Sets a date field: what its keys do depends on the browser's locale.
    pub async fn set_date(&self, css: &str, date: &str) -> Result<()> {
        let field = self.find(css).await?;
        self.driver.execute("arguments[0].value = arguments[1]", vec![field.to_json()?, date.into()]).await?;
        Ok(())
    }

    /// Chooses the option with this value.
    pub async fn choose(&self, css: &str, value: &str) -> Result<()> {
        self.press(&format!("{css} option[value=\"{value}\"]")).await
    }

    /// Sets a check box, whatever it was.
    pub async fn tick(&self, css: &str) -> Result<()> {
        let element = self.find(css).await?;
        if !element.is_selected().await? {
            element.click().await.with_context(|| css.to_owned())?;
        }
        Ok(())
    }

    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.find(css).await?.text().await?)
    }

    pub async fn value(&self, css: &str) -> Result<String> {
        Ok(self.find(css).await?.prop("value").await?.unwrap_or_default())
    }

    /// Waits until an element says `expected`; the error tells what it said last.
    pub async fn says(&self, css: &str, expected: &str) -> Result<()> {
        let until = tokio::time::Instant::now() + PATIENCE;
        let mut last = String::from("(nothing)");
        while tokio::time::Instant::now() < until {
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

    pub async fn source(&self) -> Result<String> {
        Ok(self.driver.source().await?)
    }

    /// Where the browser is now, from the site's root on.
    pub async fn path(&self) -> Result<String> {
        let address = self.driver.current_url().await?.to_string();
        Ok(address.strip_prefix(&self.base).unwrap_or(&address).to_owned())
    }

    pub async fn screenshot(&self, file: &std::path::Path) -> Result<()> {
        self.driver.screenshot(file).await?;
        Ok(())
    }
}
