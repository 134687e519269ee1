//! An account without enough money.

use serde_json::{Value, json};

use super::teller::Teller;
use super::{PROLONG, pick};
use crate::history::{Command, Step};

impl Teller {
    pub(super) fn short_balance(&mut self) {
        let mut steps = vec![Step::Balance { cents: self.rng.u32(..25_00) }];
        for _ in 0..self.rng.usize(2..=5) {
            let command = self.any_command();
            steps.push(self.call(command));
        }
        steps.push(Step::WaitForAll);
        if self.rng.bool() {
            steps.extend(self.cron());
        }
        steps.push(Step::Balance { cents: 500_000 });
        if self.rng.bool() {
            steps.push(Step::PayBasket);
        }
        self.add(steps);
    }

    /// The account does not tell its balance, so that only its answer would say that money is lacking, and that answer is lost.
    pub(super) fn answer_about_a_short_balance_lost(&mut self) {
        let (func, service, pays, again, mut steps) = if self.rng.bool() {
            let (service, steps) = self.creatable();
            let create = Command::Create { service };
            let first = if self.rng.bool() { create.clone() } else { Command::Pay { service } };
            (self.goods(service).order_function(), service, first, create, steps)
        } else {
            let (service, mut steps) = self.renewable();
            steps.extend([self.call(Command::Invoice { service }), Step::WaitForAll]);
            (PROLONG, service, Command::Pay { service }, Command::Renew { service }, steps)
        };
        if self.rng.bool() {
            let waits = pick(&mut self.rng, &["unpaid", "unpaid_with_id"]);
            self.settings.insert("u3_short_balance".to_owned(), json!(waits));
        }
        let untold = json!({
            "func": "subaccount", "fault": "error", "type": "access", "message": "Insufficient privileges", "times": Value::Null,
        });
        steps.extend([
            Step::WaitForAll,
            Step::ClearFaults,
            Step::Fault(untold),
            Step::Balance { cents: self.rng.u32(..8_00) },
            Step::Fault(json!({ "func": func, "fault": self.loss() })),
            self.call(pays),
            Step::WaitForAll,
        ]);
        steps.extend(self.crons());
        for _ in 0..self.rng.usize(1..=2) {
            steps.extend([self.call(again.clone()), Step::WaitForAll]);
        }
        if self.rng.bool() {
            steps.push(Step::Pass { seconds: self.rng.i64(1..1000) });
            steps.extend(self.cron());
        }
        if self.rng.u8(..4) > 0 {
            steps.push(Step::Balance { cents: 500_000 });
        }
        match self.rng.u8(..4) {
            0 => steps.push(Step::PayBasket),
            1 => steps.extend([self.call(Command::PanelDropUnpaid { service }), Step::WaitForAll]),
            2 => steps.extend([Step::PayBasket, self.call(Command::PanelDropUnpaid { service }), Step::WaitForAll]),
            _ => {}
        }
        if self.rng.bool() {
            steps.extend([self.call(again), Step::WaitForAll]);
        }
        steps.push(Step::ClearFaults);
        self.add(steps);
    }
}
