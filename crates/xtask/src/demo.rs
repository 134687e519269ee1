//! `cargo xtask demo`: from a fresh machine to an address in the browser, with an account that costs nothing behind it.

use crate::machine::Reach;
use crate::package;
use crate::project::Project;
use crate::service::{Interrupts, serve_until_interrupted};
use crate::setup;
use crate::stage::{Stage, Wasm, free_port};
use crate::web::{Place, Way};
use anyhow::{Result, bail};

const PORT: u16 = 8088;

#[derive(Default)]
pub struct Options {
    pub port: Option<u16>,
    /// The whole way is gone in a headless browser, and everything is stopped.
    pub check: bool,
    /// By what the product is served for a check.
    pub behind: Way,
}

pub fn run(project: &Project, options: &Options) -> Result<()> {
    if options.behind != Way::Php && !options.check {
        bail!("--behind is for --check alone");
    }
    let wanted = if options.check { options.port } else { options.port.or(Some(PORT)) };
    // Asked before minutes are spent on building.
    let port = free_port(wanted)?;
    setup::run(project, if options.check { Reach::Tests } else { Reach::Demo })?;
    let package = package::run(project)?;

    let interrupts = Interrupts::listen()?;
    // A demo on another port keeps its own WHMCS.
    let name = if options.check { "check".to_owned() } else { format!("demo-{port}") };
    let mut stage = Stage::start(project, &package, &name, Place::new(options.behind, port), &interrupts)?;
    if options.check {
        return stage.walk(project, Wasm::Allowed, &interrupts);
    }
    println!("{}", guide(&stage));
    serve_until_interrupted(&mut stage.services, &interrupts)?;
    println!("\nstopping");
    Ok(())
}

fn guide(stage: &Stage) -> String {
    let russian = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .is_some_and(|locale| locale.starts_with("ru"));
    let text = if russian { include_str!("demo.ru.txt") } else { include_str!("demo.en.txt") };
    text.replace("{whmcs}", &stage.whmcs_url)
        .replace("{account}", &stage.account_url)
        .replace("{host}", stage.account_host())
}
