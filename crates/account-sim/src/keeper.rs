//! One world and, where a file was named, its memory. The file begins with a snapshot of everything; after it stands,
//! line by line, what came in since. A call is written down before it is carried out and answered afterwards, so that
//! the program may be killed at any moment: what was answered is in the file, and what is in the file happens again
//! when it is read.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::control;
use crate::faults::Delivery;
use crate::sim::Sim;
use crate::wire::reply::Reply;
use crate::wire::request::Request;

/// Raised when an older file would be read differently.
const FORMAT: u32 = 1;
/// The calls that are kept after a snapshot take no more room than the snapshot itself, or than this.
const SHORTEST_TAIL_TO_FOLD: u64 = 16 * 1024 * 1024;

pub struct Keeper {
    sim: Sim,
    memory: Option<Memory>,
}

struct Memory {
    path: PathBuf,
    file: File,
    snapshot_bytes: u64,
    tail_bytes: u64,
    /// How long the tail may become before a new snapshot is made.
    longest_tail: u64,
}

/// The first line of a file.
#[derive(Serialize, Deserialize)]
struct Head<S> {
    account_sim: u32,
    snapshot: S,
}

/// Something that came from outside, with the real time at which it came.
#[derive(Serialize, Deserialize)]
struct Call {
    at: Timestamp,
    #[serde(flatten)]
    input: Input,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Input {
    Billing(Request),
    Long(String),
    Control { method: String, path: String, body: String },
}

impl Keeper {
    /// A fresh world that is forgotten at the end.
    pub fn forgetful(real: Timestamp) -> Self {
        Self { sim: Sim::new(real), memory: None }
    }

    /// The world of a file, or a fresh one where there is no such file yet.
    pub fn remembering(path: &Path, real: Timestamp) -> io::Result<Self> {
        let open = || {
            let file = File::options().read(true).append(true).create(true).open(path)?;
            // A link stays one: what it leads to is replaced, and locked for whoever comes there by another name.
            let path = path.canonicalize()?;
            let used = || io::Error::other("another account-sim uses it");
            file.try_lock().map_err(|_| used())?;
            let (opened, named) = (file.metadata()?, fs::metadata(&path)?);
            if !opened.is_file() {
                return Err(io::Error::other("not a regular file"));
            }
            if (opened.dev(), opened.ino()) != (named.dev(), named.ino()) {
                return Err(used()); // It put a snapshot in the place of the file before the lock was free.
            }
            let sim = if opened.len() == 0 { Sim::new(real) } else { read(&file)? };
            let memory = Memory::begin(&path, &sim)?;
            Ok(Self { sim, memory: Some(memory) })
        };
        open().map_err(|error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
    }

    /// For looking only.
    pub fn sim(&self) -> &Sim {
        &self.sim
    }

    pub fn billing(&mut self, real: Timestamp, request: Request) -> io::Result<Delivery> {
        self.write_down(real, || Input::Billing(request.clone()))?;
        Ok(self.sim.billing(real, &request))
    }

    /// The page of a long request.
    pub fn long(&mut self, real: Timestamp, name: &str) -> io::Result<Option<Reply>> {
        self.write_down(real, || Input::Long(name.to_owned()))?;
        Ok(self.sim.long(real, name))
    }

    /// The answer with its HTTP status.
    pub fn control(&mut self, real: Timestamp, method: &str, path: &str, body: &str) -> io::Result<(u16, String)> {
        if method != "GET" {
            let (method, path, body) = (method.to_owned(), path.to_owned(), body.to_owned());
            self.write_down(real, || Input::Control { method, path, body })?;
        }
        Ok(control::reply(&mut self.sim, real, method, path, body))
    }

    fn write_down(&mut self, at: Timestamp, input: impl FnOnce() -> Input) -> io::Result<()> {
        let Some(memory) = &mut self.memory else {
            return Ok(());
        };
        if memory.tail_bytes > memory.longest_tail {
            match Memory::begin(&memory.path, &self.sim) {
                Ok(folded) => *memory = folded,
                // Where there is no room for a snapshot there may still be some for calls.
                Err(_) => memory.longest_tail = memory.tail_bytes.saturating_mul(2),
            }
        }
        memory.append(&Call { at, input: input() })
    }
}

impl Memory {
    /// Puts a snapshot in the place of whatever the file held, as a whole or not at all.
    fn begin(path: &Path, sim: &Sim) -> io::Result<Self> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".new");
        let new = path.with_file_name(name);
        let mut line = serde_json::to_vec(&Head { account_sim: FORMAT, snapshot: sim })?;
        line.push(b'\n');
        let put = || {
            fs::write(&new, &line)?;
            let file = File::options().append(true).open(&new)?;
            file.lock()?;
            file.sync_all()?;
            fs::rename(&new, path)?;
            Ok(file)
        };
        let file = put().inspect_err(|_: &io::Error| drop(fs::remove_file(&new)))?;
        let snapshot_bytes = line.len() as u64;
        let longest_tail = snapshot_bytes.max(SHORTEST_TAIL_TO_FOLD);
        Ok(Self { path: path.to_owned(), file, snapshot_bytes, tail_bytes: 0, longest_tail })
    }

    fn append(&mut self, call: &Call) -> io::Result<()> {
        let mut line = serde_json::to_vec(call)?;
        line.push(b'\n');
        if let Err(error) = self.file.write_all(&line) {
            // Half a line in the middle would make the file unreadable from there on.
            self.file.set_len(self.snapshot_bytes + self.tail_bytes)?;
            return Err(error);
        }
        self.tail_bytes += line.len() as u64;
        Ok(())
    }
}

/// Carries out again what the file tells. A last line without an end is a call that nobody got an answer to.
fn read(file: &File) -> io::Result<Sim> {
    let mut lines = BufReader::new(file);
    let mut line = Vec::new();
    lines.read_until(b'\n', &mut line)?;
    let head: Head<Sim> = serde_json::from_slice(&line)?;
    if head.account_sim != FORMAT {
        return Err(io::Error::other(format!(
            "written by another version of account-sim (format {})",
            head.account_sim
        )));
    }
    let mut sim = head.snapshot.restored();
    loop {
        line.clear();
        if lines.read_until(b'\n', &mut line)? == 0 || !line.ends_with(b"\n") {
            return Ok(sim);
        }
        let Call { at, input } = serde_json::from_slice(&line)?;
        match input {
            Input::Billing(request) => drop(sim.billing(at, &request)),
            Input::Long(name) => drop(sim.long(at, &name)),
            // A control call that was refused is refused again.
            Input::Control { method, path, body } => drop(control::reply(&mut sim, at, &method, &path, &body)),
        }
    }
}
