//! The basket: orders and renewals that wait for their payment, which a person makes, or are given up.

use serde::{Deserialize, Serialize};

use super::World;
use super::ledger::EntryKind;
use super::money::Minor;
use super::order::Purchase;
use super::period::Period;
use super::refusal::Refusal;
use super::service::{ServiceId, Status};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BasketItem {
    /// `BO-77` and so on.
    pub order: String,
    pub service: ServiceId,
    pub period: Period,
    pub cost: Minor,
}

impl World {
    pub fn basket(&self, login: &str) -> impl Iterator<Item = &BasketItem> {
        self.basket.iter().filter(move |item| self.service(login, item.service).is_ok())
    }

    /// What waits in the baskets of all accounts.
    pub fn baskets(&self) -> &[BasketItem] {
        &self.basket
    }

    pub(super) fn put_in_basket(&mut self, service: ServiceId, period: Period, cost: Minor) -> Purchase {
        let order = format!("BO-{}", self.next_unpaid_order);
        self.next_unpaid_order += 1;
        self.basket.push(BasketItem { order: order.clone(), service, period, cost });
        Purchase::Unpaid { order, service }
    }

    /// Takes out what is named by its order or by its service.
    pub fn remove_from_basket(&mut self, login: &str, named: &str) -> Result<(), Refusal> {
        match self.give_up(login, |item| item.order == named || item.service.to_string() == named) {
            0 => Err(Refusal::UnknownItem),
            _ => Ok(()),
        }
    }

    pub fn clear_basket(&mut self, login: &str) {
        self.give_up(login, |_| true);
    }

    /// An order that is given up takes its service with it; a renewal leaves the service as it is. Tells how many
    /// there were.
    fn give_up(&mut self, login: &str, is_meant: impl Fn(&BasketItem) -> bool) -> usize {
        let all = std::mem::take(&mut self.basket).into_iter();
        let (given_up, kept): (Vec<_>, Vec<_>) =
            all.partition(|item| is_meant(item) && self.service(login, item.service).is_ok());
        self.basket = kept;
        for item in &given_up {
            if self.service_by_id(item.service).is_some_and(|service| service.unpaid) {
                self.change(item.service, |service| service.status = Status::Deleted);
            }
        }
        given_up.len()
    }

    /// Pays for what waits under that number: an order goes on its way as if it were made now, a renewal is counted
    /// from the end that the service has now. Refused, all stays as it was.
    pub fn pay(&mut self, order: &str) -> Result<ServiceId, Refusal> {
        let item = self.basket.iter().find(|item| item.order == order).cloned().ok_or(Refusal::UnknownItem)?;
        let BasketItem { service: id, period, cost, .. } = item;
        let service = self.service_by_id(id).ok_or(Refusal::UnknownItem)?;
        let today = self.today(&service.account);
        let now = self.now;
        if service.unpaid {
            let until = period.checked_end(today).ok_or(Refusal::NotRenewable)?;
            self.debit(id, EntryKind::Order, period, cost, "basket")?;
            self.change(id, |service| {
                service.unpaid = false;
                service.ordered_at = now;
                service.created = today;
                service.expires = until;
            });
            self.set_up_at_once(id);
        } else {
            let until = self.renewed_until(service, period)?;
            self.debit(id, EntryKind::Prolong, period, cost, "basket")?;
            self.renew(id, period, until);
        }
        self.basket.retain(|item| item.order != order);
        Ok(id)
    }
}
