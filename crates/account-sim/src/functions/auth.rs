//! Logging in: by `authinfo`, by an open session, and `func=auth` with a password or a one-time key.

use jiff::Timestamp;

use crate::state::World;
use crate::state::refusal::Refusal;
use crate::state::session::Sessions;
use crate::wire::document::{Document, Element, Kind};
use crate::wire::request::Request;

/// The level of a client of the billing system.
pub const CLIENT_LEVEL: u8 = 16;

/// Who sends a request that is not itself a login.
pub fn identify(world: &World, sessions: &mut Sessions, request: &Request) -> Result<&'static str, Refusal> {
    if let Some(authinfo) = request.get("authinfo") {
        let (login, password) = authinfo.split_once(':').unwrap_or((authinfo, ""));
        return check_password(world, login, password);
    }
    match request.get("auth") {
        None => Err(Refusal::AuthorizationRequired),
        Some(session) => {
            sessions.resume(session, world.now()).ok_or_else(|| Refusal::Access { function: request.func().to_owned() })
        }
    }
}

/// What `func=auth` ends with: a new session, and whether a one-time key opened it.
pub struct Login {
    pub login: &'static str,
    pub session: String,
    pub by_key: bool,
}

pub fn log_in(world: &World, sessions: &mut Sessions, request: &Request, now: Timestamp) -> Result<Login, Refusal> {
    let username = request.text("username");
    let by_key = request.get("key").is_some();
    let login = match request.get("key") {
        Some(key) => sessions.spend_key(username, key, now).ok_or(Refusal::BadPassword)?,
        None => check_password(world, username, request.text("password"))?,
    };
    Ok(Login { login, session: sessions.open(login, now), by_key })
}

pub fn document(login: &Login, bare: bool) -> Document {
    let auth = Element::leaf("auth", &login.session);
    let auth = if bare { auth } else { auth.with("id", &login.session).with("level", CLIENT_LEVEL) };
    Document::new(Kind::Login, vec![auth])
}

fn check_password(world: &World, login: &str, password: &str) -> Result<&'static str, Refusal> {
    world
        .account(login)
        .filter(|account| account.password == password)
        .map(|account| account.login)
        .ok_or(Refusal::BadPassword)
}
