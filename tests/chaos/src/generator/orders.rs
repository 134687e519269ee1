//! Orders whose answers are lost, late or never saved.

use std::time::Duration;

use serde_json::json;

use super::teller::Teller;
use super::{LATEST_COMMIT, pick};
use crate::history::{Command, Scene, Step};

impl Teller {
    /// The account has done it, and the process dies before it hears of it.
    pub(super) fn killed_while_it_spends(&mut self) {
        let (func, command, mut steps) = self.spending();
        // Others' faults first, so that the call waits for this one alone.
        steps.extend([Step::WaitForAll, Step::ClearFaults]);
        let delay = self.rng.u64(1..5);
        steps.push(Step::Fault(
            json!({ "func": func, "fault": "delay", "seconds": Duration::from_millis(delay).as_secs_f64() }),
        ));
        steps.push(self.call(command.clone()));
        steps.push(Step::KillOnceStruck { after: Duration::from_micros(self.rng.u64(..delay * 1000 + 8000)) });
        steps.push(self.call(command));
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    /// The order's answer is lost, cron looks, and somebody presses Create again and again.
    pub(super) fn impatient_order(&mut self) {
        let (service, mut steps) = self.creatable();
        let func = self.goods(service).order_function();
        let fault = match self.rng.u8(..3) {
            0 => {
                json!({ "func": func, "fault": pick(&mut self.rng, &["reply_lost", "reset_before", "reset_after", "http_504"]) })
            }
            _ => json!({ "func": func, "fault": "late_commit", "seconds": self.rng.i64(200..LATEST_COMMIT) }),
        };
        steps.extend([Step::Fault(fault), self.call(Command::Create { service }), Step::WaitForAll]);
        for _ in 0..self.rng.usize(1..=3) {
            steps.push(Step::Pass { seconds: self.rng.i64(60..130) });
            steps.extend(self.cron());
        }
        for _ in 0..self.rng.usize(1..=2) {
            steps.extend([self.call(Command::Create { service }), Step::WaitForAll]);
        }
        steps.push(Step::Pass { seconds: self.rng.i64(1..1000) });
        self.add(steps);
    }

    /// A whole scene: while an order is under way for longer than the quiet time, a new one would be one too many.
    pub(super) fn order_later_than_the_quiet_time(&mut self) {
        let (service, before) = self.creatable();
        let func = self.goods(service).order_function();
        let seconds = self.rng.i64(1200..3000);
        let mut steps = vec![
            Step::ClearFaults,
            Step::Fault(json!({ "func": func, "fault": "late_commit", "seconds": seconds })),
            self.call(Command::Create { service }),
            Step::WaitForAll,
            Step::ClearFaults,
            Step::Pass { seconds: 950 },
        ];
        steps.extend(self.cron());
        steps.push(Step::Pass { seconds: 65 });
        steps.extend(self.cron());
        steps.push(Step::Pass { seconds });
        steps.extend([
            self.call(Command::Create { service }),
            self.call(Command::Create { service }),
            Step::WaitForAll,
        ]);
        self.scenes.push(Scene { is_whole: true, steps: [vec![Step::WaitForAll], before, steps].concat() });
    }

    pub(super) fn end_and_new_beginning(&mut self) {
        let (service, mut steps) = self.renewable();
        steps.push(self.call(Command::Terminate { service }));
        if self.rng.bool() {
            steps.push(Step::WaitForAll);
        }
        for _ in 0..self.rng.usize(1..=4) {
            steps.push(self.call(Command::Create { service }));
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    /// A whole scene, because without its fault there is nothing to wait for. What the account answered was never logged nor saved.
    pub(super) fn killed_between_answer_and_save(&mut self) {
        let (func, command, before) = match self.rng.u8(..4) {
            0 => self.spending(),
            _ => {
                let (service, before) = self.creatable();
                (self.goods(service).order_function(), Command::Create { service }, before)
            }
        };
        let mut steps = [vec![Step::WaitForAll], before].concat();
        steps.extend([
            Step::WaitForAll,
            Step::ClearFaults,
            Step::Fault(json!({ "func": func, "fault": "delay", "seconds": 0.05 })),
            Step::KilledBeforeSaving { node: self.rng.usize(..2), command: command.clone() },
        ]);
        if self.rng.bool() {
            steps.push(self.call(command.clone()));
        }
        steps.push(Step::WaitForAll);
        steps.extend(self.crons());
        steps.extend([self.call(command), Step::WaitForAll]);
        self.scenes.push(Scene { is_whole: true, steps });
    }

    /// The answers to orders are lost and nothing tells which order is whose, until a person says it.
    pub(super) fn linked_by_a_person(&mut self) {
        let (service, mut steps) = self.creatable();
        let mut services = vec![service];
        if self.rng.u8(..3) > 0 {
            services.extend(self.alike(service));
        }
        if services.len() == 1 || self.rng.bool() {
            let hidden = pick(&mut self.rng, &["hidden", "dropped"]);
            self.settings.insert("u4_remoteid".to_owned(), json!(hidden));
        }
        let func = self.goods(service).order_function();
        for &service in &services {
            steps.push(Step::Fault(json!({ "func": func, "fault": self.loss() })));
            steps.push(self.call(Command::Create { service }));
            if self.rng.bool() {
                steps.push(Step::WaitForAll);
            }
        }
        steps.push(Step::WaitForAll);
        if self.rng.bool() {
            steps.extend(self.crons());
        }
        self.rng.shuffle(&mut services);
        for &service in &services {
            steps.push(self.call(Command::PanelLinkOrder { service }));
            if self.rng.bool() {
                steps.push(self.call(Command::Cron));
            }
            if self.rng.bool() {
                steps.push(Step::WaitForAll);
            }
            steps.push(self.call(Command::Create { service }));
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }
}
