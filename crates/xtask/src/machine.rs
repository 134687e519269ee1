//! What the operating system must offer (PHP, Node.js, a browser) and the Debian packages that bring it. A need is judged by what is
//! there, not by packages, so that a machine set up in another way passes too.

use crate::project::Project;
use crate::step;
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{IsTerminal, stdin};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;

/// How much of the machine a command needs; each reach includes the ones before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Building the panel and the archive.
    Panel,
    /// Serving the stand-in for WHMCS.
    Demo,
    /// Every test, the browser's walk among them.
    Tests,
}

struct Need {
    reach: Reach,
    found_by: Sign,
    package: &'static str,
}

enum Sign {
    /// One of these programs is on PATH.
    Program(&'static [&'static str]),
    /// `php -m` lists this extension.
    PhpExtension(&'static str),
    /// One of these files is there.
    File(&'static [&'static str]),
}

use Sign::{File, PhpExtension, Program};

const NEEDS: &[Need] = &[
    need(Reach::Panel, Program(&["node"]), "nodejs"),
    need(Reach::Panel, Program(&["npm"]), "npm"),
    need(Reach::Demo, Program(&["php"]), "php-cli"),
    need(Reach::Demo, PhpExtension("curl"), "php-curl"),
    need(Reach::Demo, PhpExtension("mbstring"), "php-mbstring"),
    need(Reach::Demo, PhpExtension("SimpleXML"), "php-xml"),
    need(Reach::Demo, PhpExtension("pdo_sqlite"), "php-sqlite3"),
    need(Reach::Demo, PhpExtension("pdo_mysql"), "php-mysql"),
    need(Reach::Demo, File(&["/usr/share/php/Illuminate/Database/autoload.php"]), "php-illuminate-database"),
    need(
        Reach::Demo,
        File(&["/usr/share/php/smarty4/Smarty.class.php", "/usr/share/php/smarty3/Smarty.class.php"]),
        "smarty4",
    ),
    need(Reach::Demo, File(&["/usr/share/javascript/jquery/jquery.min.js"]), "libjs-jquery"),
    need(Reach::Demo, File(&["/usr/share/javascript/bootstrap/css/bootstrap.min.css"]), "libjs-bootstrap"),
    need(Reach::Demo, File(&["/usr/share/javascript/bootstrap4/css/bootstrap.min.css"]), "libjs-bootstrap4"),
    need(Reach::Tests, File(&["/usr/share/php/smarty3/Smarty.class.php"]), "smarty3"),
    need(Reach::Tests, File(&["/usr/share/php/smarty4/Smarty.class.php"]), "smarty4"),
    need(Reach::Tests, Program(&["phpunit"]), "phpunit"),
    need(Reach::Tests, Program(&["phpcs"]), "php-codesniffer"),
    need(Reach::Tests, File(&["/usr/sbin/mariadbd", "/usr/bin/mariadbd", "/usr/local/bin/mariadbd"]), "mariadb-server"),
    need(Reach::Tests, Program(&["chromium", "chromium-browser", "google-chrome"]), CHROMIUM),
    need(Reach::Tests, Program(&["chromedriver"]), CHROMEDRIVER),
];

const CHROMIUM: &str = "chromium";
const CHROMEDRIVER: &str = "chromium-driver";

/// Ubuntu has these two only as a snap, which needs a running snapd and cannot be had in a container.
const UBUNTU_BROWSER: &str = "Ubuntu has no Chromium package of its own. For the browser tests install Chromium with its driver by \
    `snap install chromium` and put `chromedriver` on PATH (`ln -s /snap/bin/chromium.chromedriver ~/.local/bin/chromedriver`), or install \
    Google Chrome and the chromedriver of the same version. `cargo xtask demo` works without a browser on this machine.";

const fn need(reach: Reach, found_by: Sign, package: &'static str) -> Need {
    Need { reach, found_by, package }
}

pub fn install_missing(project: &Project, reach: Reach) -> Result<()> {
    let mut missing = missing_packages(project, reach);
    if missing.is_empty() {
        return Ok(());
    }
    if !project.finds("apt-get") {
        bail!(
            "this system has no apt-get, and no other package manager is known here. Install what these Debian packages bring, then run \
             this again: {}",
            missing.join(" ")
        );
    }
    let browser_by_hand = is_ubuntu() && missing.iter().any(is_browser);
    if browser_by_hand {
        missing.retain(|package| !is_browser(package));
    }
    if !missing.is_empty() {
        apt_get_install(project, &missing)?;
    }
    if browser_by_hand {
        bail!("{UBUNTU_BROWSER}");
    }
    let still = missing_packages(project, reach);
    if !still.is_empty() {
        bail!("the packages {} are installed, yet what they should bring is not found", still.join(" "));
    }
    Ok(())
}

fn missing_packages(project: &Project, reach: Reach) -> Vec<&'static str> {
    let modules = project.answer("php", &["-m"]).unwrap_or_default();
    NEEDS
        .iter()
        .filter(|need| need.reach <= reach)
        .filter(|need| match need.found_by {
            Program(names) => !names.iter().any(|name| project.finds(name)),
            PhpExtension(name) => !modules.lines().any(|line| line == name),
            File(paths) => !paths.iter().any(|path| Path::new(path).is_file()),
        })
        .map(|need| need.package)
        .collect()
}

fn apt_get_install(project: &Project, packages: &[&str]) -> Result<()> {
    let root = RootCommands::new(project, packages)?;
    step::run("reading the package lists", root.apt_get(&["update"]))?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(packages);
    eprintln!("missing packages: {}", packages.join(" "));
    step::run("installing the missing packages", root.apt_get(&arguments))
}

/// Commands that only root may run.
struct RootCommands<'a> {
    project: &'a Project,
    is_root: bool,
}

impl<'a> RootCommands<'a> {
    /// Asks for the password of sudo first, where a person is there to type it, so that no step stops in its middle.
    fn new(project: &'a Project, packages: &[&str]) -> Result<Self> {
        let is_root = fs::metadata("/proc/self").context("cannot tell which user this is")?.uid() == 0;
        let by_hand = format!("run as root: apt-get install {}", packages.join(" "));
        if !is_root {
            if !project.finds("sudo") {
                bail!("packages are missing, and there is no sudo to install them with; {by_hand}");
            }
            let mut ask = project.command("sudo");
            ask.arg(if stdin().is_terminal() { "--validate" } else { "--non-interactive" });
            if !stdin().is_terminal() {
                ask.arg("true");
            }
            if !ask.status()?.success() {
                bail!("sudo refused; {by_hand}");
            }
        }
        Ok(Self { project, is_root })
    }

    fn apt_get(&self, arguments: &[&str]) -> Command {
        let mut command = if self.is_root {
            self.project.command("env")
        } else {
            let mut sudo = self.project.command("sudo");
            sudo.args(["--non-interactive", "env"]);
            sudo
        };
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(arguments);
        command
    }
}

fn is_browser(package: &&'static str) -> bool {
    [CHROMIUM, CHROMEDRIVER].contains(package)
}

fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"))
}
