//! `logoff`, also `logout`: ends the session that the request came with. `keepalive`: keeps it open, as every request
//! does. `logon`: the form in which a person logs in.

use super::{Answer, Call, ok};
use crate::wire::document::{Document, Element, Kind};

pub fn end(call: &mut Call) -> Answer {
    if let Some(session) = call.request.session() {
        call.sessions.close(session);
    }
    ok()
}

pub fn keep(_: &mut Call) -> Answer {
    ok()
}

pub fn form(call: &mut Call) -> Answer {
    Ok(Document::new(
        Kind::Form,
        vec![
            Element::leaf("username", ""),
            Element::leaf("password", ""),
            Element::leaf("lang", call.lang.code()),
            Element::select("lang", [("en", "English"), ("ru", "Русский")]),
        ],
    ))
}
