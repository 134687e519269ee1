//! Chromium with its driver on a free port, both gone when the value is dropped.

use std::{net::TcpListener, path::PathBuf, process::Stdio, time::Duration};

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::{LoggingPrefsLogLevel, prelude::*};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

/// What keeps Chromium from asking the network for anything of its own.
const QUIET: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A host that is this machine, for pages whose address is not that of a loopback interface: browsers trust those more than others.
const HOST: &str = "whmcs.test";

pub struct Browser {
    pub driver: WebDriver,
    // Dropped after the session: `kill_on_drop` ends the driver, and that ends Chromium.
    _chromedriver: Child,
    profile: PathBuf,
}

impl Browser {
    /// Starts a browser with an empty profile. `with_wasm` off: every page's WASM is blocked on its way, as by a firewall.
    pub async fn start(with_wasm: bool) -> Result<Self> {
        Self::trusting(with_wasm, None).await
    }

    /// The same, and a certificate with this key is valid whoever signed it: a page with an invalid one is not cached, and so loads more than
    /// others do. The key is named by the SHA-256 of its public half, in base64.
    pub async fn trusting(with_wasm: bool, key: Option<&str>) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut chromedriver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("chromedriver cannot be started; `cargo xtask setup` installs it")?;
        await_line(&mut chromedriver, "started successfully").await?;

        let profile = std::env::temp_dir().join(format!("ispnoc-browser-{}-{port}", std::process::id()));
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in QUIET {
            capabilities.add_arg(argument)?;
        }
        capabilities.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        capabilities.add_arg("--window-size=1280,1000")?;
        capabilities.add_arg("--lang=en")?;
        capabilities.add_arg(&format!("--host-resolver-rules=MAP {HOST} 127.0.0.1"))?;
        if let Some(key) = key {
            capabilities.add_arg(&format!("--ignore-certificate-errors-spki-list={key}"))?;
        }
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await?;
        // A page may take a relay's answer or a command with its bounded wait; nothing waits longer than it needs.
        driver.set_implicit_wait_timeout(Duration::ZERO).await?;
        if !with_wasm {
            let tools = driver.cdp();
            tools.send_raw("Network.enable", json!({})).await?;
            tools.send_raw("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await?;
        }
        Ok(Self { driver, _chromedriver: chromedriver, profile })
    }

    pub async fn stop(self) -> Result<()> {
        self.driver.clone().quit().await?;
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A profile that cannot be removed is the temporary folder's business.
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

async fn await_line(child: &mut Child, expected: &str) -> Result<()> {
    let output = child.stdout.take().context("chromedriver has no output")?;
    let mut lines = BufReader::new(output).lines();
    let found = async {
        while let Some(line) = lines.next_line().await? {
            if line.contains(expected) {
                return Ok(());
            }
        }
        anyhow::bail!("chromedriver ended before it was ready")
    };
    tokio::time::timeout(Duration::from_secs(30), found).await.context("chromedriver is not ready after 30 s")?
}
