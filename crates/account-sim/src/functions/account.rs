//! What the account tells about itself: `accountinfo`, `dashboard.info`, `usrparam`. Their names are public; which
//! fields they hold is assumed from what clients of other installations read.

use super::page::short_list;
use super::{Answer, Call};
use crate::state::refusal::Refusal;
use crate::wire::document::{Document, Element, Kind};

pub fn info(call: &mut Call) -> Answer {
    let mut body = vec![Element::leaf("id", 1), Element::leaf("account", &call.login)];
    body.extend(money(call)?);
    Ok(Document::new(Kind::Form, body))
}

pub fn dashboard(call: &mut Call) -> Answer {
    let mut fields = vec![Element::leaf("id", 1), Element::leaf("project", "ispmanager")];
    fields.extend(money(call)?);
    Ok(short_list(call, vec![Element::group("elem", fields)]))
}

/// The settings of the user. The simulator shows them and changes none.
pub fn user_settings(call: &mut Call) -> Answer {
    if call.request.is_committed() {
        return Err(Refusal::NotModelled { function: call.request.func().to_owned() });
    }
    let [realname, email, phone] = person(&call.login);
    Ok(Document::new(
        Kind::Form,
        vec![
            Element::leaf("name", &call.login),
            Element::leaf("realname", realname),
            Element::leaf("email", email),
            Element::leaf("phone", phone),
            Element::leaf("lang", call.lang.code()),
            Element::select("lang", [("en", "English"), ("ru", "Русский")]),
        ],
    ))
}

/// Name, e-mail and telephone of whoever owns the account. All are invented.
pub fn person(login: &str) -> [String; 3] {
    [format!("Owner of {login}"), format!("{login}@example.com"), "+1 555 0100".to_owned()]
}

fn money(call: &Call) -> Result<[Element; 4], Refusal> {
    let account = call.account()?;
    Ok([
        Element::leaf("balance", call.money(account.balance)?),
        Element::leaf("realbalance", call.money(account.balance)?),
        Element::leaf("credit", call.money(account.credit)?),
        Element::leaf("currency", account.currency().code()),
    ])
}
