//! Long requests: answers that wait behind an address until their time has come, and are given once.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::pages;
use crate::state::token::token;
use crate::wire::lang::Lang;
use crate::wire::reply::Reply;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LongRequests {
    waiting: BTreeMap<String, Waiting>,
    begun: u64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Waiting {
    until: Timestamp,
    lang: Lang,
    answer: Reply,
}

impl LongRequests {
    /// The page that a client gets instead of the answer.
    pub fn begin(&mut self, answer: Reply, until: Timestamp, lang: Lang) -> Reply {
        self.begun += 1;
        let name = token(&["long", &self.begun.to_string()], 24);
        let page = pages::long(&path(&name), lang);
        self.waiting.insert(name, Waiting { until, lang, answer });
        page
    }

    /// What stands at the address of that name now; none when nothing ever did, or when the answer was given.
    pub fn look(&mut self, name: &str, now: Timestamp) -> Option<Reply> {
        let waiting = self.waiting.get(name)?;
        if now < waiting.until {
            return Some(pages::long(&path(name), waiting.lang));
        }
        self.waiting.remove(name).map(|waiting| waiting.answer)
    }
}

fn path(name: &str) -> String {
    format!("/long/{name}/billmgr")
}

/// The name in a path that leads to a long request.
pub fn long_request_in(path: &str) -> Option<&str> {
    path.strip_prefix("/long/")?.strip_suffix("/billmgr").filter(|name| !name.contains('/'))
}
