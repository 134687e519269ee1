//! Ending services at a partner's wish. Nothing is paid back.

use super::World;
use super::refusal::Refusal;
use super::service::{Service, ServiceId, Status};
use super::tariff::ItemType;

impl World {
    /// Deletes all of the services or, when one cannot be deleted, none.
    pub fn delete(&mut self, login: &str, item_type: ItemType, ids: &[ServiceId]) -> Result<(), Refusal> {
        for &id in ids {
            let service = self.service(login, id)?;
            if service.item_type != item_type || service.status == Status::Deleted {
                return Err(Refusal::UnknownItem);
            }
            self.check_minimum_order_period(service)?;
        }
        for &id in ids {
            self.service_mut(login, id)?.status = Status::Deleted;
            self.basket.retain(|item| item.service != id);
        }
        Ok(())
    }

    fn check_minimum_order_period(&self, service: &Service) -> Result<(), Refusal> {
        let days = self
            .settings
            .min_order_days
            .get(&service.tariff)
            .copied()
            .or_else(|| {
                let tariff = self.tariff(service.account, service.tariff)?;
                Some(tariff.min_order_days)
            })
            .unwrap_or_default();
        let age = self.today().duration_since(service.created).as_hours() / 24;
        let age = u32::try_from(age).unwrap_or_default();
        match days.saturating_sub(age) {
            0 => Ok(()),
            _ if service.unpaid => Ok(()),
            left => Err(Refusal::MinimumOrderPeriod { days, left }),
        }
    }
}
