//! `whoami`: the user who is logged in.

use super::auth::CLIENT_LEVEL;
use super::{Answer, Call};
use crate::wire::document::{Document, Element, Kind};

pub fn answer(call: &mut Call) -> Answer {
    let user = Element::leaf("user", &call.login).with("name", &call.login).with("level", CLIENT_LEVEL);
    Ok(Document::new(Kind::Done, vec![user]))
}
