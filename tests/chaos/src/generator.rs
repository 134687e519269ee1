//! A history from a seed: every decision is drawn from it, so that the same seed gives the same steps.

use std::collections::BTreeSet;
use std::time::Duration;

use fastrand::Rng;
use serde_json::{Map, Value, json};

use crate::history::{BIT_NINJA, CLOUD_LINUX, Command, DDOS_GUARD, Goods, History, Scene, Step};

const PROLONG: &str = "service.prolong";
/// A call may take effect this long after its connection broke: well within the quiet time of the module.
const LATEST_COMMIT: i64 = 780;

/// What nobody knows of the real account, as far as it matters here. Each history draws some; the first is the usual one.
const SETTINGS: [(&str, &[&str]); 9] = [
    ("u1_order_answer", &["\"id\"", "\"ok_only\""]),
    ("u3_short_balance", &["\"error\"", "\"unpaid\"", "\"unpaid_with_id\""]),
    ("u4_remoteid", &["\"edit\"", "\"list_and_edit\"", "\"hidden\"", "\"dropped\""]),
    ("u16_status_field", &["\"item_status\"", "\"status\"", "\"status_msg\""]),
    ("u17_activation_seconds", &["3", "60", "null"]),
    ("u22_delete_sok", &["\"not_needed\"", "\"needed\""]),
    ("u26_http_status", &["\"always_ok\"", "\"by_error\""]),
    ("u28_suspended_renewal", &["\"from_today\"", "\"from_end\"", "\"refused\""]),
    ("deleted_rows", &["\"linger\"", "\"vanish\""]),
];

type Kind = fn(&mut Teller);

/// Every kind of scene, and how often it is drawn.
const SCENES: [(Kind, u32); 14] = [
    (Teller::rush, 3),
    (Teller::crowd, 3),
    (Teller::fault_on_spending, 3),
    (Teller::fault_on_anything, 2),
    (Teller::killed_while_it_spends, 4),
    (Teller::impatient_order, 2),
    (Teller::order_later_than_the_quiet_time, 1),
    (Teller::renewal, 2),
    (Teller::impatient_renewal, 2),
    (Teller::short_balance, 1),
    (Teller::end_and_new_beginning, 1),
    (Teller::time, 1),
    (Teller::death, 1),
    (Teller::restart, 1),
];

/// Seeds below this give the hard histories, each of scenes of one kind.
pub const HARD: u64 = 2 * SCENES.len() as u64;

pub fn history(seed: u64) -> History {
    let mut rng = Rng::with_seed(seed);
    let services: Vec<Goods> = (0..rng.usize(1..=8)).map(|_| goods(&mut rng)).collect();
    let settings = settings(&mut rng);
    let mut teller = Teller { rng, services, confirmations: 0, created: BTreeSet::new(), scenes: Vec::new() };
    if seed < HARD {
        let kind = SCENES.iter().cycle().nth(usize::try_from(seed).unwrap_or_default());
        for _ in 0..4 {
            kind.iter().for_each(|(scene, _)| scene(&mut teller));
        }
    } else {
        teller.first_payments();
        for _ in 0..teller.rng.usize(4..=10) {
            teller.scene();
        }
    }
    History { seed, services: teller.services, settings, scenes: teller.scenes }
}

/// Few licences, so that orders are alike.
fn goods(rng: &mut Rng) -> Goods {
    let item = 1001 + rng.u32(..2);
    match rng.u8(..10) {
        0..6 => {
            Goods { tariff: BIT_NINJA, cycle: pick(rng, &["Monthly", "Monthly", "Semi-Annually", "Annually"]), item }
        }
        6..8 => Goods { tariff: DDOS_GUARD, cycle: pick(rng, &["Monthly", "Quarterly"]), item },
        _ => Goods { tariff: CLOUD_LINUX, cycle: "Monthly", item },
    }
}

fn settings(rng: &mut Rng) -> Map<String, Value> {
    let mut settings = Map::new();
    for (name, values) in SETTINGS {
        let value = pick(rng, values);
        if rng.u8(..10) < 3 {
            settings.insert(name.to_owned(), serde_json::from_str(value).unwrap_or_default());
        }
    }
    settings
}

fn pick<T: Copy + Default>(rng: &mut Rng, values: &[T]) -> T {
    rng.choice(values).copied().unwrap_or_default()
}

struct Teller {
    rng: Rng,
    services: Vec<Goods>,
    confirmations: u32,
    /// Those that somebody asked to create.
    created: BTreeSet<u32>,
    scenes: Vec<Scene>,
}

impl Teller {
    fn add(&mut self, steps: Vec<Step>) {
        self.scenes.push(Scene { is_whole: false, steps });
    }

    fn service(&mut self) -> u32 {
        self.rng.u32(1..=u32::try_from(self.services.len()).unwrap_or(1))
    }

    fn all(&self) -> impl Iterator<Item = u32> + use<> {
        1..=u32::try_from(self.services.len()).unwrap_or(1)
    }

    /// One that can be created, with the steps that come before: the end of its former order where there is one.
    fn creatable(&mut self) -> (u32, Vec<Step>) {
        let fresh: Vec<u32> = self.all().filter(|service| !self.created.contains(service)).collect();
        if let Some(&service) = self.rng.choice(&fresh) {
            self.created.insert(service);
            return (service, Vec::new());
        }
        let service = self.service();
        (service, vec![self.call(Command::Terminate { service }), Step::WaitForAll])
    }

    /// One that can be renewed, with the steps that come before: its creation where nobody asked for it yet.
    fn renewable(&mut self) -> (u32, Vec<Step>) {
        let service = self.service();
        let mut steps = Vec::new();
        if self.created.insert(service) {
            steps.extend([self.call(Command::Pay { service }), Step::WaitForAll]);
        }
        (service, steps)
    }

    fn goods(&self, service: u32) -> Goods {
        let position = usize::try_from(service).unwrap_or_default().saturating_sub(1);
        self.services.get(position).copied().unwrap_or(Goods { tariff: BIT_NINJA, cycle: "Monthly", item: 1001 })
    }

    fn call(&mut self, command: Command) -> Step {
        Step::Call { node: self.rng.usize(..2), command }
    }

    fn millis(&mut self, longest: u64) -> Duration {
        Duration::from_millis(self.rng.u64(..longest))
    }

    fn confirmed(&mut self, service: u32) -> Command {
        self.confirmations += 1;
        Command::PanelRenew { service, confirmation: format!("word-{}", self.confirmations) }
    }

    fn any_command(&mut self) -> Command {
        let service = self.service();
        match self.rng.u8(..20) {
            0..4 => Command::Create { service },
            4 => Command::PanelCreate { service },
            5..8 => Command::Renew { service },
            8 => self.confirmed(service),
            9..11 => Command::Terminate { service },
            11 => Command::Sync { service },
            12..14 => Command::Invoice { service },
            14..17 => Command::Pay { service },
            17 => Command::Retry { service },
            _ => Command::Cron,
        }
    }

    fn first_payments(&mut self) {
        let mut steps = Vec::new();
        for service in self.all() {
            if self.rng.u8(..10) < 4 {
                self.created.insert(service);
                let step = self.call(Command::Pay { service });
                steps.push(step);
            }
        }
        if self.rng.bool() {
            steps.push(Step::WaitForAll);
        }
        self.add(steps);
    }

    fn scene(&mut self) {
        let all: u32 = SCENES.iter().map(|(_, weight)| weight).sum();
        let mut drawn = self.rng.u32(..all);
        for (scene, weight) in SCENES {
            if drawn < weight {
                return scene(self);
            }
            drawn -= weight;
        }
    }

    /// Many ask for the same at once.
    fn rush(&mut self) {
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

    fn crowd(&mut self) {
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

    /// What may happen to a call; `spends` leaves out what no caller can guard against.
    fn fault(&mut self, func: &str, spends: bool) -> Step {
        let mut rule = json!({ "func": func, "times": self.rng.u32(1..=2) });
        let kinds: &[&str] = &[
            "reply_lost",
            "reset_before",
            "reset_after",
            "late_commit",
            "truncated",
            "malformed",
            "empty",
            "http_403",
            "http_429",
            "http_460",
            "http_500",
            "http_502",
            "http_503",
            "http_504",
            "html_page",
            "drip",
            "delay",
            "bom",
            "wrong_charset",
            "long_request",
            "error",
            "duplicate",
        ];
        let kinds = if spends { kinds.get(..kinds.len() - 1).unwrap_or(kinds) } else { kinds };
        let kind = pick(&mut self.rng, kinds);
        let mut with = |name: &str, value: Value| {
            if let Some(rule) = rule.as_object_mut() {
                rule.insert(name.to_owned(), value);
            }
        };
        with("fault", json!(kind));
        match kind {
            "late_commit" => with("seconds", json!(self.rng.i64(1..LATEST_COMMIT))),
            "long_request" => with("seconds", json!(self.rng.u32(1..20))),
            "delay" | "drip" => with("seconds", json!(f64::from(self.rng.u32(1..100)) / 1000.0)),
            "error" => {
                with("type", json!(pick(&mut self.rng, &["access", "value", "missed", "exists", "busy"])));
                with("message", json!("Request in process, please wait"));
            }
            _ if kind.starts_with("http_") || kind == "empty" || kind == "html_page" => {
                with("commit", json!(self.rng.bool()))
            }
            _ => {}
        }
        Step::Fault(rule)
    }

    /// A call that spends, the command that makes it, and the steps that come before.
    fn spending(&mut self) -> (&'static str, Command, Vec<Step>) {
        match self.rng.u8(..10) {
            0..5 => {
                let (service, steps) = self.creatable();
                let func = self.goods(service).order_function();
                (func, if self.rng.bool() { Command::Create { service } } else { Command::Pay { service } }, steps)
            }
            5..9 => {
                let (service, mut steps) = self.renewable();
                steps.extend([self.call(Command::Invoice { service }), Step::WaitForAll]);
                (PROLONG, if self.rng.u8(..3) == 0 { self.confirmed(service) } else { Command::Pay { service } }, steps)
            }
            _ => {
                let (service, steps) = self.renewable();
                (self.goods(service).delete_function(), Command::Terminate { service }, steps)
            }
        }
    }

    fn fault_on_spending(&mut self) {
        let (func, command, mut steps) = self.spending();
        steps.push(self.fault(func, !func.ends_with(".delete")));
        for _ in 0..self.rng.usize(1..=3) {
            steps.push(self.call(command.clone()));
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    fn fault_on_anything(&mut self) {
        let func = pick(
            &mut self.rng,
            &["pricelist.export", "subaccount", "addition", "addition.edit", "softexternal.edit", "basket"],
        );
        let mut steps = vec![self.fault(func, false), self.fault(func, false)];
        for _ in 0..self.rng.usize(1..=4) {
            let command = self.any_command();
            steps.push(self.call(command));
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    /// The account has done it, and the process dies before it hears of it.
    fn killed_while_it_spends(&mut self) {
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

    fn cron(&mut self) -> [Step; 2] {
        [self.call(Command::Cron), Step::WaitForAll]
    }

    /// The order's answer is lost, cron looks, and somebody presses Create again and again.
    fn impatient_order(&mut self) {
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
    fn order_later_than_the_quiet_time(&mut self) {
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

    /// An invoice is raised and paid, and Renew is pressed as well.
    fn renewal(&mut self) {
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

    fn impatient_renewal(&mut self) {
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

    fn short_balance(&mut self) {
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

    fn end_and_new_beginning(&mut self) {
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

    fn time(&mut self) {
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

    fn death(&mut self) {
        let mut steps = Vec::new();
        for _ in 0..self.rng.usize(1..=4) {
            let command = self.any_command();
            steps.push(self.call(command));
            steps.push(Step::Kill { after: self.millis(60), which: self.rng.usize(..3) });
        }
        steps.push(Step::WaitForAll);
        self.add(steps);
    }

    fn restart(&mut self) {
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
