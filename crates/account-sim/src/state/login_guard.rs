//! Who may not log in for a while, or ask again so soon: users and addresses that failed too often in a row.

use std::collections::BTreeMap;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::assumptions::Assumptions;
use super::clock::later;
use super::refusal::Refusal;

/// For a user the documents of clients know the time; for an address nobody does.
pub const BLOCKED_LOGIN_SECONDS: i64 = 20;
const BLOCKED_ADDRESS_SECONDS: i64 = 600;

/// Only users that exist are counted, and addresses only while they fail, so that guessing does not fill the memory.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LoginGuard {
    users: BTreeMap<String, Failures>,
    addresses: BTreeMap<IpAddr, Failures>,
    /// The second of each account's last request, and how many there were in it.
    paces: BTreeMap<String, (i64, u32)>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Failures {
    in_a_row: u32,
    blocked_until: Option<Timestamp>,
}

impl LoginGuard {
    pub fn admit_address(&self, address: IpAddr, now: Timestamp) -> Result<(), Refusal> {
        match self.addresses.get(&address).is_some_and(|failures| failures.block(now)) {
            true => Err(Refusal::BlockedAddress),
            false => Ok(()),
        }
    }

    pub fn admit_user(&self, login: &str, now: Timestamp) -> Result<(), Refusal> {
        match self.users.get(login).is_some_and(|failures| failures.block(now)) {
            true => Err(Refusal::BlockedLogin),
            false => Ok(()),
        }
    }

    pub fn succeeded(&mut self, login: &str, address: IpAddr) {
        self.users.remove(login);
        self.addresses.remove(&address);
    }

    /// `login` is none where there is no such user.
    pub fn failed(&mut self, login: Option<&str>, address: IpAddr, now: Timestamp, assumptions: &Assumptions) {
        if let Some(limit) = assumptions.u18_ip_failures {
            self.addresses.entry(address).or_default().count(limit, now, BLOCKED_ADDRESS_SECONDS);
        }
        if let (Some(login), Some(limit)) = (login, assumptions.u18_login_failures) {
            self.users.entry(login.to_owned()).or_default().count(limit, now, BLOCKED_LOGIN_SECONDS);
        }
    }

    /// A second is one of the virtual clock: while it stands, an account's requests only add up.
    pub fn count_request(&mut self, login: &str, now: Timestamp, assumptions: &Assumptions) -> Result<(), Refusal> {
        let Some(limit) = assumptions.u18_requests_per_second else {
            return Ok(());
        };
        let second = now.as_second();
        let (last, requests) = self.paces.entry(login.to_owned()).or_insert((second, 0));
        *requests = if *last == second { requests.saturating_add(1) } else { 1 };
        *last = second;
        if *requests > limit { Err(Refusal::TooManyRequests) } else { Ok(()) }
    }
}

impl Failures {
    fn block(&self, now: Timestamp) -> bool {
        self.blocked_until.is_some_and(|until| now < until)
    }

    /// Once a block is over, counting begins anew.
    fn count(&mut self, limit: u32, now: Timestamp, seconds: i64) {
        self.in_a_row += 1;
        if self.in_a_row >= limit {
            *self = Self { in_a_row: 0, blocked_until: Some(later(now, SignedDuration::from_secs(seconds))) };
        }
    }
}
