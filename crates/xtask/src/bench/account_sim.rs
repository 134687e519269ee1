//! How many list requests the simulated account answers on one core, and how much memory a large world takes.

use super::http::{Connection, post};
use super::{Goal, Measurement};
use crate::project::Project;
use crate::service::{Interrupts, Service};
use crate::step;
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

const REQUESTS_PER_SECOND: f64 = 2000.0;
const MEGABYTES: f64 = 500.0;

const SMALL_WORLD: u32 = 1_000;
const LARGE_WORLD: u32 = 200_000;
const PAGE: u32 = 100;

const CONNECTIONS: usize = 4;
const WARM_UP: Duration = Duration::from_millis(500);
const MEASURED: Duration = Duration::from_secs(3);

pub fn run(project: &Project) -> Result<Vec<Measurement>> {
    step::run("building account-sim", project.cargo(&["build", "--profile", "fast", "--package", "account-sim"]))?;
    let program = project.target.join("fast/account-sim");
    let mut command = match project.finds("taskset") {
        // The program has the first core for itself; this process keeps to the others.
        true => {
            let others = format!("1-{}", std::thread::available_parallelism()?.get().saturating_sub(1).max(1));
            let own = std::process::id().to_string();
            let _ = project.command("taskset").args(["-acp", &others, &own]).output();
            let mut command = project.command("taskset");
            command.args(["-c", "0"]).arg(program);
            command
        }
        false => Command::new(program),
    };
    command.args(["--listen", "127.0.0.1:0"]);
    let log = project.target.join("bench-account-sim.log");
    let interrupts = Interrupts::listen()?;
    let (service, url) = Service::start("account-sim", command, &log, "account-sim listening on ", &interrupts)?;
    let address = url.strip_prefix("http://").context("an address without http://")?;

    let mut measurements = Vec::new();
    sow(address, SMALL_WORLD)?;
    for out in ["xml", "json", "bjson"] {
        measurements.push(Measurement {
            what: format!("lists a second of {SMALL_WORLD} services, {out}"),
            value: lists_per_second(address, out)?,
            unit: "",
            goal: Some(Goal::AtLeast(REQUESTS_PER_SECOND)),
        });
    }
    sow(address, LARGE_WORLD)?;
    measurements.push(Measurement {
        what: format!("one page of {LARGE_WORLD} services"),
        value: 1000.0 / lists_per_second(address, "xml")?,
        unit: "ms",
        goal: None,
    });
    measurements.push(Measurement {
        what: format!("memory of {LARGE_WORLD} services"),
        value: resident_megabytes(&service)?,
        unit: "MB",
        goal: Some(Goal::Below(MEGABYTES)),
    });
    Ok(measurements)
}

fn sow(address: &str, services: u32) -> Result<()> {
    let seed = format!(r#"{{"world": {{"number": 1, "services": {{"eu-partner": {services}}}}}}}"#);
    Connection::open(address)?.post(&post("/control/seed", "application/json", &seed))?;
    Ok(())
}

/// Asks for one page after another over several connections.
fn lists_per_second(address: &str, out: &str) -> Result<f64> {
    let request = |page: u32| {
        let form = format!("authinfo=eu-partner:Secret%26%3Ceu%3E:1&func=addition&p_cnt={PAGE}&p_num={page}&out={out}");
        post("/manager/billmgr", "application/x-www-form-urlencoded", &form)
    };
    // The first pages are full ones, however the world's services spread over the item types.
    let requests: Vec<Vec<u8>> = (1..=5).map(request).collect();
    let begun = Instant::now();
    let counts = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CONNECTIONS)
            .map(|_| {
                scope.spawn(|| -> Result<u32> {
                    let mut connection = Connection::open(address)?;
                    let mut count = 0;
                    for request in requests.iter().cycle() {
                        connection.post(request)?;
                        let elapsed = begun.elapsed();
                        if elapsed > WARM_UP + MEASURED {
                            break;
                        }
                        count += u32::from(elapsed > WARM_UP);
                    }
                    Ok(count)
                })
            })
            .collect();
        clients
            .into_iter()
            .map(|client| client.join().unwrap_or_else(|_| bail!("a client stopped")))
            .collect::<Result<Vec<u32>>>()
    })?;
    Ok(f64::from(counts.iter().sum::<u32>()) / MEASURED.as_secs_f64())
}

fn resident_megabytes(service: &Service) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{}/status", service.process()))?;
    let kilobytes = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse::<f64>().ok())
        .context("no VmRSS in /proc")?;
    Ok(kilobytes / 1024.0)
}
