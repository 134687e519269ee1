//! Both stand-ins, started and joined: a simulated ispmanager account, and a stand-in for WHMCS in which the archive is installed.

use crate::package::Package;
use crate::project::Project;
use crate::service::{Interrupts, Service};
use crate::{step, tools};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

pub const STANDIN: &str = "tests/whmcs/bin/standin";
/// Without this constant in WHMCS's configuration.php the module refuses an account on a loopback address.
pub const LOOPBACK_ACCOUNTS: &str = "ISPMANAGERNOC_LOOPBACK_ACCOUNTS";

pub struct Stage {
    pub whmcs: Service,
    pub account: Service,
    pub whmcs_url: String,
    pub account_url: String,
    /// The folder in which the stand-in for WHMCS is installed.
    pub root: PathBuf,
}

impl Stage {
    /// `name` is the folder below target/ that holds this stage alone; what an earlier run left there is removed.
    pub fn start(project: &Project, package: &Package, name: &str, port: u16, interrupts: &Interrupts) -> Result<Self> {
        let folder = project.target.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
        }
        let root = folder.join("whmcs");
        fs::create_dir_all(&root).with_context(|| format!("cannot create {}", root.display()))?;

        let mut install = project.command("php");
        install.args([STANDIN, "install", "--root"]).arg(&root).arg("--archive").arg(&package.path);
        install.args(["--define", LOOPBACK_ACCOUNTS]);
        step::run("installing the archive", install)?;

        step::run("building the simulated account", project.cargo(&["build", "--package", "account-sim"]))?;
        let (account, account_url) = Service::start(
            "the simulated account",
            project.cargo(&["run", "--quiet", "--package", "account-sim"]),
            &folder.join("account.log"),
            "account-sim listening on ",
            interrupts,
        )?;

        let mut serve = project.command("php");
        serve.args([STANDIN, "serve", "--root"]).arg(&root).args(["--port", &port.to_string()]);
        let (whmcs, whmcs_url) = Service::start(
            "the stand-in for WHMCS",
            serve,
            &folder.join("whmcs.log"),
            "whmcs stand-in listening on ",
            interrupts,
        )?;
        Ok(Self { whmcs, account, whmcs_url, account_url, root })
    }

    /// What is typed as Hostname into the server record.
    pub fn account_host(&self) -> &str {
        self.account_url.strip_prefix("http://").unwrap_or(&self.account_url)
    }

    /// Goes through the whole product in a headless browser.
    pub fn walk(&self, project: &Project, wasm: Wasm, interrupts: &Interrupts) -> Result<()> {
        let blocked = (wasm == Wasm::Blocked).then(|| OsString::from("--wasm-blocked"));
        self.browse(project, blocked, interrupts)
    }

    /// Takes the pictures of the partner page for the documents.
    pub fn pictures(&self, project: &Project, folder: &Path, interrupts: &Interrupts) -> Result<()> {
        self.browse(project, [OsString::from("--pictures"), folder.into()], interrupts)
    }

    fn browse(
        &self,
        project: &Project,
        arguments: impl IntoIterator<Item = OsString>,
        interrupts: &Interrupts,
    ) -> Result<()> {
        let walk = ["--package", "browser-tests", "--bin", "walk"];
        let mut build = project.cargo(&["build"]);
        build.args(walk);
        step::run("building the browser's walk", build)?;

        let mut run = project.cargo(&["run", "--quiet"]);
        run.args(walk)
            .args(["--", "--whmcs", &self.whmcs_url, "--account", &self.account_url, "--root"])
            .arg(&self.root)
            .arg("--axe")
            .arg(tools::axe()?)
            .args(arguments);
        Service::run("the browser's walk", run, interrupts)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wasm {
    Allowed,
    /// The browser refuses WASM, and the same end must be reached by WHMCS's own controls.
    Blocked,
}

/// A port that is free now: the wanted one, or any.
pub fn free_port(wanted: Option<u16>) -> Result<u16> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, wanted.unwrap_or(0))) {
        Ok(listener) => Ok(listener.local_addr()?.port()),
        Err(error) => match wanted {
            Some(port) => bail!("port {port} cannot be used ({error}): choose another one by --port N"),
            None => Err(error).context("no port is free on 127.0.0.1"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_is_named_and_the_way_out_too() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = free_port(Some(port)).unwrap_err().to_string();
        assert!(error.contains(&port.to_string()) && error.contains("--port"), "{error}");
        assert_ne!(free_port(None).unwrap(), port);
    }
}
