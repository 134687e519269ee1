//! Logging in: by `authinfo`, by an open session, and `func=auth` with a password or a one-time key.

use crate::state::World;
use crate::state::account::{Account, Login};
use crate::state::login_guard::LoginGuard;
use crate::state::refusal::Refusal;
use crate::state::session::Sessions;
use crate::wire::document::{Document, Element, Kind};
use crate::wire::request::Request;

/// The level of a client of the billing system.
pub const CLIENT_LEVEL: u8 = 16;

/// Who sends a request that is not itself a login. Of several credentials `authinfo` counts first, then `auth`, then
/// the cookie.
pub fn identify(
    world: &World,
    sessions: &mut Sessions,
    guard: &mut LoginGuard,
    request: &Request,
) -> Result<Login, Refusal> {
    let now = world.now();
    let peer = request.origin.peer;
    let login = match (request.get("authinfo"), request.session()) {
        (Some(authinfo), _) => {
            let (login, password) = authinfo.split_once(':').unwrap_or((authinfo, ""));
            check(world, guard, request, login, |account| account.password == password)?
        }
        (None, Some(session)) => {
            guard.admit_address(peer, now)?;
            let resumed = sessions.resume(session, peer, now);
            resumed.ok_or_else(|| Refusal::access(request.func()))?
        }
        (None, None) => {
            guard.admit_address(peer, now)?;
            return Err(Refusal::AuthorizationRequired);
        }
    };
    guard.count_request(&login, now, &world.settings.assumptions)?;
    Ok(login)
}

/// Whether a request is a login by itself.
pub fn is_login(request: &Request) -> bool {
    match request.func() {
        "auth" => true,
        "logon" => request.get("username").is_some(),
        _ => false,
    }
}

/// What `func=auth` ends with: a session, and whether a one-time key opened it.
pub struct LoggedIn {
    pub login: Login,
    pub session: String,
    pub by_key: bool,
}

/// By `username` with a password or a one-time key; without it by `authinfo`, or by a session that is open already.
pub fn log_in(
    world: &World,
    sessions: &mut Sessions,
    guard: &mut LoginGuard,
    request: &Request,
) -> Result<LoggedIn, Refusal> {
    let now = world.now();
    let key = request.get("key").filter(|_| request.get("username").is_some());
    if request.get("username").is_none() && (request.get("authinfo").is_some() || request.session().is_some()) {
        let login = identify(world, sessions, guard, request)?;
        let open = request.session().map(str::to_owned);
        let session = open.unwrap_or_else(|| sessions.open(&login, request.origin.peer, now));
        return Ok(LoggedIn { login, session, by_key: false });
    }
    let login = check(world, guard, request, request.text("username"), |account| match key {
        Some(key) => sessions.spend_key(&account.login, key, now),
        None => account.password == request.text("password"),
    })?;
    let session = sessions.open(&login, request.origin.peer, now);
    Ok(LoggedIn { login, session, by_key: key.is_some() })
}

pub fn document(login: &LoggedIn, bare: bool) -> Document {
    let auth = Element::leaf("auth", &login.session);
    let auth = if bare { auth } else { auth.with("id", &login.session).with("level", CLIENT_LEVEL) };
    Document::new(Kind::Login, vec![auth])
}

/// The account of that name, if the caller may try now and `proves` to be its owner.
fn check(
    world: &World,
    guard: &mut LoginGuard,
    request: &Request,
    login: &str,
    proves: impl FnOnce(&Account) -> bool,
) -> Result<Login, Refusal> {
    let (peer, now) = (request.origin.peer, world.now());
    guard.admit_address(peer, now)?;
    let account = world.account(login);
    if let Some(account) = account {
        guard.admit_user(&account.login, now)?;
        if proves(account) {
            guard.succeeded(&account.login, peer);
            return Ok(account.login.clone());
        }
    }
    guard.failed(account.map(|account| &*account.login), peer, now, &world.settings.assumptions);
    Err(Refusal::BadPassword)
}
