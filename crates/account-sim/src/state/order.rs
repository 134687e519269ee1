//! What a partner does with services: order, prolong, delete. Each either happens as a whole or not at all.

use std::collections::BTreeMap;

use super::World;
use super::ledger::EntryKind;
use super::money::Minor;
use super::period::Period;
use super::refusal::Refusal;
use super::service::{Service, ServiceId, Status};
use super::settings::ShortBalance;
use super::tariff::{ItemType, TariffId};

/// An order that has been read from a request but not judged yet.
#[derive(Clone, Debug)]
pub struct Order {
    pub item_type: ItemType,
    pub tariff: TariffId,
    /// As the request gave it: a period that cannot be read is refused like one that is not offered.
    pub period: String,
    pub item: Option<String>,
    pub autoprolong: Option<Period>,
    pub remoteid: String,
    /// Everything else that the request said; the tariff decides what of it counts.
    pub params: BTreeMap<String, String>,
    /// `skipbasket=on`: pay and set up at once instead of waiting in the basket.
    pub pay_now: bool,
    /// The billing function, for the ledger.
    pub cause: &'static str,
}

/// How a call that costs money ended when it was not refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purchase {
    Paid(ServiceId),
    /// Nothing was debited; the number of the order in the basket.
    Unpaid(String),
}

impl World {
    pub fn order(&mut self, login: &'static str, order: Order) -> Result<Purchase, Refusal> {
        let (service, price) = self.judge(login, &order)?;
        let (id, period) = (service.id, service.period);
        self.services.insert(id, service);
        let payment = match order.pay_now {
            true => self.debit(id, EntryKind::Order, period, price, order.cause),
            false => return Ok(self.leave_order_in_basket(id, period, price)),
        };
        match payment {
            Ok(()) => {
                self.next_service += 1;
                if self.settings.activation_reads == Some(0) {
                    self.activate(id);
                }
                Ok(Purchase::Paid(id))
            }
            Err(_) if self.settings.short_balance == ShortBalance::Unpaid => {
                Ok(self.leave_order_in_basket(id, period, price))
            }
            Err(refusal) => {
                self.services.remove(&id);
                Err(refusal)
            }
        }
    }

    fn leave_order_in_basket(&mut self, id: ServiceId, period: Period, cost: Minor) -> Purchase {
        self.next_service += 1;
        if let Some(service) = self.services.get_mut(&id) {
            service.unpaid = true;
        }
        self.put_in_basket(id, period, cost)
    }

    /// The service that the order would make and what it costs.
    fn judge(&self, login: &'static str, order: &Order) -> Result<(Service, Minor), Refusal> {
        let tariff = self
            .tariff(login, order.tariff)
            .filter(|tariff| tariff.item_type == order.item_type)
            .ok_or_else(|| invalid("pricelist", &order.tariff.0.to_string()))?;
        let period = Period::parse(&order.period).ok_or_else(|| invalid("period", &order.period))?;
        let price = tariff.price(period).ok_or_else(|| invalid("period", &order.period))?;
        let item = match order.item_type {
            ItemType::Addition => Some(self.licence(login, order.item.as_deref())?),
            ItemType::Softexternal | ItemType::Soft => None,
        };
        let mut params = BTreeMap::new();
        for field in tariff.goods.order_fields() {
            let value = order.params.get(field.name).map_or("", |value| value.trim());
            if !field.accepts(value) {
                return Err(invalid(field.name, value));
            }
            params.insert(field.name, value.to_owned());
        }
        let service = Service {
            id: ServiceId(self.next_service),
            account: login,
            item_type: order.item_type,
            tariff: tariff.id,
            item,
            status: Status::Ordered,
            unpaid: false,
            ordered_at: self.now(),
            created: self.today(),
            expires: period.end(self.today()),
            period,
            // Auto-renewal is switched on only by a value that equals the period; a trial has none.
            autoprolong: order.autoprolong.filter(|&wanted| wanted == period && period != Period::Trial),
            remoteid: order.remoteid.clone(),
            params,
            reads: 0,
        };
        Ok((service, price))
    }

    /// A module is bought for an ispmanager licence of the same account that has not been deleted.
    fn licence(&self, login: &str, item: Option<&str>) -> Result<ServiceId, Refusal> {
        let text = item.unwrap_or_default();
        ServiceId::parse(text)
            .and_then(|id| self.service(login, id).ok())
            .filter(|licence| licence.item_type == ItemType::Soft && licence.status != Status::Deleted)
            .map(|licence| licence.id)
            .ok_or_else(|| invalid("item", text))
    }

    /// The periods for which a service can be renewed: what its tariff offers, without a trial.
    pub fn renewal_periods(&self, service: &Service) -> Vec<Period> {
        let tariff = self.tariff(service.account, service.tariff);
        tariff
            .map(|tariff| tariff.prices.iter().map(|(period, _)| *period))
            .into_iter()
            .flatten()
            .filter(|&period| period != Period::Trial)
            .collect()
    }

    /// When the service would end: an active one is renewed from its end, a suspended one from today.
    pub fn renewed_until(&self, service: &Service, period: Period) -> Result<jiff::civil::Date, Refusal> {
        match service.status {
            _ if service.period == Period::Trial => Err(Refusal::NotRenewable),
            Status::Active => Ok(period.end(service.expires)),
            Status::Suspended => Ok(period.end(self.today())),
            Status::Ordered | Status::Processing | Status::Deleted => Err(Refusal::NotRenewable),
        }
    }

    pub fn prolong(&mut self, login: &str, id: ServiceId, period: &str) -> Result<Purchase, Refusal> {
        let service = self.service(login, id)?;
        let parsed = Period::parse(period).ok_or_else(|| invalid("period", period))?;
        let until = self.renewed_until(service, parsed)?;
        let price = self
            .tariff(login, service.tariff)
            .filter(|_| parsed != Period::Trial)
            .and_then(|tariff| tariff.price(parsed))
            .ok_or_else(|| invalid("period", period))?;
        match self.debit(id, EntryKind::Prolong, parsed, price, "service.prolong") {
            Ok(()) => {
                let service = self.service_mut(login, id)?;
                service.expires = until;
                service.status = Status::Active;
                Ok(Purchase::Paid(id))
            }
            Err(Refusal::ShortBalance { .. }) if self.settings.short_balance == ShortBalance::Unpaid => {
                Ok(self.put_in_basket(id, parsed, price))
            }
            Err(refusal) => Err(refusal),
        }
    }

    /// Deletes all of the services or, when one cannot be deleted, none. Nothing is paid back.
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

pub fn invalid(field: &'static str, value: &str) -> Refusal {
    Refusal::InvalidValue { field, value: value.to_owned() }
}
