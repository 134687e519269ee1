//! What a walk is made of: sensible and senseless calls of both accounts, moves of the clock, prices, money and faults.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::walk::Service;

/// Each account with its credentials, encoded for a query.
pub const LOGINS: [(&str, &str); 2] =
    [("eu-partner", "eu-partner:Secret%26%3Ceu%3E:1"), ("ru-partner", "ru-partner:Secret%26%3Cru%3E:1")];

/// What each account can buy, and beside it something that it cannot.
const TARIFFS: [[(&str, u32); 8]; 2] = [
    [
        ("addition", 55371),
        ("addition", 55371),
        ("addition", 23221),
        ("addition", 55361),
        ("softexternal", 55369),
        ("softexternal", 9203),
        ("soft", 55227),
        ("addition", 55390),
    ],
    [
        ("addition", 55390),
        ("addition", 55390),
        ("addition", 23221),
        ("softexternal", 55391),
        ("softexternal", 9203),
        ("soft", 55231),
        ("soft", 55232),
        ("addition", 55231),
    ],
];

const PERIODS: [&str; 10] = ["1", "1", "1", "1", "1", "6", "12", "-100", "0", "7"];

#[derive(Clone, Debug)]
pub enum Step {
    Order {
        who: usize,
        tariff: usize,
        period: &'static str,
        item: Index,
        autoprolong: &'static str,
        basket: bool,
    },
    /// A call about a service: `TYPE` is the service's own type.
    OnService {
        which: Which,
        func: &'static str,
        more: String,
    },
    Call {
        who: usize,
        query: String,
    },
    Control {
        path: &'static str,
        body: Value,
    },
    /// Somebody pays for what waits in a basket.
    Pay {
        order: u32,
    },
}

/// A service among those that there are when the step is taken, and who names it.
#[derive(Clone, Debug)]
pub struct Which {
    index: Index,
    /// One of the newest, which live more than those that were there from the beginning.
    new: bool,
    /// By the account that does not have it.
    by_other: bool,
}

impl Which {
    fn of<'a>(&self, services: &'a BTreeMap<u64, Service>) -> (&'a Service, &'static str) {
        let all: Vec<&Service> = services.values().collect();
        let newest = &all[all.len().saturating_sub(5)..];
        let service = *self.index.get(if self.new { newest } else { &all });
        let owner = LOGINS.iter().position(|(login, _)| *login == service.account).unwrap();
        let who = if self.by_other { 1 - owner } else { owner };
        (service, LOGINS[who].1)
    }
}

impl Step {
    pub fn needs_services(&self) -> bool {
        matches!(self, Self::Order { .. } | Self::OnService { .. })
    }

    /// The query of a billing call.
    pub fn query(&self, services: &BTreeMap<u64, Service>) -> String {
        match self {
            Self::Order { who, tariff, period, item, autoprolong, basket } => {
                let (kind, tariff) = TARIFFS[*who][*tariff];
                let skipbasket = if *basket { "off" } else { "on" };
                let (login, authinfo) = LOGINS[*who];
                let own = |service: &&Service| service.account == login && service.itemtype == "soft";
                let mut licences: Vec<u64> = services.values().filter(own).map(|service| service.id).collect();
                // A licence of the other account, or none at all.
                licences.push(1002);
                format!(
                    "authinfo={}&func={kind}.order.param&clicked_button=finish&pricelist={tariff}&period={period}\
                     &autoprolong={autoprolong}&item={}&skipbasket={skipbasket}&sok=ok&remoteid=r%26{tariff}\
                     &domain=example.com&target_ip=192.0.2.7&ip=192.0.2.8&licname=name&bitninja_email=a@example.com",
                    authinfo,
                    item.get(&licences),
                )
            }
            Self::OnService { which, func, more } => {
                let (service, authinfo) = which.of(services);
                let func = func.replace("TYPE", &service.itemtype);
                format!("authinfo={authinfo}&func={func}&elid={}{more}", service.id)
            }
            Self::Call { who, query } => format!("authinfo={}&{query}", LOGINS[*who].1),
            Self::Pay { .. } | Self::Control { .. } => String::new(),
        }
    }
}

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..40)
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => order(),
        8 => on_service(),
        4 => call(),
        5 => clock(),
        2 => (77..82_u32).prop_map(|order| Step::Pay { order }),
        2 => money(),
        2 => switch(),
        2 => fault(),
    ]
}

fn order() -> impl Strategy<Value = Step> {
    (
        0..2_usize,
        0..TARIFFS[0].len(),
        select(&PERIODS[..]),
        any::<Index>(),
        select(&PERIODS[..]),
        prop::bool::weighted(0.2),
    )
        .prop_map(|(who, tariff, period, item, autoprolong, basket)| Step::Order {
            who,
            tariff,
            period,
            item,
            autoprolong,
            basket,
        })
}

fn on_service() -> impl Strategy<Value = Step> {
    let period = || select(&PERIODS[..]);
    let action = prop_oneof![
        8 => period().prop_map(|period| ("service.prolong", format!("&period={period}&sok=ok"))),
        1 => period().prop_map(|period| ("service.prolong", format!("&period={period}"))),
        2 => Just(("TYPE.delete", "&sok=ok".to_owned())),
        3 => period().prop_map(|period| ("TYPE.edit", format!("&autoprolong={period}&sok=ok"))),
        1 => Just(("TYPE.edit", String::new())),
        1 => Just(("soft.delete", String::new())),
        1 => Just(("TYPE.suspend", String::new())),
        1 => Just(("TYPE.resume", String::new())),
        1 => (0..TARIFFS[0].len(), period()).prop_map(|(tariff, period)| {
            ("service.changepricelist", format!("&pricelist={}&period={period}&sok=ok", TARIFFS[tariff % 2][tariff].1))
        }),
        1 => period().prop_map(|period| ("groupedit", format!(",+1001&faction=service.prolong&period={period}&sok=ok"))),
    ];
    (which(), action).prop_map(|(which, (func, more))| Step::OnService { which, func, more })
}

fn which() -> impl Strategy<Value = Which> {
    (any::<Index>(), prop::bool::weighted(0.8), prop::bool::weighted(0.1)).prop_map(|(index, new, by_other)| Which {
        index,
        new,
        by_other,
    })
}

fn call() -> impl Strategy<Value = Step> {
    let query = prop_oneof![
        select(
            &[
                "func=addition",
                "func=soft&p_cnt=2&p_num=2",
                "func=softexternal",
                "func=basket",
                "func=subaccount",
                "func=basket&clicked_button=clearbasket&sok=ok"
            ][..]
        )
        .prop_map(str::to_owned),
        "[a-z.]{1,12}".prop_map(|func| format!("func={func}&sok=ok")),
    ];
    (0..2_usize, query).prop_map(|(who, query)| Step::Call { who, query })
}

fn clock() -> impl Strategy<Value = Step> {
    let body = prop_oneof![
        3 => (0..5_i64).prop_map(|seconds| json!({ "advance_seconds": seconds })),
        4 => (1..50_i64).prop_map(|days| json!({ "advance_days": days })),
        1 => (200..1200_i64).prop_map(|days| json!({ "advance_days": days })),
        1 => (-40..0_i64).prop_map(|days| json!({ "advance_days": days })),
    ];
    body.prop_map(|body| Step::Control { path: "clock", body })
}

fn money() -> impl Strategy<Value = Step> {
    // Some are a cent off a price.
    let amount = |most: u32| {
        prop_oneof![3 => 0..most, 1 => select(&[999, 1000, 1001, 1100, 2000][..])]
            .prop_map(|cents: u32| format!("{}.{:02}", cents / 100, cents % 100))
    };
    prop_oneof![
        (0..2_usize, amount(20_000)).prop_map(|(who, amount)| json!({ "balance": { LOGINS[who].0: amount } })),
        (0..2_usize, amount(20_000)).prop_map(|(who, amount)| json!({ "credit": { LOGINS[who].0: amount } })),
        amount(5_000).prop_map(|amount| json!({ "prices": { "eu-partner": { "55371": { "1": amount } } } })),
    ]
    .prop_map(|body| Step::Control { path: "seed", body })
}

fn switch() -> impl Strategy<Value = Step> {
    let settings = vec![
        json!({ "u3_short_balance": "unpaid" }),
        json!({ "u3_short_balance": "error" }),
        json!({ "u3_short_balance": "unpaid_with_id" }),
        json!({ "u13_renewal_period": "own_only" }),
        json!({ "u23_refund": "remaining_days" }),
        json!({ "u24_licence_deletion": "deleted" }),
        json!({ "u28_suspended_renewal": "from_end" }),
        json!({ "u28_suspended_renewal": "from_today" }),
        json!({ "u28_suspended_renewal": "refused" }),
        json!({ "deleted_rows": "vanish" }),
        json!({ "deleted_rows": "linger" }),
        json!({ "u17_activation_reads": 0 }),
        json!({ "u17_activation_reads": 2 }),
    ];
    select(settings).prop_map(|body| Step::Control { path: "seed", body })
}

fn fault() -> impl Strategy<Value = Step> {
    let func = select(&["service.prolong", "addition.order.param", "soft.order.param", "addition.delete"][..]);
    let kind = prop_oneof![
        4 => select(&["reply_lost", "reset_before", "reset_after", "truncated", "malformed", "http_502", "duplicate"][..])
            .prop_map(|fault| json!({ "fault": fault })),
        1 => (1..4_000_000_u32).prop_map(|seconds| json!({ "fault": "late_commit", "seconds": seconds })),
    ];
    (func, kind).prop_map(|(func, mut rule)| {
        rule["func"] = func.into();
        Step::Control { path: "faults", body: rule }
    })
}
