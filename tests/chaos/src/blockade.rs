//! Keeps everybody from writing to the module's journal, so that a process can be caught at the door and killed there.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::database::MariaDb;

const GLANCE: Duration = Duration::from_millis(1);
const GONE_WITHIN: Duration = Duration::from_secs(10);

/// A connection of the harness's own. What it locks is free again when it is dropped.
#[must_use]
pub struct Blockade {
    client: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Blockade {
    /// Connects and locks nothing yet.
    pub fn prepare(database: &MariaDb) -> Result<Self> {
        let mut client = database.client()?;
        let questions = client.stdin.take();
        let answers = BufReader::new(client.stdout.take().context("no answers to read")?);
        let mut blockade = Self { client, questions, answers };
        blockade.ask("SELECT 'connected'")?;
        Ok(blockade)
    }

    /// Holds when it returns. The journal must be there.
    pub fn raise(&mut self) -> Result<()> {
        let locked = self.ask("LOCK TABLES mod_ispmanagernoc_journal WRITE; SELECT 'locked'")?;
        if locked == "locked" { Ok(()) } else { bail!("the journal cannot be locked: {locked}") }
    }

    /// The connection that stands at the door, if one does.
    pub fn waiting(&mut self) -> Result<Option<u64>> {
        let id = self.ask(
            "SELECT COALESCE(MIN(id), 0) FROM information_schema.processlist WHERE state LIKE 'Waiting for table%'",
        )?;
        Ok(id.parse().ok().filter(|&id| id != 0))
    }

    /// Whether the outcome of something that was sent is not saved yet.
    pub fn shows_something_sent(&mut self) -> Result<bool> {
        Ok(self.ask("SELECT COUNT(*) FROM mod_ispmanagernoc_journal WHERE state = 'sent'")? != "0")
    }

    /// Nobody hears of a dead process: without this, MariaDB would carry its last query out as soon as it may.
    pub fn turn_away(&mut self, connection: u64) -> Result<()> {
        let started = Instant::now();
        let query = format!(
            "KILL CONNECTION {connection}; SELECT COUNT(*) FROM information_schema.processlist WHERE id = {connection}"
        );
        while self.ask(&query)? != "0" {
            if started.elapsed() > GONE_WITHIN {
                bail!("the connection {connection} does not end");
            }
            sleep(GLANCE);
        }
        Ok(())
    }

    /// The one row that a query gives.
    fn ask(&mut self, query: &str) -> Result<String> {
        let questions = self.questions.as_mut().context("the client has ended")?;
        writeln!(questions, "{query};").context("the client of MariaDB has died")?;
        let mut answer = String::new();
        if self.answers.read_line(&mut answer)? == 0 {
            bail!("MariaDB gave no answer to: {query}");
        }
        Ok(answer.trim_end().to_owned())
    }
}

impl Drop for Blockade {
    /// The client ends at the end of its input, and with it the lock.
    fn drop(&mut self) {
        drop(self.questions.take());
        let _ = self.client.wait();
    }
}
