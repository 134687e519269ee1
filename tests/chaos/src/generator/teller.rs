//! Tells scene after scene; what scenes have in common stands here.

use std::collections::BTreeSet;
use std::time::Duration;

use fastrand::Rng;
use serde_json::{Map, Value};

use super::{PROLONG, SCENES, pick};
use crate::history::{BIT_NINJA, CYCLES, Command, Goods, Scene, Step};

/// Some have services of their own, that are added to the others; few enough for the licences of the account.
const MOST_SERVICES: usize = 10;

pub(super) struct Teller {
    pub rng: Rng,
    pub services: Vec<Goods>,
    pub settings: Map<String, Value>,
    pub scenes: Vec<Scene>,
    confirmations: u32,
    /// Those that somebody asked to create.
    created: BTreeSet<u32>,
}

impl Teller {
    pub fn new(rng: Rng, services: Vec<Goods>, settings: Map<String, Value>) -> Self {
        Self { rng, services, settings, scenes: Vec::new(), confirmations: 0, created: BTreeSet::new() }
    }

    pub fn scene(&mut self) {
        let all: u32 = SCENES.iter().map(|(_, weight)| weight).sum();
        let mut drawn = self.rng.u32(..all);
        for (scene, weight) in SCENES {
            if drawn < weight {
                return scene(self);
            }
            drawn -= weight;
        }
    }

    pub fn first_payments(&mut self) {
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

    pub fn add(&mut self, steps: Vec<Step>) {
        self.scenes.push(Scene { is_whole: false, steps });
    }

    pub fn service(&mut self) -> u32 {
        self.rng.u32(1..=self.count())
    }

    fn all(&self) -> impl Iterator<Item = u32> + use<> {
        1..=self.count()
    }

    fn count(&self) -> u32 {
        u32::try_from(self.services.len()).unwrap_or(1)
    }

    /// One that can be created, with the steps that come before: the end of its former order where there is one.
    pub fn creatable(&mut self) -> (u32, Vec<Step>) {
        let fresh: Vec<u32> = self.all().filter(|service| !self.created.contains(service)).collect();
        if let Some(&service) = self.rng.choice(&fresh) {
            self.created.insert(service);
            return (service, Vec::new());
        }
        let service = self.service();
        (service, vec![self.call(Command::Terminate { service }), Step::WaitForAll])
    }

    /// One that can be renewed, with the steps that come before: its creation where nobody asked for it yet.
    pub fn renewable(&mut self) -> (u32, Vec<Step>) {
        let service = self.service();
        (service, self.begun(service))
    }

    /// Its creation where nobody asked for it yet.
    fn begun(&mut self, service: u32) -> Vec<Step> {
        if self.created.insert(service) {
            vec![self.call(Command::Pay { service }), Step::WaitForAll]
        } else {
            Vec::new()
        }
    }

    /// The same for one that the account renews by itself, which is made so where none is.
    pub fn renewing(&mut self) -> (u32, Vec<Step>) {
        let theirs: Vec<u32> = self.all().filter(|&service| self.goods(service).renews_itself).collect();
        let service = match self.rng.choice(&theirs) {
            Some(&service) => service,
            None => self.service(),
        };
        if let Some(goods) = usize::try_from(service).ok().and_then(|number| self.services.get_mut(number - 1)) {
            goods.renews_itself = true;
        }
        (service, self.begun(service))
    }

    /// Another one that nobody asked for yet and that sells the same.
    pub fn alike(&mut self, service: u32) -> Option<u32> {
        if self.services.len() >= MOST_SERVICES {
            return None;
        }
        self.services.push(self.goods(service));
        let twin = self.count();
        self.created.insert(twin);
        Some(twin)
    }

    pub fn goods(&self, service: u32) -> Goods {
        let position = usize::try_from(service).unwrap_or_default().saturating_sub(1);
        let usual = Goods { tariff: BIT_NINJA, cycle: "Monthly", item: 1001, renews_itself: false };
        self.services.get(position).copied().unwrap_or(usual)
    }

    pub fn call(&mut self, command: Command) -> Step {
        Step::Call { node: self.rng.usize(..2), command }
    }

    pub fn cron(&mut self) -> [Step; 2] {
        [self.call(Command::Cron), Step::WaitForAll]
    }

    /// One to three runs, each some time after the one before.
    pub fn crons(&mut self) -> Vec<Step> {
        let mut steps = Vec::new();
        for _ in 0..self.rng.usize(1..=3) {
            steps.push(Step::Pass { seconds: self.rng.i64(60..130) });
            steps.extend(self.cron());
        }
        steps
    }

    pub fn millis(&mut self, longest: u64) -> Duration {
        Duration::from_millis(self.rng.u64(..longest))
    }

    pub fn confirmed(&mut self, service: u32) -> Command {
        self.confirmations += 1;
        Command::PanelRenew { service, confirmation: format!("word-{}", self.confirmations) }
    }

    pub fn any_command(&mut self) -> Command {
        let service = self.service();
        match self.rng.u8(..45) {
            0..8 => Command::Create { service },
            8..10 => Command::PanelCreate { service },
            10..16 => Command::Renew { service },
            16..18 => self.confirmed(service),
            18..22 => Command::Terminate { service },
            22..24 => Command::Sync { service },
            24..28 => Command::Invoice { service },
            28..34 => Command::Pay { service },
            34..36 => Command::Retry { service },
            36..40 => Command::Cron,
            40 => Command::PanelChangePeriod { service, months: self.months() },
            41 => Command::PanelLinkOrder { service },
            42 => Command::PanelDropUnpaid { service },
            43 => Command::SetCycle { service, cycle: self.cycle() },
            _ => Command::SignOn,
        }
    }

    /// Whether the tariff offers it or not.
    pub fn months(&mut self) -> u32 {
        self.rng.choice(CYCLES).map_or(1, |(_, months)| months)
    }

    /// Of those that WHMCS has, whether the tariff offers it or not.
    pub fn cycle(&mut self) -> &'static str {
        let sold = self.rng.choice(CYCLES).map_or("Monthly", |(cycle, _)| cycle);
        if self.rng.u8(..10) == 0 { "Biennially" } else { sold }
    }

    /// A call that spends, the command that makes it, and the steps that come before.
    pub fn spending(&mut self) -> (&'static str, Command, Vec<Step>) {
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

    /// One of those after which nobody knows whether the call took effect.
    pub fn loss(&mut self) -> &'static str {
        pick(
            &mut self.rng,
            &[
                "reply_lost",
                "reset_after",
                "truncated",
                "malformed",
                "empty",
                "http_500",
                "http_502",
                "http_504",
                "html_page",
            ],
        )
    }
}
