//! What a history is made of: services that were ordered, what the account is like, and steps in their order.

use std::fmt;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value, json};

#[derive(Clone, Debug)]
pub struct History {
    pub seed: u64,
    /// In WHMCS they are numbered from 1.
    pub services: Vec<Goods>,
    /// Of the simulated account.
    pub settings: Map<String, Value>,
    /// By how much the clock of the second web node is ahead of the first one's.
    pub skew_seconds: i64,
    pub scenes: Vec<Scene>,
}

/// Steps that belong together.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Without any one of them the others would ask for what nobody promises.
    pub is_whole: bool,
    pub steps: Vec<Step>,
}

/// What a service sells.
#[derive(Clone, Copy, Debug)]
pub struct Goods {
    pub tariff: u32,
    pub cycle: &'static str,
    /// The ispmanager licence of a module.
    pub item: u32,
    /// The product's setting by which the account renews what was ordered.
    pub renews_itself: bool,
}

#[derive(Clone, Debug)]
pub enum Step {
    /// At most eight run at once.
    Call {
        node: usize,
        command: Command,
    },
    /// One of the processes that run, the youngest counted as 0, is killed after a time.
    Kill {
        after: Duration,
        which: usize,
    },
    /// The youngest process is killed some time after the account got a call that the oldest fault waits for.
    KillOnceStruck {
        after: Duration,
    },
    /// A call, alone, whose process is killed when it is about to save what the account answered. A fault that waits for its call of the
    /// account tells when that is made, and must delay the answer.
    KilledBeforeSaving {
        node: usize,
        command: Command,
    },
    WaitForAll,
    /// Time passes only between calls: no call is under way for minutes.
    Pass {
        seconds: i64,
    },
    Fault(Value),
    ClearFaults,
    Balance {
        cents: u32,
    },
    /// A person pays for everything that lies in the account's basket.
    PayBasket,
    RestartDatabase {
        gently: bool,
    },
}

/// What somebody asks of WHMCS.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Command {
    Create {
        service: u32,
    },
    Renew {
        service: u32,
    },
    Terminate {
        service: u32,
    },
    Sync {
        service: u32,
    },
    PanelCreate {
        service: u32,
    },
    PanelRenew {
        service: u32,
        confirmation: String,
    },
    PanelChangePeriod {
        service: u32,
        months: u32,
    },
    /// The person takes the order that was bought for the service, or one that is not there.
    PanelLinkOrder {
        service: u32,
    },
    /// Takes out of the account's basket what waits there for the service.
    PanelDropUnpaid {
        service: u32,
    },
    /// Staff choose another billing cycle in WHMCS's own form, of which the module hears nothing.
    SetCycle {
        service: u32,
        cycle: &'static str,
    },
    /// Opens the account's own pages with a key that logs in once.
    SignOn,
    /// Raises the next renewal invoice, unless one waits.
    Invoice {
        service: u32,
    },
    /// Pays what waits, whereupon WHMCS runs Create or Renew.
    Pay {
        service: u32,
    },
    /// Presses Retry for whatever is in the module queue.
    Retry {
        service: u32,
    },
    Cron,
}

/// The billing cycles of WHMCS for which the account sells, and their months.
pub const CYCLES: [(&str, u32); 4] = [("Monthly", 1), ("Quarterly", 3), ("Semi-Annually", 6), ("Annually", 12)];

pub const BIT_NINJA: u32 = 55371;
pub const DDOS_GUARD: u32 = 23221;
pub const CLOUD_LINUX: u32 = 9203;

impl Goods {
    pub fn order_function(self) -> &'static str {
        if self.tariff == CLOUD_LINUX { "softexternal.order.param" } else { "addition.order.param" }
    }

    pub fn delete_function(self) -> &'static str {
        if self.tariff == CLOUD_LINUX { "softexternal.delete" } else { "addition.delete" }
    }

    pub fn edit_function(self) -> &'static str {
        if self.tariff == CLOUD_LINUX { "softexternal.edit" } else { "addition.edit" }
    }

    pub fn months(self) -> u32 {
        CYCLES.iter().find(|(cycle, _)| *cycle == self.cycle).map_or(1, |(_, months)| *months)
    }

    /// The service in WHMCS. By its name, which the account keeps, an order is known whatever happens to its remote id.
    pub fn as_ordered(self, service: u32) -> Value {
        let fields = match self.tariff {
            BIT_NINJA => {
                json!({ "item": self.item.to_string(), "bitninja_email": format!("service-{service}@example.com") })
            }
            DDOS_GUARD => json!({
                "item": self.item.to_string(),
                "domain": format!("service-{service}.example.com"),
                "target_ip": "192.0.2.7",
            }),
            _ => json!({ "licname": format!("service-{service}"), "ip": format!("192.0.2.{service}") }),
        };
        json!({ "tariff": self.tariff, "cycle": self.cycle, "renews_itself": self.renews_itself, "fields": fields })
    }
}

/// The service in WHMCS that an order of the account was made for, by one of its texts.
pub fn service_named_in(text: &str) -> Option<u32> {
    let digits: String = text.strip_prefix("service-")?.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

impl fmt::Display for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "seed {}", self.seed)?;
        for (id, goods) in (1..).zip(&self.services) {
            let renewal = if goods.renews_itself { ", renewed by the account" } else { "" };
            writeln!(f, "  service {id}: tariff {}, item {}, {}{renewal}", goods.tariff, goods.item, goods.cycle)?;
        }
        match self.skew_seconds {
            0 => {}
            1.. => writeln!(f, "  the second node's clock is {} s ahead", self.skew_seconds)?,
            _ => writeln!(f, "  the second node's clock is {} s behind", -self.skew_seconds)?,
        }
        writeln!(f, "  settings: {}", Value::from(self.settings.clone()))?;
        for (number, scene) in (1..).zip(&self.scenes) {
            for step in &scene.steps {
                writeln!(f, "  {number:>3}. {step}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call { node, command } => write!(f, "node {}: {}", node + 1, json!(command)),
            Self::Kill { after, which } => {
                write!(f, "kill -9 of the running process {which} after {} ms", after.as_millis())
            }
            Self::KillOnceStruck { after } => {
                write!(f, "kill -9 of the youngest process {} µs after the account was called", after.as_micros())
            }
            Self::KilledBeforeSaving { node, command } => {
                write!(
                    f,
                    "node {}: {}, kill -9 between the account's answer and the saving of it",
                    node + 1,
                    json!(command)
                )
            }
            Self::WaitForAll => write!(f, "wait for all"),
            Self::Pass { seconds } => write!(f, "{seconds} s pass"),
            Self::Fault(rule) => write!(f, "fault {rule}"),
            Self::ClearFaults => write!(f, "no further faults"),
            Self::Balance { cents } => write!(f, "balance {}.{:02}", cents / 100, cents % 100),
            Self::PayBasket => write!(f, "a person pays for the basket"),
            Self::RestartDatabase { gently: true } => write!(f, "MariaDB is restarted"),
            Self::RestartDatabase { gently: false } => write!(f, "MariaDB is killed and started"),
        }
    }
}
