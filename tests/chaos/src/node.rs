//! A web node: a PHP program that carries out each task in a process of its own.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::Sender;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::installation::repository;

pub struct Node {
    program: Child,
    tasks: Option<ChildStdin>,
}

/// A process has ended.
#[derive(Debug, Deserialize)]
pub struct End {
    pub task: u64,
    pub killed: bool,
    /// None of a process that was killed, or that ended without a word.
    pub said: Option<Said>,
}

#[derive(Debug, Deserialize)]
pub struct Said {
    pub answer: Value,
    /// What it printed.
    pub output: String,
}

impl Node {
    /// Ends of processes go to `ends`. PHP's own errors go to `error_log`.
    pub fn start(root: &Path, clock_file: &Path, error_log: &Path, ends: Sender<End>) -> Result<Self> {
        let errors = File::options().append(true).create(true).open(error_log)?;
        let mut program = Command::new("php")
            .args(["-d", "log_errors=1", "-d", "display_errors=0", "-d", "memory_limit=256M", "-d"])
            .arg(format!("error_log={}", error_log.display()))
            .arg(repository()?.join("tests/chaos/php/node.php"))
            .arg(root)
            .arg(clock_file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(errors)
            .spawn()
            .context("cannot start php")?;
        let output = program.stdout.take().context("no output to read")?;
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let Ok(end) = serde_json::from_str(&line) else { break };
                if ends.send(end).is_err() {
                    break;
                }
            }
        });
        let tasks = program.stdin.take();
        Ok(Self { program, tasks })
    }

    /// `task` is an object; its `id` names it in what comes later.
    pub fn begin(&mut self, task: &Value) -> Result<()> {
        let tasks = self.tasks.as_mut().context("the node has ended")?;
        writeln!(tasks, "{task}").context("a web node has died")
    }

    /// `kill -9`, if the process is still there.
    pub fn kill(&mut self, task: u64) -> Result<()> {
        self.begin(&json!({ "kill": task }))
    }
}

impl Drop for Node {
    /// At the end of its input the node kills what is running and ends.
    fn drop(&mut self) {
        drop(self.tasks.take());
        let _ = self.program.wait();
    }
}
