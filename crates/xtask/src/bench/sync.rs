//! What the daily comparison of WHMCS's services with an account costs: requests, time and memory, as the number of services grows.

use super::http::{Connection, post};
use super::{Goal, Measurement};
use crate::package;
use crate::project::Project;
use crate::service::{Interrupts, Service};
use crate::stage::{LOOPBACK_ACCOUNTS, STANDIN};
use crate::step;
use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

const SIZES: [u32; 3] = [100, 1_000, 10_000];
const PAGE: u32 = 500;
const MEGABYTES: f64 = 128.0;
const SCRIPT: &str = "crates/xtask/src/bench/sync.php";
const ITEM_TYPES: [&str; 2] = ["addition", "softexternal"];

pub fn run(project: &Project) -> Result<Vec<Measurement>> {
    step::run("building account-sim", project.cargo(&["build", "--profile", "fast", "--package", "account-sim"]))?;
    let archive = package::without_panel(project)?;
    let folder = project.target.join("bench-sync");
    let mut measurements = Vec::new();
    for services in SIZES {
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
        }
        let root = folder.join("whmcs");
        fs::create_dir_all(&root)?;
        let mut install = project.command("php");
        install.args([STANDIN, "install", "--root"]).arg(&root).arg("--archive").arg(&archive);
        install.args(["--define", LOOPBACK_ACCOUNTS]);
        step::run("installing the module", install)?;

        let mut command = project.command(project.target.join("fast/account-sim"));
        command.args(["--port", "0"]);
        let log = folder.join("account.log");
        let interrupts = Interrupts::listen()?;
        let (_account, url) = Service::start("account-sim", command, &log, "account-sim listening on ", &interrupts)?;
        let address = url.strip_prefix("http://").context("an address without http://")?;
        let seed = format!(r#"{{"world": {{"number": 1, "services": {{"eu-partner": {services}}}}}}}"#);
        Connection::open(address)?.post(&post("/control/seed", "application/json", &seed))?;

        let filled = php(project, "fill", &root, address)?;
        let compared = php(project, "compare", &root, address)?;
        if get(&filled, "services")? != f64::from(services) || get(&compared, "differences")? != get(&filled, "wrong")?
        {
            bail!("the comparison did not find what differs: {filled:?}, {compared:?}");
        }
        measurements.extend(told(services, &compared)?);
    }
    Ok(measurements)
}

fn told(services: u32, compared: &HashMap<String, f64>) -> Result<Vec<Measurement>> {
    let pages = Goal::AtMost(f64::from(1 + services / PAGE));
    let mut measurements = Vec::new();
    let mut tell = |what: &str, key: &str, unit, goal| -> Result<()> {
        measurements.push(Measurement {
            what: format!("{services} services, {what}"),
            value: get(compared, key)?,
            unit,
            goal,
        });
        Ok(())
    };
    for item_type in ITEM_TYPES {
        tell(&format!("lists of {item_type}"), item_type, "", Some(pages))?;
    }
    let lists: f64 = ITEM_TYPES.iter().map(|item_type| get(compared, item_type)).sum::<Result<f64>>()?;
    // No other request than the lists: a service that did not change costs none.
    tell("requests in all", "requests", "", Some(Goal::AtMost(lists)))?;
    tell("time", "seconds", "s", None)?;
    tell("peak memory of PHP", "peak", "MB", Some(Goal::Below(MEGABYTES)))?;
    tell("peak memory of the process", "resident", "MB", Some(Goal::Below(MEGABYTES)))?;
    Ok(measurements)
}

/// Runs one phase and reads the names and numbers that it prints.
fn php(project: &Project, phase: &str, root: &Path, account: &str) -> Result<HashMap<String, f64>> {
    let mut command = project.command("php");
    let standin = Path::new(STANDIN).ancestors().nth(2).context("the stand-in has a folder")?;
    command.args(["-d", &format!("memory_limit={MEGABYTES}M"), SCRIPT]).arg(standin).arg(phase).arg(root).arg(account);
    let output = command.output().context("cannot start php")?;
    let text = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        bail!("{phase} failed:\n{text}\n{}", String::from_utf8_lossy(&output.stderr));
    }
    let line = |line: &str| Some((line.split_once(' ')?.0.to_owned(), line.split_once(' ')?.1.parse().ok()?));
    Ok(text.lines().filter_map(line).collect())
}

fn get(numbers: &HashMap<String, f64>, name: &str) -> Result<f64> {
    numbers.get(name).copied().with_context(|| format!("no {name} was printed: {numbers:?}"))
}
