//! `whoami`: the user who is logged in, as attributes of one element.

use super::account::person;
use super::auth::CLIENT_LEVEL;
use super::{Answer, Call};
use crate::wire::document::{Document, Element, Kind};

pub fn answer(call: &mut Call) -> Answer {
    let account = call.account()?;
    let [realname, email, phone] = person(&call.login);
    let user = Element::leaf("user", &call.login)
        .with("name", &call.login)
        .with("level", CLIENT_LEVEL)
        .with("id", 1)
        .with("realname", realname)
        .with("email", email)
        .with("phone", phone)
        .with("balance", account.balance);
    Ok(Document::new(Kind::Done, vec![user]))
}
