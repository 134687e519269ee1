//! The world in which the table is walked: one service in each state that an error needs.

use account_sim::{Answer, InProcess};
use jiff::Timestamp;
use serde_json::{Value, json};

const ORDERS: &[&str] = &[
    "addition.order.param&pricelist=55371&item=1001&period=1",
    "softexternal.order.param&pricelist=9203&ip=192.0.2.66&licname=one&period=1",
    "certificate.order.param&pricelist=2026&period=12&field_country=182&CN=example.com&ST=a&L=b&O=c&adm_fname=d\
     &adm_lname=e&adm_email=a@example.com&adm_phone=%2B15550100&approver_email_1=admin@example.com&csr=CSR",
    "addition.order.param&pricelist=55371&item=1002&period=-100",
    "addition.order.param&pricelist=55361&item=1001&period=1",
    "softexternal.order.param&pricelist=9203&ip=192.0.2.67&licname=two&period=1",
];

const CSR: &str = "-----BEGIN+CERTIFICATE+REQUEST-----%0Aabc%0A-----END+CERTIFICATE+REQUEST-----";

/// The value for which a word of the table stands in the calls of a function.
pub fn value_of(word: &str, func: &str) -> Option<&'static str> {
    let kind = func.split('.').next().unwrap();
    Some(match (word, kind) {
        ("ACTIVE", "softexternal") => "812346",
        ("ACTIVE", "certificate") => "812347",
        ("ACTIVE", "soft") | ("LICENCE", _) => "1001",
        ("ACTIVE" | "MODULE", _) => "812345",
        ("TRIAL", _) => "812348",
        ("STOPPED", "addition") => "812349",
        ("STOPPED", "softexternal") => "812350",
        ("STOPPED", _) => "1003",
        ("CSR", _) => CSR,
        _ => return None,
    })
}

/// One world; a clone of it is another one in the same state.
#[derive(Clone)]
pub struct World {
    at: Timestamp,
    sim: InProcess,
}

pub fn prepared() -> World {
    let at = "2027-01-10T12:00:00Z".parse().unwrap();
    let mut world = World { at, sim: InProcess::new(at) };
    world.seed(&json!({
        "balance": { "eu-partner": "5000.00" },
        "u12_module_suspension": "allowed",
        "u17_activation_reads": 0,
    }));
    let stop = |kind: &str| format!("{kind}.suspend&elid={}", value_of("STOPPED", kind).unwrap());
    let orders = ORDERS.iter().map(|order| format!("{}&sok=ok&skipbasket=on", order.replace("CSR", CSR)));
    for call in orders.chain(["addition", "softexternal", "soft"].map(stop)) {
        let answer = world.ask(&format!("authinfo=eu-partner:Secret%26%3Ceu%3E:1&out=text&func={call}"));
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.ends_with("OK\n"), "{call}: {text}");
    }
    world.seed(&json!({ "u12_module_suspension": "access" }));
    world
}

impl World {
    pub fn ask(&mut self, query: &str) -> Answer {
        self.sim.billing(self.at, query, b"").unwrap()
    }

    pub fn seed(&mut self, settings: &Value) {
        let (status, error) = self.sim.control(self.at, "POST", "/control/seed", &settings.to_string());
        assert_eq!(status, 200, "{error}");
    }
}
