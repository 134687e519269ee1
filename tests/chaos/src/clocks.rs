//! The clocks of the web nodes: each stands in a file of its own until the harness moves it, and one may be ahead of the other.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

pub struct Clocks {
    files: [PathBuf; 2],
    /// Of the second node's clock, against the account's and the first node's.
    skew_seconds: i64,
}

impl Clocks {
    /// Their files are made in this folder when the time is told first.
    pub fn in_folder(folder: &Path) -> Self {
        Self { files: [folder.join("clock-1"), folder.join("clock-2")], skew_seconds: 0 }
    }

    /// Of the node with this number, counted from 0.
    pub fn files(&self) -> &[PathBuf; 2] {
        &self.files
    }

    pub fn differ_by(&mut self, seconds: i64) {
        self.skew_seconds = seconds;
    }

    /// Whoever reads a clock finds one moment or the other.
    pub fn tell(&self, now: i64) -> Result<()> {
        for (file, skew) in self.files.iter().zip([0, self.skew_seconds]) {
            let new = file.with_extension("new");
            fs::write(&new, (now + skew).to_string())?;
            fs::rename(&new, file)?;
        }
        Ok(())
    }
}
