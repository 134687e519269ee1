//! Ending services at a partner's wish, and what follows from it.

use super::World;
use super::account::Login;
use super::assumptions::{LicenceDeletion, Refund};
use super::calendar::days;
use super::money::Minor;
use super::pricing::worth;
use super::refusal::Refusal;
use super::service::{Service, ServiceId, Status};
use super::tariff::ItemType;

impl World {
    /// Deletes all of the services or, when one cannot be deleted, none.
    pub fn delete(&mut self, login: &Login, item_type: ItemType, ids: &[ServiceId]) -> Result<(), Refusal> {
        for &id in ids {
            let service = self.service(login, id)?;
            if service.item_type != item_type || service.status == Status::Deleted {
                return Err(Refusal::UnknownItem);
            }
            self.check_minimum_order_period(service)?;
        }
        for &id in ids {
            self.give_back_remaining_days(id);
            self.change(id, |service| service.status = Status::Deleted);
            self.end_modules_of(id);
        }
        let services = &self.services;
        let is_alive = |id| services.get(id).is_some_and(|service| service.status != Status::Deleted);
        self.basket.retain(|item| is_alive(item.service));
        Ok(())
    }

    fn check_minimum_order_period(&self, service: &Service) -> Result<(), Refusal> {
        let set = self.settings.min_order_days.get(&service.tariff).copied();
        let own = || self.tariff(&service.account, service.tariff).map(|tariff| tariff.min_order_days);
        let needed = set.or_else(own).unwrap_or_default();
        let age = u32::try_from(days(service.created, self.today(&service.account))).unwrap_or_default();
        match needed.saturating_sub(age) {
            0 => Ok(()),
            _ if service.unpaid => Ok(()),
            left => Err(Refusal::MinimumOrderPeriod { days: needed, left }),
        }
    }

    fn give_back_remaining_days(&mut self, id: ServiceId) {
        if self.settings.assumptions.u23_refund == Refund::None {
            return;
        }
        let amount = self.service_by_id(id).map(|service| self.worth_of_remaining_days(service));
        if let Some(amount) = amount.filter(|amount| amount.0 > 0) {
            self.refund(id, amount, "delete");
        }
    }

    /// The remaining days at the price of the service's period.
    fn worth_of_remaining_days(&self, service: &Service) -> Minor {
        let paid = !service.unpaid && matches!(service.status, Status::Ordered | Status::Processing | Status::Active);
        let price = self.price_of(service, service.period);
        let Some(price) = price.filter(|_| paid) else {
            return Minor(0);
        };
        let today = self.today(&service.account);
        let of_a_period = days(service.period.start(service.expires), service.expires);
        worth(price, days(today, service.expires), of_a_period)
    }

    /// What becomes of the modules of a licence that was deleted, by its owner or by time.
    pub(super) fn end_modules_of(&mut self, licence: ServiceId) {
        let licences = self.service_by_id(licence).filter(|service| service.item_type == ItemType::Soft);
        let Some(login) = licences.map(|service| service.account.clone()) else {
            return;
        };
        let status = match self.settings.assumptions.u24_licence_deletion {
            LicenceDeletion::Suspended => Status::Suspended,
            LicenceDeletion::Deleted => Status::Deleted,
            LicenceDeletion::Untouched => return,
        };
        // An order that was never paid is no module yet: it goes on waiting in the basket.
        let is_alive =
            |service: &&Service| service.item == Some(licence) && service.status != Status::Deleted && !service.unpaid;
        let modules: Vec<ServiceId> =
            self.shown(&login, ItemType::Addition).filter(is_alive).map(|module| module.id).collect();
        for id in modules {
            self.change(id, |module| module.status = status);
        }
    }
}
