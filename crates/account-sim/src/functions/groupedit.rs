//! `groupedit`: one function for several services, which `faction` and `elid` name. Documented for `service.prolong`
//! alone; that the services are served one by one, and that the first refusal ends it, is assumed.

use super::{Answer, Call, done, service_prolong, several_services};
use crate::state::refusal::Refusal;
use crate::wire::document::{Content, Element};

pub fn answer(call: &mut Call) -> Answer {
    let faction = call.request.text("faction");
    if faction != "service.prolong" {
        return Err(Refusal::invalid("faction", faction));
    }
    let ids = several_services(call)?;
    if !call.request.is_committed() {
        return form(call);
    }
    for id in ids {
        service_prolong::answer(&mut for_one(call, &call.request.with("elid", &id.to_string())))?;
    }
    Ok(done(Element::leaf("ok", "").with("type", "list")))
}

/// The form of the first service, for all of them.
fn form(call: &mut Call) -> Answer {
    let all = call.request.text("elid");
    let first = all.split(',').next().unwrap_or_default();
    let mut document = service_prolong::answer(&mut for_one(call, &call.request.with("elid", first)))?;
    for field in &mut document.body {
        if field.name == "elid" {
            field.content = Content::Text(all.into());
        }
    }
    document.body.insert(0, Element::leaf("faction", call.request.text("faction")));
    Ok(document)
}

fn for_one<'a>(call: &'a mut Call<'_>, request: &'a crate::wire::request::Request) -> Call<'a> {
    Call { world: call.world, sessions: call.sessions, login: call.login.clone(), request, lang: call.lang }
}
