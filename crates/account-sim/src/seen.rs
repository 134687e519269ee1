//! The requests that came in, as the control API tells of them: the newest, with secrets masked.

use std::collections::VecDeque;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::wire::mask;
use crate::wire::request::Request;

/// How many requests are kept; older ones are only counted.
const KEPT: usize = 10_000;
/// How many bytes of a request's parameters are kept, so that large requests do not fill the memory.
const KEPT_BYTES: usize = 8 * 1024;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SeenRequests {
    newest: VecDeque<Seen>,
    count: u64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Seen {
    at: Timestamp,
    func: String,
    /// Whose request it was, where it came as far as the account and the credentials were good.
    account: Option<String>,
    params: Map<String, Value>,
}

impl SeenRequests {
    pub fn add(&mut self, at: Timestamp, request: &Request) {
        if self.newest.len() >= KEPT {
            self.newest.pop_front();
        }
        self.count += 1;
        let params = shown(request);
        let func = params.get("func").and_then(Value::as_str).unwrap_or_default().to_owned();
        self.newest.push_back(Seen { at, func, account: None, params });
    }

    /// Notes whose the newest request is.
    pub fn belongs_to(&mut self, login: &str) {
        if let Some(seen) = self.newest.back_mut() {
            seen.account = Some(login.to_owned());
        }
    }

    pub fn newest_account(&self) -> Option<&str> {
        self.newest.back()?.account.as_deref()
    }

    pub fn newest(&self) -> &VecDeque<Seen> {
        &self.newest
    }

    /// How many came in since the last time they were cleared, those that are no longer kept included.
    pub fn count(&self) -> u64 {
        self.count
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

/// The first of repeated parameters is the one that counts, and the one that is kept.
fn shown(request: &Request) -> Map<String, Value> {
    let secrets = mask::secrets(request);
    let mut room = KEPT_BYTES;
    let mut shown = Map::new();
    for (name, value) in request.params() {
        if shown.contains_key(name) || name.len() > room {
            continue;
        }
        room -= name.len();
        let mut value = mask::masked(name, value, &secrets);
        if value.len() > room {
            value.truncate(value.floor_char_boundary(room));
        }
        room -= value.len();
        shown.insert(name.clone(), value.into());
    }
    shown
}
