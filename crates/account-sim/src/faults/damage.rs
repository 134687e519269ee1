//! What a fault makes of an answer, before it goes to the socket.

use std::time::Duration;

use encoding_rs::WINDOWS_1251;

use super::fault::{Fault, FaultKind};
use super::pages;
use crate::wire::reply::Reply;

/// What the server has to do with a connection.
#[derive(Clone, Debug)]
pub enum Delivery {
    Answer(Reply, Pace),
    /// The connection is closed without a byte.
    Closed,
    /// The connection is reset.
    Reset,
}

/// How the body of an answer is sent; its length is announced in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    AtOnce,
    /// As a whole, after real time.
    After(Duration),
    /// In small pieces, evenly over real time.
    Over(Duration),
    /// The first half, then the connection is closed.
    Half,
}

impl From<Reply> for Delivery {
    fn from(reply: Reply) -> Self {
        Self::Answer(reply, Pace::AtOnce)
    }
}

/// Not valid in XML, in JSON or in UTF-8.
const GARBAGE: [u8; 3] = [0x00, 0xff, 0x00];
const BYTE_ORDER_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// `reply` is what the call was answered; none when it did not take effect.
pub fn damaged(fault: &Fault, reply: Option<Reply>) -> Delivery {
    let page = |status| Delivery::from(pages::page(status));
    match (fault.kind, reply) {
        (FaultKind::ReplyLost | FaultKind::LateCommit, _) => Delivery::Closed,
        (FaultKind::ResetBefore | FaultKind::ResetAfter, _) => Delivery::Reset,
        (FaultKind::Http403, _) => page(403),
        (FaultKind::Http429, _) => page(429),
        (FaultKind::Http460, _) => page(460),
        (FaultKind::Http500, _) => page(500),
        (FaultKind::Http502, _) => page(502),
        (FaultKind::Http503, _) => page(503),
        (FaultKind::Http504, _) => page(504),
        (FaultKind::HtmlPage, _) => page(200),
        (FaultKind::Empty, reply) => {
            let reply = reply.unwrap_or_else(|| pages::page(200));
            Reply { body: Vec::new(), ..reply }.into()
        }
        // No other fault keeps a call from its answer.
        (_, None) => Delivery::Closed,
        (FaultKind::Truncated, Some(reply)) => Delivery::Answer(reply, Pace::Half),
        (FaultKind::Delay, Some(reply)) => Delivery::Answer(reply, Pace::After(real(fault))),
        (FaultKind::Drip, Some(reply)) => Delivery::Answer(reply, Pace::Over(real(fault))),
        (FaultKind::Malformed, Some(mut reply)) => {
            let middle = reply.body.len() / 2;
            let end = reply.body.len().min(middle + GARBAGE.len());
            reply.body.splice(middle..end, GARBAGE);
            reply.into()
        }
        (FaultKind::Bom, Some(mut reply)) => {
            reply.body.splice(..0, BYTE_ORDER_MARK);
            reply.into()
        }
        (FaultKind::WrongCharset, Some(mut reply)) => {
            let text = String::from_utf8_lossy(&reply.body);
            reply.body = WINDOWS_1251.encode(&text).0.into_owned();
            reply.into()
        }
        (FaultKind::None | FaultKind::LongRequest | FaultKind::Duplicate | FaultKind::Error, Some(reply)) => {
            reply.into()
        }
    }
}

fn real(fault: &Fault) -> Duration {
    Duration::try_from_secs_f64(fault.seconds()).unwrap_or_default()
}
