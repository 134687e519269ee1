//! What the operating system must offer (PHP, Node.js, a browser) and the Debian packages that bring it. A need is judged by what is
//! there, not by packages, so that a machine set up in another way passes too.

use crate::project::Project;
use crate::step;
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{IsTerminal, stdin};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
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
    /// PHP-FPM of the same version as `php`.
    PhpFpm,
    /// Apache's module of the same version as `php`.
    ModPhp,
}

use Sign::{File, ModPhp, PhpExtension, PhpFpm, Program};

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
    need(Reach::Tests, Program(&["openssl"]), "openssl"),
    need(Reach::Tests, File(&APACHE), "apache2-bin"),
    need(Reach::Tests, File(&NGINX), "nginx-light"),
    need(Reach::Tests, PhpFpm, "php-fpm"),
    need(Reach::Tests, ModPhp, "libapache2-mod-php"),
    need(Reach::Tests, Program(&["chromium", "chromium-browser", "google-chrome"]), CHROMIUM),
    need(Reach::Tests, Program(&["chromedriver"]), CHROMEDRIVER),
];

/// Where web servers are; PATH need not hold these folders.
pub const APACHE: [&str; 2] = ["/usr/sbin/apache2", "/usr/sbin/httpd"];
pub const NGINX: [&str; 3] = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"];

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
            File(places) => program(places).is_err(),
            PhpFpm => php_fpm(project).is_none(),
            ModPhp => mod_php(project).is_none(),
        })
        .map(|need| need.package)
        .collect()
}

/// The first of these files that is there.
pub fn program(places: &[&str]) -> Result<PathBuf> {
    let found = places.iter().map(PathBuf::from).find(|file| file.is_file());
    found.with_context(|| format!("there is no {}", places.join(" and no ")))
}

/// Debian's PHP-FPM has its version in its name, for several may be there; others have one alone.
pub fn php_fpm(project: &Project) -> Option<PathBuf> {
    let versioned = format!("/usr/sbin/php-fpm{}", php_version(project)?);
    program(&[&versioned, "/usr/sbin/php-fpm", "/usr/bin/php-fpm", "/usr/local/sbin/php-fpm"]).ok()
}

/// The same of PHP as a module of Apache.
pub fn mod_php(project: &Project) -> Option<PathBuf> {
    let versioned = format!("/usr/lib/apache2/modules/libphp{}.so", php_version(project)?);
    program(&[&versioned, "/usr/lib64/httpd/modules/libphp.so", "/usr/lib/httpd/modules/libphp.so"]).ok()
}

fn php_version(project: &Project) -> Option<String> {
    project.answer("php", &["-r", "echo PHP_MAJOR_VERSION, '.', PHP_MINOR_VERSION;"])
}

pub fn is_root() -> Result<bool> {
    Ok(fs::metadata("/proc/self").context("cannot tell which user this is")?.uid() == 0)
}

fn apt_get_install(project: &Project, packages: &[&str]) -> Result<()> {
    let root = RootCommands::new(project, packages)?;
    let mut update = root.command("apt-get");
    update.arg("update");
    step::run("reading the package lists", update)?;
    eprintln!("missing packages: {}", packages.join(" "));
    let mut install = root.command("sh");
    install.args(["-c", INSTALL, "sh"]).args(packages);
    step::run("installing the missing packages", install)
}

/// Some packages bring a service along: it is neither started now nor with the machine, for the tests start such programs by themselves. An
/// Apache that the machine has already is not given PHP, for which Debian would even change how it serves.
const INSTALL: &str = r#"
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        trap 'rm -f "$policy"' EXIT
        trap 'exit 1' HUP INT TERM
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod 755 "$policy"
    fi
    enabled() { ls /etc/systemd/system/multi-user.target.wants 2>/dev/null; }
    modules() { ls /etc/apache2/mods-enabled 2>/dev/null | sed -n 's/\.load$//p'; }
    before=$(enabled)
    modules_before=$(modules)
    apt-get install --yes --no-install-recommends "$@" || exit
    for module in $(modules); do
        echo "$modules_before" | grep -qxF "$module" || a2dismod --quiet --force "$module"
    done
    for module in $modules_before; do
        modules | grep -qxF "$module" || a2enmod --quiet "$module"
    done
    command -v systemctl >/dev/null || exit 0
    for unit in $(enabled); do
        echo "$before" | grep -qxF "$unit" || systemctl disable "$unit"
    done
"#;

/// Commands that only root may run.
struct RootCommands<'a> {
    project: &'a Project,
    is_root: bool,
}

impl<'a> RootCommands<'a> {
    /// Asks for the password of sudo first, where a person is there to type it, so that no step stops in its middle.
    fn new(project: &'a Project, packages: &[&str]) -> Result<Self> {
        let is_root = is_root()?;
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

    fn command(&self, program: &str) -> Command {
        let mut command = if self.is_root {
            self.project.command("env")
        } else {
            let mut sudo = self.project.command("sudo");
            sudo.args(["--non-interactive", "env"]);
            sudo
        };
        command.args(["DEBIAN_FRONTEND=noninteractive", program]);
        command
    }
}

fn is_browser(package: &&'static str) -> bool {
    [CHROMIUM, CHROMEDRIVER].contains(package)
}

fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"))
}
