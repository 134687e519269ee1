//! The basket: orders and renewals that wait for their payment.

use serde::{Deserialize, Serialize};

use super::World;
use super::money::Minor;
use super::order::Purchase;
use super::period::Period;
use super::service::ServiceId;

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

    pub(super) fn put_in_basket(&mut self, service: ServiceId, period: Period, cost: Minor) -> Purchase {
        let order = format!("BO-{}", self.next_unpaid_order);
        self.next_unpaid_order += 1;
        self.basket.push(BasketItem { order: order.clone(), service, period, cost });
        Purchase::Unpaid { order, service }
    }
}
