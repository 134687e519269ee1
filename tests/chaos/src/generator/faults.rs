//! What may happen to a call of the account.

use serde_json::{Value, json};

use super::teller::Teller;
use super::{LATEST_COMMIT, pick};
use crate::history::Step;

impl Teller {
    /// What may happen to a call; `spends` leaves out what no caller can guard against.
    pub(super) fn fault(&mut self, func: &str, spends: bool) -> Step {
        self.fault_after(func, 0, spends)
    }

    /// The same after some calls have passed.
    pub(super) fn fault_after(&mut self, func: &str, after: u32, spends: bool) -> Step {
        let mut rule = json!({ "func": func, "after": after, "times": self.rng.u32(1..=2) });
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
}
