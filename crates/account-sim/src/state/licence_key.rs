//! Another key for an ispmanager licence. The account limits how often; no public page says how, so here it does not.

use std::borrow::Cow;

use super::World;
use super::refusal::Refusal;
use super::service::{ServiceId, Status};
use super::token::token;

impl World {
    pub fn new_licence_key(&mut self, login: &str, id: ServiceId) -> Result<String, Refusal> {
        let service = self.service(login, id)?;
        if service.status != Status::Active {
            return Err(Refusal::NotActive);
        }
        let old = service.params.get("lickey").map_or("", String::as_str);
        let key = format!("{id}-{}", token(&[&self.number.to_string(), "lickey", old], 20));
        self.change(id, |service| {
            service.params.insert(Cow::Borrowed("lickey"), key.clone());
        });
        Ok(key)
    }
}
