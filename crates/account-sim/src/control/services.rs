//! Changing a service by hand, as something outside the API did it: an operator, a fault, a migration.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::ControlError;
use crate::sim::Sim;
use crate::state::service::{ServiceId, Status};
use crate::wire::frame::is_xml_name;

/// What is left out stays.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    id: ServiceId,
    /// As the account shows it: `2`, `3_autosuspend`, or a number that nobody knows.
    status: Option<String>,
    expiredate: Option<Date>,
    createdate: Option<Date>,
    remoteid: Option<String>,
    #[serde(default)]
    params: BTreeMap<String, String>,
    /// The account has never heard of the service.
    #[serde(default)]
    vanish: bool,
}

pub fn apply(sim: &mut Sim, change: Change) -> Result<(), ControlError> {
    let id = change.id;
    if let Some(name) = change.params.keys().find(|name| !is_xml_name(name)) {
        return Err(ControlError::Malformed(format!("no form has a field {name:?}")));
    }
    let known = match change.vanish {
        true => sim.world.forget(id),
        false => sim.world.change_by_hand(id, |service| {
            if let Some(shown) = change.status {
                let digits: String = shown.chars().take_while(char::is_ascii_digit).collect();
                let known = digits.parse::<u8>().ok().and_then(|number| Status::try_from(number).ok());
                service.status = known.unwrap_or(service.status);
                service.shown_status = Some(shown);
            }
            service.expires = change.expiredate.unwrap_or(service.expires);
            service.created = change.createdate.unwrap_or(service.created);
            service.remoteid = change.remoteid.unwrap_or_else(|| std::mem::take(&mut service.remoteid));
            service.params.extend(change.params.into_iter().map(|(name, value)| (Cow::Owned(name), value)));
        }),
    };
    known.then_some(()).ok_or_else(|| ControlError::Malformed(format!("no service {id}")))
}
