//! Renewing a service for money: for which periods, until when, and the debit together with the new date or neither.

use jiff::civil::Date;

use super::World;
use super::assumptions::{ShortBalance, SuspendedRenewal};
use super::ledger::EntryKind;
use super::order::Purchase;
use super::period::Period;
use super::refusal::Refusal;
use super::service::{Service, ServiceId, Status};

impl World {
    /// The periods for which a service can be renewed: what its tariff offers, without a trial.
    pub fn renewal_periods(&self, service: &Service) -> Vec<Period> {
        let tariff = self.tariff(&service.account, service.tariff);
        tariff
            .map(|tariff| tariff.prices.keys().copied())
            .into_iter()
            .flatten()
            .filter(|&period| period != Period::Trial)
            .collect()
    }

    /// When the service would end. An active one is renewed from its end.
    pub fn renewed_until(&self, service: &Service, period: Period) -> Result<Date, Refusal> {
        match service.status {
            _ if service.period == Period::Trial => Err(Refusal::NotRenewable),
            Status::Active => Ok(period.end(service.expires)),
            Status::Suspended => match self.settings.assumptions.u28_suspended_renewal {
                SuspendedRenewal::FromToday => Ok(period.end(self.today(&service.account))),
                SuspendedRenewal::FromEnd => Ok(period.end(service.expires)),
                SuspendedRenewal::Refused => Err(Refusal::NotRenewable),
            },
            Status::Ordered | Status::Processing | Status::Deleted => Err(Refusal::NotRenewable),
        }
    }

    pub fn prolong(&mut self, login: &str, id: ServiceId, period: &str) -> Result<Purchase, Refusal> {
        let service = self.service(login, id)?;
        let parsed = Period::parse(period).ok_or_else(|| Refusal::invalid("period", period))?;
        let until = self.renewed_until(service, parsed)?;
        let price = self
            .tariff(login, service.tariff)
            .filter(|_| parsed != Period::Trial)
            .and_then(|tariff| tariff.price(parsed))
            .ok_or_else(|| Refusal::invalid("period", period))?;
        match self.debit(id, EntryKind::Prolong, parsed, price, "service.prolong") {
            Ok(()) => {
                self.change(id, |service| {
                    service.expires = until;
                    service.status = Status::Active;
                });
                Ok(Purchase::Paid(id))
            }
            Err(Refusal::ShortBalance { .. }) if self.settings.assumptions.u3_short_balance != ShortBalance::Error => {
                Ok(self.put_in_basket(id, parsed, price))
            }
            Err(refusal) => Err(refusal),
        }
    }
}
