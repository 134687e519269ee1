//! Sessions and one-time login keys: who holds which, from where, and until when.

use std::collections::BTreeMap;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::account::Login;
use super::clock::later;
use super::token::token;

/// A session ends an hour after its last request; a one-time key lives as long.
const LIFETIME: SignedDuration = SignedDuration::from_hours(1);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Sessions {
    open: BTreeMap<String, (IpAddr, Grant)>,
    keys: BTreeMap<String, Grant>,
    opened: u64,
    /// What each session wants to see of each list: fields and values.
    filters: BTreeMap<String, BTreeMap<String, Filter>>,
}

/// How many sessions, and how many keys, there are at a time; beyond it the one that would end first makes room.
const MOST: usize = 10_000;
/// A filter that is longer holds for its request alone.
const LONGEST_FILTER: usize = 8 * 1024;

/// Fields of a list and what they have to hold.
pub type Filter = Vec<(String, String)>;

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Grant {
    login: Login,
    until: Timestamp,
}

impl Sessions {
    pub fn open(&mut self, login: &Login, peer: IpAddr, now: Timestamp) -> String {
        if make_room(&mut self.open, now, |(_, grant)| grant.until) {
            self.filters.retain(|id, _| self.open.contains_key(id));
        }
        self.opened += 1;
        let id = token(&["session", login, &self.opened.to_string()], 24);
        self.open.insert(id.clone(), (peer, Grant::new(login, now)));
        id
    }

    /// Whose session it is; using it keeps it open. It is good only from the address at which it was opened.
    pub fn resume(&mut self, id: &str, peer: IpAddr, now: Timestamp) -> Option<Login> {
        let (_, grant) = self.open.get_mut(id).filter(|(opened_at, grant)| *opened_at == peer && now < grant.until)?;
        *grant = Grant::new(&grant.login, now);
        Some(grant.login.clone())
    }

    pub fn close(&mut self, id: &str) {
        self.open.remove(id);
        self.filters.remove(id);
    }

    /// Remembers the filter of a list as long as the session is open; an empty one is forgotten.
    pub fn keep_filter(&mut self, id: &str, list: &str, filter: Filter) {
        let length: usize = filter.iter().map(|(field, value)| field.len() + value.len()).sum();
        if !self.open.contains_key(id) || length > LONGEST_FILTER {
            return;
        }
        let filters = self.filters.entry(id.to_owned()).or_default();
        match filter.is_empty() {
            true => filters.remove(list),
            false => filters.insert(list.to_owned(), filter),
        };
    }

    pub fn filter(&self, id: &str, list: &str) -> &[(String, String)] {
        self.filters.get(id).and_then(|filters| filters.get(list)).map_or(&[], Vec::as_slice)
    }

    pub fn keep_key(&mut self, login: &Login, key: &str, now: Timestamp) {
        make_room(&mut self.keys, now, |grant| grant.until);
        self.keys.insert(key.to_owned(), Grant::new(login, now));
    }

    /// Spends a one-time key, whether or not it turns out to be good.
    pub fn spend_key(&mut self, login: &str, key: &str, now: Timestamp) -> bool {
        self.keys.remove(key).is_some_and(|grant| *grant.login == *login && now < grant.until)
    }
}

/// Where there are too many, forgets those that are over, and at least one. Tells whether it did.
fn make_room<V>(kept: &mut BTreeMap<String, V>, now: Timestamp, until: impl Fn(&V) -> Timestamp) -> bool {
    if kept.len() < MOST {
        return false;
    }
    kept.retain(|_, one| now < until(one));
    if kept.len() >= MOST
        && let Some(first) = kept.iter().min_by_key(|(_, one)| until(one)).map(|(id, _)| id.clone())
    {
        kept.remove(&first);
    }
    true
}

impl Grant {
    fn new(login: &Login, now: Timestamp) -> Self {
        Self { login: login.clone(), until: later(now, LIFETIME) }
    }
}
