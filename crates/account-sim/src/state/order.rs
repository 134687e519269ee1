//! Ordering: a new service that is paid, or one that waits in the basket, or nothing at all.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::World;
use super::account::Login;
use super::assumptions::{ForeignItem, RemoteId, ShortBalance, TrialLimit};
use super::ledger::EntryKind;
use super::money::Minor;
use super::period::Period;
use super::refusal::Refusal;
use super::service::{Counts, Service, ServiceId, Status};
use super::tariff::{ItemType, Tariff, TariffId};

/// No cluster has more nodes, as the simulator sees it.
const MOST_NODES: u32 = 1000;

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
}

/// How a call that costs money ended when it was not refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purchase {
    Paid(ServiceId),
    /// Nothing was debited; the number of the order in the basket, and the service that waits with it.
    Unpaid {
        order: String,
        service: ServiceId,
    },
}

impl World {
    pub fn order(&mut self, login: &Login, order: Order) -> Result<Purchase, Refusal> {
        let (service, price) = self.judge(login, &order)?;
        let (id, period) = (service.id, service.period);
        self.add_service(service);
        let payment = match order.pay_now {
            true => self.debit(id, EntryKind::Order, period, price, order.item_type.order_function()),
            false => return Ok(self.leave_order_in_basket(id, period, price)),
        };
        match payment {
            Ok(()) => {
                self.next_service += 1;
                self.set_up_at_once(id);
                Ok(Purchase::Paid(id))
            }
            Err(_) if self.settings.assumptions.u3_short_balance != ShortBalance::Error => {
                Ok(self.leave_order_in_basket(id, period, price))
            }
            Err(refusal) => {
                self.services.remove(id);
                Err(refusal)
            }
        }
    }

    fn leave_order_in_basket(&mut self, id: ServiceId, period: Period, cost: Minor) -> Purchase {
        self.next_service += 1;
        self.change(id, |service| service.unpaid = true);
        self.put_in_basket(id, period, cost)
    }

    /// The service that the order would make and what it costs.
    fn judge(&self, login: &Login, order: &Order) -> Result<(Service, Minor), Refusal> {
        let tariff = self
            .tariff(login, order.tariff)
            .filter(|tariff| tariff.item_type == order.item_type)
            .ok_or_else(|| Refusal::invalid("pricelist", &order.tariff.0.to_string()))?;
        let assumptions = &self.settings.assumptions;
        let counts = counts(tariff, order)?;
        let (period, price) = tariff.priced(&order.period, &counts, assumptions)?;
        let item = match order.item_type {
            ItemType::Addition => Some(self.licence(login, order.item.as_deref())?),
            ItemType::Softexternal | ItemType::Soft | ItemType::Certificate => None,
        };
        let mut params = BTreeMap::new();
        for field in tariff.goods.order_fields(assumptions) {
            let value = order.params.get(field.name).map_or("", |value| value.trim());
            if !field.accepts(value, assumptions) {
                return Err(Refusal::invalid(field.name, value));
            }
            params.insert(Cow::Borrowed(field.name), value.to_owned());
        }
        if period == Period::Trial {
            self.check_first_trial(login, tariff.id, item)?;
        }
        let remoteid = match assumptions.u4_remoteid {
            RemoteId::Dropped => String::new(),
            _ => order.remoteid.clone(),
        };
        let blank = self.blank_service(ServiceId(self.next_service), login.clone(), tariff.id);
        let service = Service {
            item_type: order.item_type,
            item,
            expires: period.checked_end(blank.created).ok_or_else(|| Refusal::invalid("period", &order.period))?,
            period,
            // Auto-renewal is switched on only by a value that equals the period; a trial has none.
            autoprolong: order.autoprolong.filter(|&wanted| wanted == period && period != Period::Trial),
            remoteid,
            params,
            counts,
            ..blank
        };
        Ok((service, price))
    }

    /// A module is bought for an ispmanager licence that has not been deleted, one of the same account unless the
    /// account does not look.
    fn licence(&self, login: &str, item: Option<&str>) -> Result<ServiceId, Refusal> {
        let text = item.unwrap_or_default();
        let refused = || Refusal::invalid("item", text);
        let licence = ServiceId::parse(text).and_then(|id| self.service_by_id(id)).ok_or_else(refused)?;
        if licence.item_type != ItemType::Soft || licence.status == Status::Deleted {
            return Err(refused());
        }
        match self.settings.assumptions.u25_foreign_item {
            _ if *licence.account == *login => Ok(licence.id),
            ForeignItem::Accepted => Ok(licence.id),
            ForeignItem::Value => Err(refused()),
            ForeignItem::Missed => Err(Refusal::UnknownItem),
        }
    }

    /// A trial that was deleted or given up counts too.
    fn check_first_trial(&self, login: &Login, tariff: TariffId, item: Option<ServiceId>) -> Result<(), Refusal> {
        let limit = self.settings.assumptions.u20_trial;
        let ids = self.tariff(login, tariff).map_or(&[][..], |tariff| self.services.of(login, tariff.item_type));
        let mut trials = ids.iter().filter_map(|&id| self.service_by_id(id)).filter(|service| {
            service.tariff == tariff
                && service.period == Period::Trial
                && (limit == TrialLimit::OncePerAccount || service.item == item)
        });
        match limit {
            TrialLimit::Unlimited => Ok(()),
            _ => match trials.next() {
                Some(trial) => Err(Refusal::Exists { object: "trial", value: trial.id.to_string() }),
                None => Ok(()),
            },
        }
    }
}

/// How many of what the order counts, by its parameters `addon_N`. Only what the tariff has is looked at.
fn counts(tariff: &Tariff, order: &Order) -> Result<Counts, Refusal> {
    let mut counts = Counts::new();
    for &id in tariff.addons.keys() {
        let text = order.params.get(&format!("addon_{}", id.0)).map_or("", |text| text.trim());
        let count = match text {
            "" => 0,
            text => text
                .parse()
                .ok()
                .filter(|&count| count <= MOST_NODES)
                .ok_or_else(|| Refusal::InvalidValue { field: "addon", value: text.to_owned() })?,
        };
        if count > 0 {
            counts.insert(id, count);
        }
    }
    Ok(counts)
}
