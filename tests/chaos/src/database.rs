//! A MariaDB of our own: a fresh folder, a free port, no password, and an end that comes even when the harness is killed.

use std::fs;
use std::io::Read;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

const READY_WITHIN: Duration = Duration::from_secs(60);
/// The output of the server and of what prepares it.
const LOG: &str = "mariadb.log";

/// Of its own: a server that starts deletes the temporary tables that it finds, whoever is using them.
const TEMPORARY: &str = "temporary";

/// Waits for the end of its input, which comes with the end of the harness, however that ends.
const GUARD: &str = r#"cat >/dev/null; kill -s KILL "$1" 2>/dev/null; exit 0"#;

pub struct MariaDb {
    folder: PathBuf,
    port: u16,
    server: Child,
    guard: Child,
}

impl MariaDb {
    /// An empty server whose files stand in `folder`, which must not be there yet.
    pub fn start(folder: &Path) -> Result<Self> {
        let temporary = folder.join(TEMPORARY);
        fs::create_dir_all(&temporary).with_context(|| format!("cannot create {}", temporary.display()))?;
        prepare(folder)?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let (server, guard) = serve(folder, port)?;
        let mut database = Self { folder: folder.to_owned(), port, server, guard };
        database.wait_until_ready()?;
        database.create("whmcs")?;
        Ok(database)
    }

    /// As the stand-in for WHMCS takes it.
    pub fn address(&self) -> String {
        format!("mysql://root:@127.0.0.1:{}/whmcs", self.port)
    }

    /// Connections break. What was committed before is still there afterwards.
    pub fn restart(&mut self, gently: bool) -> Result<()> {
        if gently {
            Command::new("kill").args(["-s", "TERM", &self.server.id().to_string()]).status()?;
        } else {
            self.server.kill()?;
        }
        self.server.wait()?;
        drop(self.guard.stdin.take());
        self.guard.wait()?;
        (self.server, self.guard) = serve(&self.folder, self.port)?;
        self.wait_until_ready()
    }

    /// A client that reads queries and writes rows. Errors do not end it; they go to the server's log.
    pub fn client(&self) -> Result<Child> {
        let log = fs::File::options().append(true).create(true).open(self.folder.join(LOG))?;
        self.query()
            .args(["--batch", "--unbuffered", "--skip-column-names", "--force", "whmcs"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .process_group(0)
            .spawn()
            .context("cannot start mariadb: is the package mariadb-client installed?")
    }

    fn query(&self) -> Command {
        let mut client = Command::new(program("mariadb"));
        client.args(["--no-defaults", "--user=root"]).arg(format!("--socket={}", self.folder.join("socket").display()));
        client
    }

    fn create(&self, name: &str) -> Result<()> {
        let created = self.query().args(["--execute", &format!("CREATE DATABASE {name}")]).status()?;
        if created.success() { Ok(()) } else { bail!("the database {name} cannot be created") }
    }

    /// A server that accepts a connection greets it first.
    fn wait_until_ready(&mut self) -> Result<()> {
        let started = Instant::now();
        loop {
            if let Ok(mut connection) = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)) {
                connection.set_read_timeout(Some(READY_WITHIN))?;
                let mut greeting = [0; 5];
                // The fifth byte is the version of the protocol, or 255 for a refusal.
                if connection.read_exact(&mut greeting).is_ok() && greeting.last() == Some(&10) {
                    return Ok(());
                }
            }
            if let Some(status) = self.server.try_wait()? {
                bail!("MariaDB ended ({status}); see {}", self.folder.join(LOG).display());
            }
            if started.elapsed() > READY_WITHIN {
                bail!("MariaDB was not ready within {} s", READY_WITHIN.as_secs());
            }
            sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for MariaDb {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}

/// Makes the files of an empty server.
fn prepare(folder: &Path) -> Result<()> {
    let log = folder.join(LOG);
    let prepared = Command::new(program("mariadb-install-db"))
        .args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"])
        .arg("--innodb-log-file-size=8M")
        .arg(format!("--datadir={}", folder.join("data").display()))
        .arg(format!("--tmpdir={}", folder.join(TEMPORARY).display()))
        .stdout(Stdio::null())
        .stderr(fs::File::create(&log)?)
        .status()
        .context("cannot start mariadb-install-db: is the package mariadb-server installed?")?;
    if !prepared.success() {
        // The folder is gone when somebody reads this.
        bail!("mariadb-install-db failed ({prepared}): {}", fs::read_to_string(log).unwrap_or_default());
    }
    Ok(())
}

/// What was committed must survive the end of the server, not that of the machine.
fn serve(folder: &Path, port: u16) -> Result<(Child, Child)> {
    let log = fs::File::options().append(true).create(true).open(folder.join(LOG))?;
    let mut command = Command::new(program("mariadbd"));
    command
        .arg("--no-defaults")
        .arg(format!("--datadir={}", folder.join("data").display()))
        .arg(format!("--tmpdir={}", folder.join(TEMPORARY).display()))
        .arg(format!("--socket={}", folder.join("socket").display()))
        .arg(format!("--pid-file={}", folder.join("pid").display()))
        .arg(format!("--port={port}"))
        .args(["--bind-address=127.0.0.1", "--skip-name-resolve", "--skip-log-bin", "--performance-schema=OFF"])
        .args(["--innodb-buffer-pool-size=32M", "--innodb-log-file-size=8M", "--innodb-flush-log-at-trx-commit=2"])
        .args(["--innodb-doublewrite=0", "--user=root"]);
    let server = command
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .process_group(0)
        .spawn()
        .context("cannot start mariadbd: is the package mariadb-server installed?")?;
    let guard = Command::new("sh")
        .args(["-c", GUARD, "sh", &server.id().to_string()])
        .stdin(Stdio::piped())
        .process_group(0)
        .spawn()
        .context("cannot start sh")?;
    Ok((server, guard))
}

/// Debian keeps servers where the PATH of most users does not lead.
fn program(name: &str) -> PathBuf {
    let server = Path::new("/usr/sbin").join(name);
    if server.is_file() { server } else { PathBuf::from(name) }
}
