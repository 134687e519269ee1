//! Processes that die, at a moment drawn by chance or at one that matters.

use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;

use super::Run;
use crate::blockade::Blockade;
use crate::history::Command;

const GLANCE: Duration = Duration::from_micros(200);

impl Run<'_> {
    pub(super) fn kill(&mut self, after: Duration, which: usize) -> Result<()> {
        sleep(after);
        let running: Vec<u64> = self.stage.running().rev().collect();
        match running.get(which % running.len().max(1)) {
            Some(&task) => self.stage.kill(task),
            None => Ok(()),
        }
    }

    /// The moments around the answer of the account are the ones that matter, and few of those that pass by chance.
    pub(super) fn kill_once_struck(&mut self, after: Duration) -> Result<()> {
        let Some(task) = self.stage.running().next_back() else { return Ok(()) };
        let planned = self.stage.account.faults_left()?;
        if !self.is_struck(task, planned)? {
            return Ok(());
        }
        sleep(after);
        self.stage.kill(task)
    }

    /// Waits until one of the planned faults has struck. False when the task ends before.
    fn is_struck(&mut self, task: u64, planned: u64) -> Result<bool> {
        while self.stage.account.faults_left()? == planned {
            if self.is_over(task)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn is_over(&mut self, task: u64) -> Result<bool> {
        if let Some(end) = self.stage.next_end_within(GLANCE)? {
            self.has_ended(end)?;
        }
        Ok(!self.stage.running().any(|running| running == task))
    }

    /// The account has answered, and the process dies at the door of the journal. While the account takes its time, the door is shut.
    pub(super) fn killed_before_saving(&mut self, node: usize, command: &Command) -> Result<()> {
        self.wait_for_all()?;
        let mut blockade = Blockade::prepare(&self.stage.database)?;
        let planned = self.stage.account.faults_left()?;
        self.call(node, command)?;
        let Some(task) = self.stage.running().next_back() else { return Ok(()) };
        if !self.is_struck(task, planned)? {
            return Ok(());
        }
        blockade.raise()?;
        let connection = loop {
            if let Some(connection) = blockade.waiting()? {
                break connection;
            }
            if self.is_over(task)? {
                return Ok(());
            }
        };
        self.tally.kills_before_saving += usize::from(blockade.shows_something_sent()?);
        self.stage.kill(task)?;
        while !self.is_over(task)? {}
        blockade.turn_away(connection)
    }
}
