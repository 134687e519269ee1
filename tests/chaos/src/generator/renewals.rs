//! Renewals: by an invoice, by a person's word, by the account itself, and for periods that change meanwhile.

use serde_json::json;

use super::teller::Teller;
use super::{LATEST_COMMIT, PROLONG, pick};
use crate::history::{Command, Scene, Step};

impl Teller {
    /// An invoice is raised and paid, and Renew is pressed as well.
    pub(super) fn renewal(&mut self) {
        let service = self.service();
        let mut steps =
            vec![self.call(Command::Invoice { service }), Step::WaitForAll, self.call(Command::Pay { service })];
        for _ in 0..self.rng.usize(..4) {
            let command = match self.rng.u8(..4) {
                0 => self.confirmed(service),
                1 => Command::Retry { service },
                _ => Command::Renew { service },
            };
            if self.rng.bool() {
                steps.push(Step::WaitForAll);
            }
            steps.push(self.call(command));
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    pub(super) fn impatient_renewal(&mut self) {
        let (service, mut steps) = self.renewable();
        let fault = match self.rng.u8(..3) {
            0 => {
                json!({ "func": PROLONG, "fault": pick(&mut self.rng, &["reply_lost", "reset_before", "reset_after"]) })
            }
            _ => json!({ "func": PROLONG, "fault": "late_commit", "seconds": self.rng.i64(200..LATEST_COMMIT) }),
        };
        steps.extend([
            self.call(Command::Invoice { service }),
            Step::WaitForAll,
            Step::Fault(fault),
            self.call(Command::Pay { service }),
            Step::WaitForAll,
        ]);
        for _ in 0..self.rng.usize(1..=3) {
            steps.push(Step::Pass { seconds: self.rng.i64(60..130) });
            steps.extend(self.cron());
            steps.extend([self.call(Command::Renew { service }), Step::WaitForAll]);
        }
        steps.push(Step::Pass { seconds: self.rng.i64(1..1000) });
        self.add(steps);
    }

    /// A whole scene: while a renewal is under way for longer than the quiet time, another one would be one too many.
    pub(super) fn renewal_later_than_the_quiet_time(&mut self) {
        let (service, before) = self.renewable();
        let seconds = self.rng.i64(1200..3000);
        let mut steps = vec![
            self.call(Command::Invoice { service }),
            Step::WaitForAll,
            Step::ClearFaults,
            Step::Fault(json!({ "func": PROLONG, "fault": "late_commit", "seconds": seconds })),
            self.call(Command::Pay { service }),
            Step::WaitForAll,
            Step::ClearFaults,
            Step::Pass { seconds: 950 },
        ];
        steps.extend(self.cron());
        steps.push(Step::Pass { seconds: 65 });
        steps.extend(self.cron());
        steps.push(Step::Pass { seconds });
        steps.extend([self.call(Command::Renew { service }), self.call(Command::Renew { service }), Step::WaitForAll]);
        self.scenes.push(Scene { is_whole: true, steps: [vec![Step::WaitForAll], before, steps].concat() });
    }

    /// The account renews at the beginning of the last day, if it can; the invoice for the same period is paid before or after.
    pub(super) fn renewed_by_the_account(&mut self) {
        let (service, mut steps) = self.renewing();
        steps.push(Step::Pass { seconds: self.rng.i64(100..150) });
        steps.extend(self.cron());
        // WHMCS raises the invoice two weeks before.
        let days = i64::from(self.goods(service).months()) * 30 - self.rng.i64(2..13);
        steps.push(Step::Pass { seconds: days * 86_400 });
        steps.extend(self.cron());
        let is_paid_before = self.rng.u8(..3) == 0;
        if is_paid_before {
            steps.extend([
                self.call(Command::Invoice { service }),
                Step::WaitForAll,
                self.call(Command::Pay { service }),
            ]);
        }
        let is_short = self.rng.u8(..4) == 0;
        if is_short {
            steps.extend([Step::WaitForAll, Step::Balance { cents: self.rng.u32(..9_00) }]);
        }
        steps.push(Step::Pass { seconds: self.rng.i64(13..22) * 86_400 });
        if is_short {
            steps.push(Step::Balance { cents: 500_000 });
        }
        steps.extend(self.cron());
        steps.extend([self.call(Command::Invoice { service }), Step::WaitForAll, self.call(Command::Pay { service })]);
        for _ in 0..self.rng.usize(..3) {
            let command = if self.rng.u8(..4) == 0 { self.confirmed(service) } else { Command::Renew { service } };
            steps.push(self.call(command));
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    /// The billing cycle is another one when the invoice is paid than when it was raised.
    pub(super) fn change_of_period(&mut self) {
        let is_by_panel = self.rng.bool();
        let (service, mut steps) =
            if self.rng.u8(..4) == 0 || !is_by_panel { self.renewable() } else { self.renewing() };
        if !is_by_panel {
            steps.extend([self.call(Command::Invoice { service }), Step::WaitForAll]);
            let cycle = self.cycle();
            steps.extend([self.call(Command::SetCycle { service, cycle }), Step::WaitForAll]);
        } else {
            steps.extend([Step::Pass { seconds: self.rng.i64(100..150) }]);
            steps.extend(self.cron());
            steps.extend(self.change_by_the_panel(service));
        }
        steps.extend([self.call(Command::Invoice { service }), Step::WaitForAll, self.call(Command::Pay { service })]);
        for _ in 0..self.rng.usize(..3) {
            let command = if self.rng.u8(..4) == 0 { self.confirmed(service) } else { Command::Renew { service } };
            if self.rng.bool() {
                steps.push(Step::WaitForAll);
            }
            steps.push(self.call(command));
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    /// The same function shows the service and changes it: how many calls pass before the fault decides which of them is hit.
    fn change_by_the_panel(&mut self, service: u32) -> Vec<Step> {
        let mut steps = Vec::new();
        let months = self.months();
        if self.rng.bool() {
            let func = self.goods(service).edit_function();
            let after = pick(&mut self.rng, &[0, 1, 1, 1, 2]);
            steps.push(self.fault_after(func, after, false));
        }
        for _ in 0..self.rng.usize(1..=2) {
            steps.push(self.call(Command::PanelChangePeriod { service, months }));
        }
        steps.push(Step::WaitForAll);
        if self.rng.bool() {
            steps.extend(self.crons());
        }
        let months = self.months();
        if self.rng.u8(..3) == 0 {
            steps.extend([self.call(Command::PanelChangePeriod { service, months }), Step::WaitForAll]);
        }
        steps
    }
}
