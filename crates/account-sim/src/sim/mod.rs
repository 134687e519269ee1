//! Everything that one server holds, and how a billing request goes through it: seen, hit by a fault or not,
//! identified, carried out, written down. Knows no sockets; real time is handed in.

mod hit;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::faults::{self, Delivery, Faults};
use crate::functions::{self, Call, auth};
use crate::seen::SeenRequests;
use crate::state::World;
use crate::state::account::Login;
use crate::state::assumptions::IpBlock;
use crate::state::clock::Clock;
use crate::state::login_guard::LoginGuard;
use crate::state::refusal::Refusal;
use crate::state::session::Sessions;
use crate::state::settings::Settings;
use crate::state::tariff::Region;
use crate::wire::document::Document;
use crate::wire::lang::Lang;
use crate::wire::reply::Reply;
use crate::wire::request::{Output, Request};
use crate::wire::{self, frame, refusal};

#[derive(Clone, Serialize, Deserialize)]
pub struct Sim {
    pub world: World,
    pub clock: Clock,
    pub faults: Faults,
    pub seen: SeenRequests,
    sessions: Sessions,
    guard: LoginGuard,
}

impl Sim {
    pub fn new(real: Timestamp) -> Self {
        Self {
            world: World::new(real, Settings::default()),
            clock: Clock::default(),
            faults: Faults::default(),
            seen: SeenRequests::default(),
            sessions: Sessions::default(),
            guard: LoginGuard::default(),
        }
    }

    /// A world whose clock shows that moment and stands.
    pub fn with_world(real: Timestamp, at: Timestamp, world: World) -> Self {
        let mut sim = Self { world, ..Self::new(real) };
        sim.clock.freeze(real, true);
        sim.clock.set(real, at);
        sim
    }

    /// What was read from a snapshot, made whole.
    pub fn restored(mut self) -> Self {
        self.world.schedule_all();
        self
    }

    /// Lets the world catch up with the clock, late calls at their moments. Every entrance calls this first.
    pub fn catch_up(&mut self, real: Timestamp) {
        let now = self.clock.now(real);
        while let Some(late) = self.faults.late.take_due(now) {
            self.world.advance_to(late.at);
            match late.login {
                Some(login) => self.call(Ok(login), &late.request),
                None => self.log_in(&late.request),
            };
        }
        self.world.advance_to(now);
    }

    pub fn billing(&mut self, real: Timestamp, request: &Request) -> Delivery {
        self.catch_up(real);
        let fault = self.faults.strike(request.func());
        self.seen.add(self.world.now(), request);
        match fault {
            Some(fault) => hit::hit(self, &fault, request),
            None => self.carry_out(request).into(),
        }
    }

    fn carry_out(&mut self, request: &Request) -> Reply {
        if request.output().is_none() {
            return self.refuse(Refusal::invalid("out", request.text("out")), request);
        }
        if auth::is_login(request) {
            return self.log_in(request);
        }
        let who = self.identify(request).or_else(|refusal| self.visitor(&refusal, request).ok_or(refusal));
        self.call(who, request)
    }

    /// Somebody who is not logged in sees what is open to everybody as the EU account would.
    fn visitor(&self, refusal: &Refusal, request: &Request) -> Option<Login> {
        let nobody = matches!(refusal, Refusal::AuthorizationRequired | Refusal::Access { .. });
        let is_open = nobody && functions::is_open(request.func(), &self.world.settings.assumptions);
        self.world.account_of(Region::Eu).filter(|_| is_open).map(|account| account.login.clone())
    }

    fn identify(&mut self, request: &Request) -> Result<Login, Refusal> {
        let login = auth::identify(&self.world, &mut self.sessions, &mut self.guard, request)?;
        self.seen.belongs_to(&login);
        Ok(login)
    }

    /// The page of a long request; none when there is no such page.
    pub fn long(&mut self, real: Timestamp, name: &str) -> Option<Reply> {
        self.catch_up(real);
        self.faults.long.look(name, self.world.now())
    }

    fn log_in(&mut self, request: &Request) -> Reply {
        match auth::log_in(&self.world, &mut self.sessions, &mut self.guard, request) {
            Ok(login) => {
                let reply = match login.by_key && request.get("out").is_none() {
                    true => logged_in_page(&login.login),
                    false => {
                        let lang = self.lang(request, Some(&login.login));
                        self.reply(Ok(auth::document(&login, self.world.settings.quirks.bare_auth)), request, lang)
                    }
                };
                reply.with_header("Set-Cookie", format!("billmgrses5={}; path=/; HttpOnly", login.session))
            }
            Err(refusal) => self.refuse(refusal, request),
        }
    }

    fn call(&mut self, who: Result<Login, Refusal>, request: &Request) -> Reply {
        let lang = self.lang(request, who.as_ref().ok().map(|login| &**login));
        let answer = who.and_then(|login| {
            functions::answer(&mut Call { world: &mut self.world, sessions: &mut self.sessions, login, request, lang })
        });
        self.reply(answer, request, lang)
    }

    fn refuse(&self, refusal: Refusal, request: &Request) -> Reply {
        self.reply(Err(refusal), request, self.lang(request, None))
    }

    fn reply(&self, answer: Result<Document, Refusal>, request: &Request, lang: Lang) -> Reply {
        let assumptions = &self.world.settings.assumptions;
        let status = match &answer {
            Ok(_) => 200,
            Err(Refusal::TooManyRequests) => return faults::page(429),
            Err(Refusal::BlockedAddress) if assumptions.u18_ip_block == IpBlock::Forbidden => return faults::page(403),
            Err(Refusal::BlockedAddress) if assumptions.u18_ip_block == IpBlock::Blocked => return faults::page(460),
            Err(refusal) => refusal::http_status(refusal, assumptions.u26_http_status),
        };
        let quirks = &self.world.settings.quirks;
        let document = match answer {
            Ok(document) => frame::framed(document, request, lang, quirks),
            Err(refusal) => refusal::document(&refusal, request, lang, quirks),
        };
        let output = request.output().unwrap_or(Output::Xml);
        Reply::new(status, output.content_type(), wire::render(&document, output, quirks))
    }

    /// The wanted language, else the one of the account's region.
    fn lang(&self, request: &Request, login: Option<&str>) -> Lang {
        let region = || self.world.account(login?).map(|account| account.region);
        request.lang().unwrap_or_else(|| match region() {
            Some(Region::Ru) => Lang::Ru,
            Some(Region::Eu) | None => Lang::En,
        })
    }
}

/// What a browser sees after single sign-on.
fn logged_in_page(login: &str) -> Reply {
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Simulated ispmanager account</title></head>\n\
         <body><h1>Simulated ispmanager account</h1>\n\
         <p id=\"logged-in-as\">Logged in as <b>{login}</b></p>\n\
         <p lang=\"ru\">Вы вошли как <b>{login}</b></p></body></html>\n"
    );
    Reply::new(200, "text/html; charset=UTF-8", page)
}
