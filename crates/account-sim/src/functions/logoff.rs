//! `logoff`: ends the session that the request came with.

use super::{Answer, Call, done};
use crate::wire::document::Element;

pub fn answer(call: &mut Call) -> Answer {
    if let Some(session) = call.request.session() {
        call.sessions.close(session);
    }
    Ok(done(Element::leaf("ok", "")))
}
