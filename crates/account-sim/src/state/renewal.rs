//! Renewing a service for money: for which periods, until when, and the debit together with the new date or neither.

use jiff::civil::Date;

use super::World;
use super::assumptions::{RenewalPeriod, ShortBalance, SuspendedRenewal, UnofferedPeriod};
use super::ledger::EntryKind;
use super::order::Purchase;
use super::period::Period;
use super::refusal::Refusal;
use super::service::{Service, ServiceId, Status};

impl World {
    /// The periods for which a service can be renewed: what its tariff offers, without a trial.
    pub fn renewal_periods(&self, service: &Service) -> Vec<Period> {
        match self.settings.assumptions.u13_renewal_period {
            RenewalPeriod::AnyOffered => self.offered_periods(service),
            RenewalPeriod::OwnOnly => vec![service.period],
        }
    }

    /// The periods of the service's tariff, without a trial; a service on trial has none, since it is never renewed.
    pub fn offered_periods(&self, service: &Service) -> Vec<Period> {
        let tariff = self.tariff(&service.account, service.tariff).filter(|_| service.period != Period::Trial);
        tariff
            .map(|tariff| tariff.prices.keys().copied())
            .into_iter()
            .flatten()
            .filter(|&period| period != Period::Trial)
            .collect()
    }

    /// When the service would end. An active one is renewed from its end, and so is one that was suspended while it
    /// was paid.
    pub fn renewed_until(&self, service: &Service, period: Period) -> Result<Date, Refusal> {
        let today = self.today(&service.account);
        let from = match service.status {
            _ if service.period == Period::Trial => return Err(Refusal::NotRenewable),
            Status::Active => service.expires,
            Status::Suspended if service.expires > today => service.expires,
            Status::Suspended => match self.settings.assumptions.u28_suspended_renewal {
                SuspendedRenewal::FromToday => today,
                SuspendedRenewal::FromEnd => service.expires,
                SuspendedRenewal::Refused => return Err(Refusal::NotRenewable),
            },
            Status::Ordered | Status::Processing | Status::Deleted => return Err(Refusal::NotRenewable),
        };
        period.checked_end(from).ok_or(Refusal::NotRenewable)
    }

    pub fn prolong(&mut self, login: &str, id: ServiceId, code: &str) -> Result<Purchase, Refusal> {
        let service = self.service(login, id)?;
        let assumptions = &self.settings.assumptions;
        let refused = || Refusal::invalid("period", code);
        let tariff = self.tariff(login, service.tariff).ok_or_else(refused)?;
        self.renewed_until(service, service.period)?;
        let (period, price) = tariff.priced(code, &service.counts, assumptions)?;
        let until = self.renewed_until(service, period)?;
        let own_only = assumptions.u13_renewal_period == RenewalPeriod::OwnOnly;
        let is_free = assumptions.u10_unoffered_period == UnofferedPeriod::Accepted && !own_only;
        if period == Period::Trial || !(is_free || self.renewal_periods(service).contains(&period)) {
            return Err(refused());
        }
        match self.debit(id, EntryKind::Prolong, period, price, "service.prolong") {
            Ok(()) => {
                self.renew(id, period, until);
                Ok(Purchase::Paid(id))
            }
            Err(Refusal::ShortBalance { .. }) if self.settings.assumptions.u3_short_balance != ShortBalance::Error => {
                Ok(self.put_in_basket(id, period, price))
            }
            Err(refusal) => Err(refusal),
        }
    }

    /// What is paid runs again, unless its owner wants it to rest and it had not run out.
    pub(super) fn renew(&mut self, id: ServiceId, period: Period, until: Date) {
        let Some(today) = self.service_by_id(id).map(|service| self.today(&service.account)) else {
            return;
        };
        self.change(id, |service| {
            if !(service.is_suspended_by_owner() && service.expires > today) {
                service.status = Status::Active;
                service.suspended_by_owner = false;
            }
            service.expires = until;
            service.period = period;
        });
    }
}
