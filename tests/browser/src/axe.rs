//! axe-core: what it has against a part of a page.

use std::path::Path;

use anyhow::{Context, Result};
use thirtyfour::prelude::*;

const RUN: &str = "
    const [part, done] = arguments;
    axe.run(part, { resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) =>
            `${id}: ${target}: ${failureSummary}: ${html.slice(0, 200)}`))),
        (error) => done([String(error)]),
    );
";

/// The script of axe-core.
pub struct Axe(String);

impl Axe {
    pub fn read(file: &Path) -> Result<Self> {
        Ok(Self(std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?))
    }

    /// What it finds in the part of the page that a selector names. The browser itself puts it into the page, where the page's policy does not
    /// reach.
    pub async fn finds(&self, driver: &WebDriver, part: &str) -> Result<Vec<String>> {
        if driver.execute("return !window.axe", vec![]).await?.convert()? {
            driver.execute(&*self.0, vec![]).await?;
        }
        Ok(driver.execute_async(RUN, vec![part.into()]).await?.convert()?)
    }
}
