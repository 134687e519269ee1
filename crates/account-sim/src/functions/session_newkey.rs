//! `session.newkey`: keeps a one-time key with which a browser may log in as the same user.

use super::{Answer, Call, ok};
use crate::state::assumptions::SessionNewkey;
use crate::state::refusal::Refusal;

const SHORTEST_KEY: usize = 16;
/// Each key is kept for an hour.
const LONGEST_KEY: usize = 255;

pub fn answer(call: &mut Call) -> Answer {
    if call.world.settings.assumptions.u21_session_newkey == SessionNewkey::Access {
        return Err(Refusal::access(call.request.func()));
    }
    let key = call.request.text("key");
    if call.request.text("username") != &*call.login {
        return Err(Refusal::access(call.request.func()));
    }
    if !(SHORTEST_KEY..=LONGEST_KEY).contains(&key.chars().count()) {
        return Err(Refusal::invalid("key", ""));
    }
    let now = call.world.now();
    call.sessions.keep_key(&call.login, key, now);
    ok()
}
