//! A command that may take long: quiet while it is quick, then it says what is done and how far it is.

use anyhow::{Context, Result, bail};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, IsTerminal, Write, pipe, stderr};
use std::process::{Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// A step that is over sooner leaves no trace.
const QUIET: Duration = Duration::from_secs(3);
const BETWEEN_LINES: Duration = Duration::from_secs(10);
const TAIL: usize = 60;

/// Runs the command to its end. Its output is kept back and shown, the last lines of it, only when it fails.
pub fn run(what: &str, mut command: Command) -> Result<()> {
    let (output, input) = pipe()?;
    command.stdin(Stdio::null()).stdout(input.try_clone()?).stderr(input);
    let mut child =
        command.spawn().with_context(|| format!("{what}: cannot start {}", command.get_program().display()))?;
    // The command holds the writing end of the pipe: without this the reader would never see an end.
    drop(command);

    let (sender, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });

    let mut progress = Progress::new(what);
    let mut tail = VecDeque::with_capacity(TAIL);
    loop {
        match lines.recv_timeout(Duration::from_millis(500)) {
            Ok(line) => {
                progress.lines += 1;
                if tail.len() == TAIL {
                    tail.pop_front();
                }
                tail.push_back(String::from_utf8_lossy(&line).into_owned());
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        progress.show();
    }

    let status = child.wait()?;
    progress.finish(status.success());
    if !status.success() {
        let tail = Vec::from(tail).join("\n");
        bail!("{what} failed ({status}). The last lines of its output:\n\n{tail}\n");
    }
    Ok(())
}

struct Progress<'a> {
    what: &'a str,
    started: Instant,
    shown: Option<Instant>,
    lines: usize,
    terminal: bool,
}

impl<'a> Progress<'a> {
    fn new(what: &'a str) -> Self {
        Self { what, started: Instant::now(), shown: None, lines: 0, terminal: stderr().is_terminal() }
    }

    fn show(&mut self) {
        let pause = if self.terminal { Duration::from_millis(500) } else { BETWEEN_LINES };
        let due = match self.shown {
            None => self.started.elapsed() >= QUIET,
            Some(shown) => shown.elapsed() >= pause,
        };
        if due {
            self.shown = Some(Instant::now());
            self.print(&format!("{} s, {} lines of output", self.started.elapsed().as_secs(), self.lines));
        }
    }

    fn finish(&self, success: bool) {
        if self.shown.is_some() {
            let outcome = if success { "done" } else { "failed" };
            self.print(&format!("{outcome} in {} s", self.started.elapsed().as_secs()));
            if self.terminal {
                eprintln!();
            }
        }
    }

    /// On a terminal the line is written over the last one. What is printed to the standard error cannot fail the step.
    fn print(&self, state: &str) {
        let what = self.what;
        let _ = if self.terminal {
            write!(stderr(), "\r\x1b[K{what}: {state}")
        } else {
            writeln!(stderr(), "{what}: {state}")
        };
    }
}
