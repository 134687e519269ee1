//! The account without a socket, for tests that make very many calls: the same requests, rules and answers, at
//! moments that the caller names.

use jiff::Timestamp;

use crate::control;
use crate::faults::{Delivery, Pace};
use crate::sim::Sim;
use crate::wire::request::Request;

/// A simulated account in the caller's own memory. What a real clock would show is told with each call.
#[derive(Clone)]
pub struct InProcess(Sim);

/// An answer as the socket would carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub content_type: String,
    /// What arrives: of a truncated answer its first half.
    pub body: Vec<u8>,
}

impl InProcess {
    /// A fresh world.
    pub fn new(at: Timestamp) -> Self {
        Self(Sim::new(at))
    }

    /// A call to the billing API: what stands behind the `?` of the address, and the form in the body. None when a
    /// fault breaks the connection; the call may have taken effect then. Nobody waits for a delayed answer.
    pub fn billing(&mut self, at: Timestamp, query: &str, body: &[u8]) -> Option<Answer> {
        let Delivery::Answer(mut reply, pace) = self.0.billing(at, &Request::parse(query, body)) else {
            return None;
        };
        if pace == Pace::Half {
            reply.body.truncate(reply.body.len() / 2);
        }
        Some(Answer { status: reply.status, content_type: reply.content_type.into_owned(), body: reply.body })
    }

    /// A call to the control API: its status and its JSON.
    pub fn control(&mut self, at: Timestamp, method: &str, path: &str, body: &str) -> (u16, String) {
        control::reply(&mut self.0, at, method, path, body)
    }
}
