//! What was asked of WHMCS, and what callers got to read.

use std::collections::BTreeSet;

use crate::history::Command;

/// What was asked of WHMCS, as the checker must know it.
#[derive(Debug, Default)]
pub struct Asked {
    pub commands: Vec<Command>,
    /// Everything that callers got to read, but for the keys that log in.
    pub answers: Vec<String>,
    pub sign_on_keys: Vec<String>,
    /// Whether anything died on the way.
    pub has_killed: bool,
}

impl Command {
    /// The service that may have an order afterwards.
    pub fn creates(&self) -> Option<u32> {
        match self {
            Self::Create { service }
            | Self::PanelCreate { service }
            | Self::PanelLinkOrder { service }
            | Self::Pay { service } => Some(*service),
            _ => None,
        }
    }
}

impl Asked {
    pub fn terminations(&self, service: u32) -> usize {
        self.commands.iter().filter(|command| **command == Command::Terminate { service }).count()
    }

    /// Whether staff chose a billing cycle in WHMCS's own form.
    pub fn has_cycle_set(&self, service: u32) -> bool {
        self.commands.iter().any(|command| matches!(command, Command::SetCycle { service: of, .. } if *of == service))
    }

    /// Whether nobody did anything after which the dates of both sides may differ.
    pub fn leaves_the_dates_alone(&self, service: u32) -> bool {
        let is_changed =
            |command: &Command| matches!(command, Command::PanelChangePeriod { service: of, .. } if *of == service);
        self.terminations(service) == 0 && !self.has_cycle_set(service) && !self.commands.iter().any(is_changed)
    }

    /// Renewals that a person confirmed, each once.
    pub fn confirmations(&self, service: u32) -> BTreeSet<&str> {
        let of_service = self.commands.iter().filter_map(|command| match command {
            Command::PanelRenew { service: of, confirmation } if *of == service => Some(confirmation.as_str()),
            _ => None,
        });
        of_service.collect()
    }
}
