//! Suspending a service that is paid, and letting it run again. A partner may do so with licences; what is suspended
//! stays paid: its end does not move, and a renewal adds to it.

use super::World;
use super::assumptions::ModuleSuspension;
use super::refusal::Refusal;
use super::service::{ServiceId, Status};
use super::tariff::ItemType;

impl World {
    /// Whether partners may suspend services of the type at all.
    pub fn may_suspend(&self, item_type: ItemType) -> bool {
        match item_type {
            ItemType::Soft | ItemType::Softexternal => true,
            ItemType::Addition => self.settings.assumptions.u12_module_suspension == ModuleSuspension::Allowed,
            ItemType::Certificate => false,
        }
    }

    /// Suspends all of the services or, when one cannot be suspended, none.
    pub fn suspend(&mut self, login: &str, item_type: ItemType, ids: &[ServiceId]) -> Result<(), Refusal> {
        for &id in ids {
            let service = self.service(login, id)?;
            match service.status {
                _ if service.item_type != item_type => return Err(Refusal::UnknownItem),
                Status::Active => {}
                _ => return Err(Refusal::NotActive),
            }
        }
        for &id in ids {
            self.change(id, |service| {
                service.status = Status::Suspended;
                service.suspended_by_owner = true;
            });
        }
        Ok(())
    }

    /// Lets all of the services run again or, when one cannot, none. What ran out has to be renewed.
    pub fn resume(&mut self, login: &str, item_type: ItemType, ids: &[ServiceId]) -> Result<(), Refusal> {
        for &id in ids {
            let service = self.service(login, id)?;
            if service.item_type != item_type {
                return Err(Refusal::UnknownItem);
            }
            if !service.is_suspended_by_owner() || service.expires <= self.today(login) {
                return Err(Refusal::NotResumable);
            }
        }
        for &id in ids {
            self.change(id, |service| {
                service.status = Status::Active;
                service.suspended_by_owner = false;
            });
        }
        Ok(())
    }
}
