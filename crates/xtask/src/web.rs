//! How hosting companies serve their WHMCS. Each way has something that WHMCS's own demo has not: another admin directory, a subfolder, a type
//! that is missing, HTTPS that ends before WHMCS. The configurations beside this file are filled in and stand, with all that the servers
//! write, in the stage's folder; nothing of the machine's own servers is read or changed.

use crate::machine;
use crate::project::Project;
use crate::service::{Interrupts, Service};
use crate::stage::{STANDIN, free_port};
use crate::step;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;

/// A name that the browser of the tests takes for this machine. Over HTTP its pages are not trusted as those of a loopback address are.
const HOST: &str = "whmcs.test";

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Way {
    /// PHP's own server, without anything special.
    #[default]
    Php,
    /// Apache that reads `.htaccess`; a custom admin directory; plain HTTP at a name, where browsers do not say whence a request comes.
    Apache,
    /// Apache with PHP inside of it, that reads neither `.htaccess` nor `.user.ini` and has no type for WASM.
    ModPhp,
    /// nginx without a rule for the module and without a type for WASM; WHMCS in a subfolder.
    Nginx,
    /// HTTPS that ends at nginx, with PHP's own server behind it.
    Proxy,
}

impl FromStr for Way {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "apache" => Ok(Self::Apache),
            "apache-mod-php" => Ok(Self::ModPhp),
            "nginx" => Ok(Self::Nginx),
            "proxy" => Ok(Self::Proxy),
            other => bail!("{other:?} is none of apache, apache-mod-php, nginx and proxy"),
        }
    }
}

/// Where a WHMCS is served, known before it is installed.
pub struct Place {
    pub way: Way,
    port: u16,
}

impl Place {
    pub fn new(way: Way, port: u16) -> Self {
        Self { way, port }
    }

    /// On a port that is free now.
    pub fn anywhere(way: Way) -> Result<Self> {
        Ok(Self::new(way, free_port(None)?))
    }

    pub fn admin(&self) -> &'static str {
        if self.way == Way::Apache { "back-office" } else { "admin" }
    }

    /// Below the root of the host, without slashes; empty for the root itself.
    pub fn subfolder(&self) -> &'static str {
        if self.way == Way::Nginx { "billing" } else { "" }
    }

    pub fn url(&self) -> String {
        let port = self.port;
        match self.way {
            Way::Php | Way::ModPhp => format!("http://127.0.0.1:{port}/"),
            Way::Apache => format!("http://{HOST}:{port}/"),
            Way::Nginx => format!("http://127.0.0.1:{port}/{}/", self.subfolder()),
            Way::Proxy => format!("https://{HOST}:{port}/"),
        }
    }

    /// What the browser's walk must be told.
    pub fn arguments(&self, folder: &Path) -> Result<Vec<String>> {
        let mut arguments = vec!["--admin".to_owned(), self.admin().to_owned()];
        match self.way {
            Way::Php => {}
            Way::Apache => arguments.push("--htaccess".to_owned()),
            Way::ModPhp => arguments.extend(["--wasm-type", "no type at all"].map(str::to_owned)),
            Way::Nginx => arguments.extend(["--wasm-type", "application/octet-stream"].map(str::to_owned)),
            Way::Proxy => arguments.extend(["--trust".to_owned(), fs::read_to_string(folder.join("key.sha256"))?]),
        }
        Ok(arguments)
    }

    /// Starts what serves the document root, in which WHMCS stands in its subfolder. Whom browsers ask comes first, and so is stopped first.
    pub fn serve(
        &self,
        project: &Project,
        folder: &Path,
        document_root: &Path,
        interrupts: &Interrupts,
    ) -> Result<Vec<Service>> {
        match self.way {
            Way::Php => Ok(vec![own_server(project, folder, document_root, self.port, interrupts)?]),
            Way::Apache => {
                let (fpm, php) = fpm(project, folder, interrupts)?;
                let values = [("root", path(document_root)), ("php", php.to_string())];
                let apache = self.apache(project, folder, include_str!("web/apache.conf"), &values, interrupts)?;
                Ok(vec![apache, fpm])
            }
            Way::ModPhp => {
                let php = machine::mod_php(project).context("Apache has no module for PHP")?;
                let values = [("root", path(document_root)), ("php", path(&php))];
                let template = include_str!("web/apache-mod-php.conf");
                Ok(vec![self.apache(project, folder, template, &values, interrupts)?])
            }
            Way::Nginx => {
                let (fpm, php) = fpm(project, folder, interrupts)?;
                let values = [("root", path(document_root)), ("php", php.to_string())];
                let nginx = self.nginx(project, folder, include_str!("web/nginx.conf"), &values, interrupts)?;
                Ok(vec![nginx, fpm])
            }
            Way::Proxy => {
                certificate(project, folder)?;
                let behind = free_port(None)?;
                let php = own_server(project, folder, document_root, behind, interrupts)?;
                let values = [("behind", behind.to_string())];
                let proxy = self.nginx(project, folder, include_str!("web/proxy.conf"), &values, interrupts)?;
                Ok(vec![proxy, php])
            }
        }
    }

    fn apache(
        &self,
        project: &Project,
        folder: &Path,
        template: &str,
        values: &[(&str, String)],
        interrupts: &Interrupts,
    ) -> Result<Service> {
        let mut values = values.to_vec();
        values.push(("modules", path(&apache_modules()?)));
        let configuration = self.write(folder, "apache.conf", template, &values)?;
        let mut apache = unprivileged(project, &machine::program(&machine::APACHE)?)?;
        apache.args(["-D", "FOREGROUND", "-f"]).arg(configuration);
        Service::listening("Apache", apache, &folder.join("apache.log"), self.port, interrupts)
    }

    fn nginx(
        &self,
        project: &Project,
        folder: &Path,
        template: &str,
        values: &[(&str, String)],
        interrupts: &Interrupts,
    ) -> Result<Service> {
        let configuration = self.write(folder, "nginx.conf", template, values)?;
        let mut nginx = unprivileged(project, &machine::program(&machine::NGINX)?)?;
        // Without -e it would open the log of the machine's own nginx first.
        nginx.arg("-p").arg(folder).arg("-e").arg(folder.join("nginx-error.log")).arg("-c").arg(configuration);
        Service::listening("nginx", nginx, &folder.join("nginx.log"), self.port, interrupts)
    }

    fn write(&self, folder: &Path, name: &str, template: &str, values: &[(&str, String)]) -> Result<PathBuf> {
        let mut all = vec![("folder", path(folder)), ("host", HOST.to_owned()), ("port", self.port.to_string())];
        all.extend(values.iter().cloned());
        write(&folder.join(name), template, &all)
    }
}

/// The stand-in's own command, by PHP's server.
fn own_server(project: &Project, folder: &Path, root: &Path, port: u16, interrupts: &Interrupts) -> Result<Service> {
    let mut serve = project.command("php");
    serve.args([STANDIN, "serve", "--root"]).arg(root).args(["--port", &port.to_string()]);
    let ready = "whmcs stand-in listening on ";
    let (service, _) = Service::start("the stand-in for WHMCS", serve, &folder.join("whmcs.log"), ready, interrupts)?;
    Ok(service)
}

/// PHP for a web server, as somebody has it who left errors on display: the module must not tell anything even there. Where this is root it
/// stays root: PHP asks the system who it is before it writes, and what nobody may open does not count there.
fn fpm(project: &Project, folder: &Path, interrupts: &Interrupts) -> Result<(Service, u16)> {
    let port = free_port(None)?;
    let values = [("folder", path(folder)), ("php", port.to_string())];
    let configuration = write(&folder.join("fpm.conf"), include_str!("web/fpm.conf"), &values)?;
    let mut fpm = project.command(machine::php_fpm(project).context("PHP-FPM is not installed")?);
    fpm.args(["--nodaemonize", "--allow-to-run-as-root", "--fpm-config"]).arg(configuration);
    fpm.args(["-d", "display_errors=1", "-d", "error_reporting=-1", "-d", "log_errors=1"]);
    let service = Service::listening("PHP-FPM", fpm, &folder.join("fpm.log"), port, interrupts)?;
    Ok((service, port))
}

/// A certificate signed by itself, for two days; browsers are told to trust its key.
fn certificate(project: &Project, folder: &Path) -> Result<()> {
    let mut openssl = project.command("sh");
    openssl.current_dir(folder).args(["-ec", CERTIFICATE, "sh", HOST]);
    step::run("making a certificate", openssl)
}

const CERTIFICATE: &str = r#"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
        -subj "/CN=$1" -addext "subjectAltName=DNS:$1" -keyout key.pem -out certificate.pem
    openssl x509 -in certificate.pem -noout -pubkey | openssl pkey -pubin -outform DER | openssl dgst -sha256 -binary |
        openssl base64 -A >key.sha256
"#;

/// Web servers give up being root by becoming somebody who could not read this folder, or refuse to start. Where this is root they are
/// nobody, who may open what root may; PHP inside of them asks the system what it may open, and without the bit would be told otherwise.
fn unprivileged(project: &Project, program: &Path) -> Result<Command> {
    if !machine::is_root()? {
        return Ok(project.command(program));
    }
    let mut command = project.command("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "--securebits=+no_setuid_fixup"]);
    command.args(["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]).arg(program);
    Ok(command)
}

fn apache_modules() -> Result<PathBuf> {
    let folders = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"];
    folders.into_iter().map(PathBuf::from).find(|folder| folder.is_dir()).context("the modules of Apache are not found")
}

fn write(file: &Path, template: &str, values: &[(&str, String)]) -> Result<PathBuf> {
    let text =
        values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file.to_path_buf())
}

fn path(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
