//! Everything that one server holds, and how a billing request goes through it: seen, hit by a fault or not,
//! identified, carried out, written down. Knows no sockets; real time is handed in.

use jiff::Timestamp;
use serde::Serialize;

use crate::faults::{Fault, Faults};
use crate::functions::{self, Call, auth};
use crate::state::World;
use crate::state::clock::Clock;
use crate::state::refusal::Refusal;
use crate::state::session::Sessions;
use crate::state::tariff::Region;
use crate::wire::document::Document;
use crate::wire::lang::Lang;
use crate::wire::request::{Output, Request};
use crate::wire::{self, frame, refusal};

pub struct Sim {
    pub world: World,
    pub clock: Clock,
    pub faults: Faults,
    pub seen: Vec<Seen>,
    sessions: Sessions,
}

/// A request as the control API tells of it, secrets masked.
#[derive(Clone, Debug, Serialize)]
pub struct Seen {
    pub at: Timestamp,
    pub func: String,
    /// Whose request it was, where the credentials were good.
    pub account: Option<&'static str>,
    pub params: serde_json::Map<String, serde_json::Value>,
}

#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub content_type: &'static str,
    pub body: String,
}

/// What the server has to send, and what has to go wrong on the way.
pub struct Outcome {
    /// None when a fault kept the call from taking effect.
    pub reply: Option<Reply>,
    pub fault: Option<Fault>,
}

impl Sim {
    pub fn new(real: Timestamp) -> Self {
        Self {
            world: World::new(real),
            clock: Clock::default(),
            faults: Faults::default(),
            seen: Vec::new(),
            sessions: Sessions::default(),
        }
    }

    /// Lets the world catch up with the clock. Every entrance calls this first.
    pub fn catch_up(&mut self, real: Timestamp) {
        self.world.advance_to(self.clock.now(real));
    }

    /// `host` is the address by which the caller knows the server.
    pub fn billing(&mut self, real: Timestamp, request: &Request, host: &str) -> Outcome {
        self.catch_up(real);
        let fault = self.faults.strike(request.func());
        let takes_effect = fault.as_ref().is_none_or(Fault::commits);
        let logging_in = request.func() == "auth";
        let who = match logging_in {
            true => Err(Refusal::AuthorizationRequired),
            false => auth::identify(&self.world, &mut self.sessions, request),
        };
        self.seen.push(Seen {
            at: self.world.now(),
            func: request.func().to_owned(),
            account: who.as_ref().ok().copied(),
            params: masked(request),
        });
        let reply = takes_effect.then(|| match logging_in {
            true => self.log_in(request, host),
            false => self.call(who, request, host),
        });
        Outcome { reply, fault }
    }

    fn log_in(&mut self, request: &Request, host: &str) -> Reply {
        let now = self.world.now();
        match auth::log_in(&self.world, &mut self.sessions, request, now) {
            Ok(login) if login.by_key && request.get("out").is_none() => logged_in_page(login.login),
            Ok(login) => {
                let lang = self.lang(request, Some(login.login));
                self.reply(Ok(auth::document(&login, self.world.settings.quirks.bare_auth)), request, lang, host)
            }
            Err(refusal) => self.reply(Err(refusal), request, self.lang(request, None), host),
        }
    }

    fn call(&mut self, who: Result<&'static str, Refusal>, request: &Request, host: &str) -> Reply {
        let lang = self.lang(request, who.as_ref().ok().copied());
        let answer = who.and_then(|login| {
            if request.output().is_none() {
                return Err(Refusal::invalid("out", request.text("out")));
            }
            functions::answer(&mut Call { world: &mut self.world, sessions: &mut self.sessions, login, request, lang })
        });
        self.reply(answer, request, lang, host)
    }

    fn reply(&self, answer: Result<Document, Refusal>, request: &Request, lang: Lang, host: &str) -> Reply {
        let status = match &answer {
            Err(Refusal::NotModelled { .. }) => 501,
            _ => 200,
        };
        let quirks = &self.world.settings.quirks;
        let document = match answer {
            Ok(document) => frame::framed(document, request, lang, host, quirks),
            Err(refusal) => refusal::document(&refusal, request, lang, quirks),
        };
        let output = request.output().unwrap_or(Output::Xml);
        Reply { status, content_type: output.content_type(), body: wire::render(&document, output, quirks) }
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

fn masked(request: &Request) -> serde_json::Map<String, serde_json::Value> {
    let shown = |(name, value): &(String, String)| (name.clone(), wire::mask::masked(name, value).into());
    // The first of repeated parameters is the one that counts.
    request.params().iter().rev().map(shown).collect()
}

/// What a browser sees after single sign-on.
fn logged_in_page(login: &str) -> Reply {
    Reply {
        status: 200,
        content_type: "text/html; charset=UTF-8",
        body: format!(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Simulated ispmanager account</title></head>\n\
             <body><h1>Simulated ispmanager account</h1>\n\
             <p id=\"logged-in-as\">Logged in as <b>{login}</b></p>\n\
             <p lang=\"ru\">Вы вошли как <b>{login}</b></p></body></html>\n"
        ),
    }
}
