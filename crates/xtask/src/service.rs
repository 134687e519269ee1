//! A program that runs beside xtask and never outlives it. Each one has a process group of its own and a guard, a small shell that waits
//! for the end of its input and then stops the group. The input ends when the service is dropped, and just as well when xtask is killed:
//! there is one way to stop, and it needs nothing of a process that may be dead.

use crate::tally;
use anyhow::{Context, Result, anyhow, bail};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::cell::Cell;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

const READY_WITHIN: Duration = Duration::from_secs(60);
const GLANCE: Duration = Duration::from_millis(100);

/// The group gets five seconds to end by itself.
const GUARD: &str = r#"
    trap '' HUP INT TERM
    cat >/dev/null
    kill -s TERM -- "-$1" 2>/dev/null
    for tenth in $(seq 50); do
        kill -s 0 -- "-$1" 2>/dev/null || exit 0
        sleep 0.1
    done
    kill -s KILL -- "-$1" 2>/dev/null
"#;

pub struct Service {
    name: &'static str,
    child: Child,
    guard: Child,
    log: Option<PathBuf>,
}

/// Ctrl-C and its kin, which end the waiting instead of the process. After the first one every further waiting ends at once.
pub struct Interrupts {
    signals: Receiver<i32>,
    came: Cell<bool>,
}

impl Interrupts {
    pub fn listen() -> Result<Self> {
        let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            for signal in signals.forever() {
                if sender.send(signal).is_err() {
                    return;
                }
            }
        });
        Ok(Self { signals: receiver, came: Cell::new(false) })
    }

    /// True as soon as a signal comes or when one came before, false when none came in this time.
    fn within(&self, time: Duration) -> bool {
        if !self.came.get() {
            self.came.set(self.signals.recv_timeout(time).is_ok());
        }
        self.came.get()
    }
}

impl Service {
    /// Starts a program whose output goes to a log, and waits for the line by which it says that it serves; gives the rest of that line.
    pub fn start(
        name: &'static str,
        mut command: Command,
        log: &Path,
        ready: &str,
        interrupts: &Interrupts,
    ) -> Result<(Self, String)> {
        let mut file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        command.stdout(Stdio::piped()).stderr(file.try_clone()?);
        let mut service = Self::spawn(name, command, Some(log.to_path_buf()))?;

        let (sender, lines) = channel();
        let output = service.child.stdout.take().context("no output to read")?;
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // Nobody listens any more once the service is ready; the log goes on.
                let _ = writeln!(file, "{line}");
                let _ = sender.send(line);
            }
        });

        let started = Instant::now();
        loop {
            match lines.recv_timeout(GLANCE) {
                Ok(line) => {
                    if let Some(rest) = line.strip_prefix(ready) {
                        return Ok((service, rest.trim().to_owned()));
                    }
                }
                Err(RecvTimeoutError::Disconnected) => {
                    let status = service.child.wait()?;
                    bail!("{}", service.last_words(status));
                }
                Err(RecvTimeoutError::Timeout) => {
                    if interrupts.within(Duration::ZERO) {
                        bail!("interrupted");
                    }
                    if started.elapsed() > READY_WITHIN {
                        bail!("{name} was not ready within {} s; see {}", READY_WITHIN.as_secs(), log.display());
                    }
                }
            }
        }
    }

    /// Starts a program that says nothing, its output going to a log, and waits until somebody answers on its port.
    pub fn listening(
        name: &'static str,
        mut command: Command,
        log: &Path,
        port: u16,
        interrupts: &Interrupts,
    ) -> Result<Self> {
        let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        command.stdout(file.try_clone()?).stderr(file);
        let mut service = Self::spawn(name, command, Some(log.to_path_buf()))?;
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = service.child.try_wait()? {
                bail!("{}", service.last_words(status));
            }
            if interrupts.within(GLANCE) {
                bail!("interrupted");
            }
            if started.elapsed() > READY_WITHIN {
                bail!("{name} was not ready within {} s; see {}", READY_WITHIN.as_secs(), log.display());
            }
        }
        Ok(service)
    }

    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Runs a program to its end with its output where xtask's own goes, and counts the tests of which it tells.
    pub fn run(name: &'static str, mut command: Command, interrupts: &Interrupts) -> Result<()> {
        command.stdout(Stdio::piped());
        let mut service = Self::spawn(name, command, None)?;
        let output = service.child.stdout.take().context("no output to read")?;
        let telling = std::thread::spawn(move || tally::pass_on(output));
        loop {
            match service.child.try_wait()? {
                Some(status) if status.success() => break,
                Some(status) => bail!("{name} failed ({status})"),
                None if interrupts.within(GLANCE) => bail!("interrupted"),
                None => {}
            }
        }
        telling.join().map_err(|_| anyhow!("the output of {name} could not be read"))??;
        Ok(())
    }

    fn spawn(name: &'static str, mut command: Command, log: Option<PathBuf>) -> Result<Self> {
        let child =
            command.stdin(Stdio::null()).process_group(0).spawn().with_context(|| format!("cannot start {name}"))?;
        let guard = Command::new("sh")
            .args(["-c", GUARD, "sh", &child.id().to_string()])
            .stdin(Stdio::piped())
            // Ctrl-C on the terminal goes to xtask's group; the guard stays.
            .process_group(0)
            .spawn()
            .with_context(|| format!("cannot guard {name}"))?;
        Ok(Self { name, child, guard, log })
    }

    fn last_words(&self, status: ExitStatus) -> String {
        let log = self.log.as_ref().and_then(|log| fs::read_to_string(log).ok()).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        let tail = lines.get(lines.len().saturating_sub(20)..).unwrap_or_default().join("\n");
        format!("{} ended ({status}). Its last lines:\n\n{tail}\n", self.name)
    }
}

/// Waits for Ctrl-C; a service that ends before is an error.
pub fn serve_until_interrupted(services: &mut [Service], interrupts: &Interrupts) -> Result<()> {
    while !interrupts.within(GLANCE) {
        for service in services.iter_mut() {
            if let Some(status) = service.child.try_wait()? {
                bail!("{}", service.last_words(status));
            }
        }
    }
    Ok(())
}

impl Drop for Service {
    /// The child is waited for first: a guard cannot tell a group that ended from one whose leader was not collected.
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.child.wait();
        let _ = self.guard.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_service_takes_its_whole_process_group_with_it() {
        let folder = std::env::temp_dir().join(format!("xtask-service-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 600 & echo \"ready $!\"; wait"]);
        let interrupts = Interrupts::listen().unwrap();

        let (service, grandchild) =
            Service::start("the sleeper", command, &folder.join("log"), "ready", &interrupts).unwrap();
        let process = PathBuf::from(format!("/proc/{grandchild}"));
        assert!(process.exists());
        drop(service);

        assert!(!process.exists() || fs::read_to_string(process.join("stat")).unwrap().contains(") Z "));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_program_that_ends_before_it_listens_tells_its_last_lines() {
        let log = std::env::temp_dir().join(format!("xtask-deaf-{}", std::process::id()));
        let mut command = Command::new("sh");
        command.args(["-c", "echo no such file; exit 3"]);

        let outcome = Service::listening("the quitter", command, &log, 1, &Interrupts::listen().unwrap());

        let error = outcome.err().unwrap().to_string();
        assert!(error.contains("the quitter ended") && error.contains("no such file"), "{error}");
        fs::remove_file(log).unwrap();
    }

    #[test]
    fn a_service_that_ends_before_it_is_ready_tells_its_last_lines() {
        let log = std::env::temp_dir().join(format!("xtask-ends-{}", std::process::id()));
        let mut command = Command::new("sh");
        command.args(["-c", "echo no such port; exit 3"]);

        let outcome = Service::start("the quitter", command, &log, "ready", &Interrupts::listen().unwrap());

        let error = outcome.err().unwrap().to_string();
        assert!(error.contains("the quitter ended") && error.contains("no such port"), "{error}");
        fs::remove_file(log).unwrap();
    }
}
