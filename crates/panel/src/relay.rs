//! Asks the relay: one message out, one answer or one trouble back. It repeats nothing by itself.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_net::http::Request;
use ispnoc_wire::{Answer, ErrorCode, Failure, Message, Read, Value, parse};
use leptos::task::spawn_local;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{JSON, Promise};
use web_sys::{RequestInit, Response, UrlSearchParams};

use crate::texts::Texts;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The request was not sent or its answer was lost on the way.
    NetworkLost,
    /// WHMCS answered with a page, which is its login form.
    LoggedOut,
    /// WHMCS failed before the relay could answer, or the answer has a shape that this panel does not know.
    Unreadable,
    /// The relay says no.
    Refused(Failure),
}

impl Trouble {
    /// Whether a command may have been carried out although its answer was not read.
    pub fn leaves_doubt(&self) -> bool {
        match self {
            Self::NetworkLost | Self::LoggedOut | Self::Unreadable => true,
            Self::Refused(failure) => {
                failure.code == ErrorCode::OutcomeUnknown.name() || failure.code == ErrorCode::Internal.name()
            }
        }
    }

    /// The sentence for the person who asked.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::NetworkLost => texts.network_lost().to_owned(),
            Self::LoggedOut => texts.logged_out().to_owned(),
            Self::Unreadable => texts.unreadable().to_owned(),
            Self::Refused(failure) if failure.reference.is_empty() => failure.text.clone(),
            Self::Refused(failure) => [&failure.text, " ", texts.reference(), " ", &failure.reference].concat(),
        }
    }
}

/// An answer that says "ok" and is not read yet.
pub struct Letter(Value);

impl Letter {
    pub fn new(answer: Value) -> Self {
        Self(answer)
    }

    pub fn read<T: Read>(self) -> Result<T, Trouble> {
        T::read(self.0).ok_or(Trouble::Unreadable)
    }
}

/// The way to the relay from one mount node.
#[derive(Clone)]
pub struct Relay(Rc<Address>);

struct Address {
    url: String,
    token: String,
    /// A message that the page has sent before the panel was there, with the response to come. It answers the first question or none.
    sent: RefCell<Option<(String, Promise)>>,
}

impl Relay {
    pub fn new(url: String, token: String, sent: Option<(String, Promise)>) -> Self {
        Self(Address { url, token, sent: RefCell::new(sent) }.into())
    }

    /// Asks and hands the answer to `then`, which may run after the view has ended.
    pub fn ask(&self, message: Message, then: impl FnOnce(Result<Letter, Trouble>) + 'static) {
        self.start(message, Box::new(then));
    }

    fn start(&self, message: Message, then: Box<dyn FnOnce(Result<Letter, Trouble>)>) {
        let relay = self.clone();
        spawn_local(async move { then(relay.post(&message).await.and_then(opened)) });
    }

    async fn post(&self, message: &Message) -> Result<Value, Trouble> {
        let message = json_text(message).ok_or(Trouble::Unreadable)?;
        let sent = self.0.sent.take().filter(|(sent, _)| *sent == message);
        let response = match sent {
            Some((_, response)) => JsFuture::from(response).await.map_err(|_| Trouble::NetworkLost)?.unchecked_into(),
            None => self.send(&message).await?,
        };
        read(response).await
    }

    async fn send(&self, message: &str) -> Result<Response, Trouble> {
        // The browser's own request: gloo's builder is four kilobytes of choices that are never made here.
        let form = UrlSearchParams::new().map_err(|_| Trouble::Unreadable)?;
        form.append("token", &self.0.token);
        form.append("message", message);
        let init = RequestInit::new();
        init.set_method("POST");
        init.set_body(&form.into());
        let request = web_sys::Request::new_with_str_and_init(&self.0.url, &init).map_err(|_| Trouble::Unreadable)?;
        Ok(Request::from(request).send().await.map_err(|_| Trouble::NetworkLost)?.into())
    }
}

fn json_text(message: &Message) -> Option<String> {
    let message = message.serialize(&Serializer::json_compatible()).ok()?;
    JSON::stringify(&message).ok()?.as_string()
}

async fn read(response: Response) -> Result<Value, Trouble> {
    let is_page =
        response.headers().get("content-type").ok().flatten().is_some_and(|kind| kind.starts_with("text/html"));
    let no_json = if is_page && response.status() < 500 { Trouble::LoggedOut } else { Trouble::Unreadable };
    let text = response.text().map_err(|_| Trouble::Unreadable)?;
    let text = JsFuture::from(text).await.map_err(|_| Trouble::NetworkLost)?;
    text.as_string().and_then(|text| parse(&text)).ok_or(no_json)
}

fn opened(answer: Value) -> Result<Letter, Trouble> {
    match Answer::read(answer) {
        Some(Answer::Ok(letter)) => Ok(Letter(letter)),
        Some(Answer::Error(failure)) => Err(Trouble::Refused(failure)),
        None => Err(Trouble::Unreadable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts;

    fn refused(code: &str, reference: &str) -> Trouble {
        let text = "The account cannot be reached.".to_owned();
        Trouble::Refused(Failure { code: code.to_owned(), text, reference: reference.to_owned() })
    }

    #[test]
    fn a_refusal_is_told_with_the_reference_that_finds_it_in_the_log() {
        let told = refused("account-down", "3f9c2a10").sentence(&texts::of("en"));
        assert_eq!(told, "The account cannot be reached. Reference: 3f9c2a10");
        assert_eq!(refused("refused", "").sentence(&texts::of("en")), "The account cannot be reached.");
    }

    #[test]
    fn a_lost_answer_leaves_doubt_and_a_refusal_does_not() {
        for trouble in [Trouble::NetworkLost, Trouble::LoggedOut, Trouble::Unreadable, refused("outcome-unknown", "1")]
        {
            assert!(trouble.leaves_doubt(), "{trouble:?}");
        }
        for code in ["cost-changed", "rejected", "account-down"] {
            assert!(!refused(code, "1").leaves_doubt(), "{code}");
        }
    }
}
