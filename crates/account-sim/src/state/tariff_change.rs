//! Another tariff for a licence. The remaining days are paid at the new price instead of the old one: the difference
//! leaves the account or comes back to it, and the end stays. The vendor names the function and its answers, not the
//! arithmetic; the manual excludes modules.

use jiff::civil::Date;

use super::World;
use super::calendar::days;
use super::ledger::EntryKind;
use super::money::Minor;
use super::period::Period;
use super::pricing::worth;
use super::refusal::Refusal;
use super::service::{Counts, Service, ServiceId, Status};
use super::tariff::{ItemType, Tariff, TariffId};

/// What a change would come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TariffChange {
    pub tariff: TariffId,
    /// The period for which the service is renewed from now on.
    pub period: Period,
    /// Prices of the old and the new period.
    pub old_price: Minor,
    pub new_price: Minor,
    /// What has to be paid; negative where money comes back.
    pub difference: Minor,
    pub expires: Date,
}

impl World {
    /// Tariffs to which the service can change: of its type, not for trial only.
    pub fn tariff_choices<'a>(&'a self, service: &'a Service) -> impl Iterator<Item = &'a Tariff> {
        let for_money = |tariff: &&Tariff| tariff.prices.keys().any(|&period| period != Period::Trial);
        self.tariffs(&service.account)
            .filter(|tariff| tariff.item_type == service.item_type && tariff.id != service.tariff)
            .filter(for_money)
    }

    /// Whether the service can have another tariff at all.
    pub fn can_change_tariff(&self, service: &Service) -> Result<(), Refusal> {
        match service.item_type {
            ItemType::Addition | ItemType::Certificate => Err(Refusal::FixedTariff),
            _ if service.period == Period::Trial => Err(Refusal::FixedTariff),
            _ if service.status != Status::Active => Err(Refusal::NotActive),
            ItemType::Soft | ItemType::Softexternal => Ok(()),
        }
    }

    /// `period` is a code; without one the service keeps its own.
    pub fn tariff_change(
        &self,
        login: &str,
        id: ServiceId,
        tariff: &str,
        period: Option<&str>,
    ) -> Result<TariffChange, Refusal> {
        let service = self.service(login, id)?;
        self.can_change_tariff(service)?;
        let wanted = TariffId::parse(tariff);
        let new = self
            .tariff_choices(service)
            .find(|choice| Some(choice.id) == wanted)
            .ok_or_else(|| Refusal::invalid("pricelist", tariff))?;
        let own = service.period.to_string();
        let code = period.filter(|code| !code.is_empty()).unwrap_or(&own);
        let counts = counts_after(service, new);
        let (period, new_price) = new.priced(code, &counts, &self.settings.assumptions)?;
        if period == Period::Trial {
            return Err(Refusal::invalid("period", code));
        }
        let old_price = self.price_of(service, service.period).unwrap_or_default();
        let today = self.today(login);
        let share = |price, period: Period| worth(price, days(today, service.expires), days(today, period.end(today)));
        Ok(TariffChange {
            tariff: new.id,
            period,
            old_price,
            new_price,
            difference: Minor(share(new_price, period).0 - share(old_price, service.period).0),
            expires: service.expires,
        })
    }

    pub fn change_tariff(
        &mut self,
        login: &str,
        id: ServiceId,
        change: &TariffChange,
        cause: &'static str,
    ) -> Result<(), Refusal> {
        let service = self.service(login, id)?;
        let counts = self.tariff(login, change.tariff).map(|tariff| counts_after(service, tariff)).unwrap_or_default();
        let renews = service.autoprolong.is_some();
        if change.difference != Minor(0) {
            self.debit(id, EntryKind::TariffChange, change.period, change.difference, cause)?;
        }
        // A renewal that waits in the basket was priced by the old tariff.
        self.basket.retain(|item| item.service != id);
        self.change(id, |service| {
            service.tariff = change.tariff;
            service.period = change.period;
            service.autoprolong = Some(change.period).filter(|_| renews);
            service.counts = counts;
        });
        Ok(())
    }
}

/// Nodes are kept where the new tariff sells them too.
fn counts_after(service: &Service, tariff: &Tariff) -> Counts {
    service.counts.iter().filter(|(id, _)| tariff.addons.contains_key(id)).map(|(&id, &count)| (id, count)).collect()
}
