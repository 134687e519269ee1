//! Many callers at once, faults on whatever is called, and whatever dies under them.

use super::pick;
use super::teller::Teller;
use crate::history::{Command, Step};

impl Teller {
    /// Many ask for the same at once.
    pub(super) fn rush(&mut self) {
        let (command, mut steps) = match self.rng.u8(..6) {
            0..3 => {
                let (service, steps) = self.creatable();
                (Command::Create { service }, steps)
            }
            3..5 => {
                let (service, mut steps) = self.renewable();
                steps.extend([
                    self.call(Command::Invoice { service }),
                    Step::WaitForAll,
                    self.call(Command::Pay { service }),
                ]);
                (Command::Renew { service }, steps)
            }
            _ => (Command::Terminate { service: self.service() }, Vec::new()),
        };
        for _ in 0..self.rng.usize(2..=8) {
            let step = self.call(command.clone());
            steps.push(step);
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    pub(super) fn crowd(&mut self) {
        let mut steps = Vec::new();
        for _ in 0..self.rng.usize(2..=8) {
            let command = self.any_command();
            steps.push(self.call(command));
            if self.rng.u8(..10) == 0 {
                steps.push(Step::Kill { after: self.millis(40), which: self.rng.usize(..8) });
            }
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    pub(super) fn fault_on_spending(&mut self) {
        let (func, command, mut steps) = self.spending();
        steps.push(self.fault(func, !func.ends_with(".delete")));
        for _ in 0..self.rng.usize(1..=3) {
            steps.push(self.call(command.clone()));
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    pub(super) fn fault_on_anything(&mut self) {
        let func = pick(
            &mut self.rng,
            &[
                "pricelist.export",
                "subaccount",
                "addition",
                "addition.edit",
                "softexternal.edit",
                "basket",
                "session.newkey",
            ],
        );
        let mut steps = vec![self.fault(func, false), self.fault(func, false)];
        for _ in 0..self.rng.usize(1..=4) {
            let command = if func == "session.newkey" { Command::SignOn } else { self.any_command() };
            steps.push(self.call(command));
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    pub(super) fn time(&mut self) {
        let seconds = match self.rng.u8(..3) {
            0 => self.rng.i64(1..130),
            1 => self.rng.i64(900..4000),
            _ => self.rng.i64(1..20) * 86_400,
        };
        let mut steps = vec![Step::Pass { seconds }];
        for _ in 0..self.rng.usize(1..=2) {
            steps.push(self.call(Command::Cron));
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    pub(super) fn death(&mut self) {
        let mut steps = Vec::new();
        for _ in 0..self.rng.usize(1..=4) {
            let command = self.any_command();
            steps.push(self.call(command));
            steps.push(Step::Kill { after: self.millis(60), which: self.rng.usize(..3) });
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    pub(super) fn restart(&mut self) {
        let mut steps = Vec::new();
        for _ in 0..self.rng.usize(1..=4) {
            let command = self.any_command();
            steps.push(self.call(command));
        }
        steps.push(Step::RestartDatabase { gently: self.rng.bool() });
        steps.push(Step::WaitForAll);
        self.add(steps);
    }
}
