//! What time alone does to services: activation, keys, renewal by the account, suspension, deletion.

use jiff::{SignedDuration, Timestamp, ToSpan};

use super::World;
use super::clock::later;
use super::ledger::EntryKind;
use super::service::{Service, ServiceId, Status};

/// A suspended service is deleted so many days after its end.
const DAYS_UNTIL_DELETION: i64 = 30;

#[derive(Clone, Copy)]
enum Event {
    Process,
    Activate,
    ShowKey,
    Expire,
    Delete,
}

impl World {
    /// Moves the world's time and lets happen, in order, what falls due until then. Time may also be set back;
    /// then nothing happens and nothing is undone.
    pub fn advance_to(&mut self, now: Timestamp) {
        while let Some((at, id)) = self.services.next().filter(|(at, _)| *at <= now) {
            self.now = self.now.max(at);
            match self.service_by_id(id).and_then(|service| self.next_event(service)) {
                Some((_, event)) => self.happen(id, event),
                None => self.services.schedule(id, None),
            }
        }
        self.now = now;
    }

    /// Changes a service and notes when time will change it next. Nothing changes a service in another way.
    pub(super) fn change(&mut self, id: ServiceId, change: impl FnOnce(&mut Service)) {
        if let Some(service) = self.services.get_mut(id) {
            let before = service.status;
            change(service);
            if service.status != before {
                service.shown_status = None;
            }
        }
        self.schedule(id);
    }

    fn schedule(&mut self, id: ServiceId) {
        let moment = self.service_by_id(id).and_then(|service| self.next_event(service)).map(|(at, _)| at);
        self.services.schedule(id, moment);
    }

    /// After the rules of time have changed, or services came without their moments.
    pub fn schedule_all(&mut self) {
        for id in self.services.ids() {
            self.schedule(id);
        }
    }

    fn next_event(&self, service: &Service) -> Option<(Timestamp, Event)> {
        let days_after_end = |days: i64| {
            let day = service.expires.saturating_add(days.days());
            self.beginning_of(&service.account, day)
        };
        let after_order = |milliseconds: i64| later(service.ordered_at, SignedDuration::from_millis(milliseconds));
        let seconds = self.settings.assumptions.u17_activation_seconds.map(i64::from);
        match service.status {
            _ if service.unpaid => None,
            Status::Ordered => Some((after_order(seconds? * 1000 / 3), Event::Process)),
            Status::Processing => Some((after_order(seconds? * 1000), Event::Activate)),
            Status::Active => {
                let end = days_after_end(0);
                match service.key_at {
                    Some(at) if at <= end => Some((at, Event::ShowKey)),
                    _ => Some((end, Event::Expire)),
                }
            }
            Status::Suspended => Some((days_after_end(DAYS_UNTIL_DELETION), Event::Delete)),
            Status::Deleted => None,
        }
    }

    fn happen(&mut self, id: ServiceId, event: Event) {
        match event {
            Event::Process => self.set_status(id, Status::Processing),
            Event::Activate => self.activate(id),
            Event::ShowKey => self.show_keys(id),
            Event::Expire if self.renew_by_itself(id) => {}
            Event::Expire => self.set_status(id, Status::Suspended),
            Event::Delete => {
                self.set_status(id, Status::Deleted);
                self.end_modules_of(id);
            }
        }
    }

    /// Renews from the old end when the service asks for it and the balance suffices.
    fn renew_by_itself(&mut self, id: ServiceId) -> bool {
        let Some(service) = self.service_by_id(id) else {
            return false;
        };
        let Some(period) = service.autoprolong else {
            return false;
        };
        let Some(until) = period.checked_end(service.expires) else {
            return false;
        };
        let Some(price) = self.price_of(service, period) else {
            return false;
        };
        let paid = self.debit(id, EntryKind::Prolong, period, price, "autoprolong").is_ok();
        if paid {
            self.change(id, |service| service.expires = until);
        }
        paid
    }

    /// Being shown also moves a new service on: the first answer says ordered, the next ones processing, and
    /// after `u17_activation_reads` answers it is active.
    pub fn count_reading(&mut self, id: ServiceId) {
        let Some(needed) = self.settings.assumptions.u17_activation_reads else {
            return;
        };
        if !self.service_by_id(id).is_some_and(Service::is_being_set_up) {
            return;
        }
        self.change(id, |service| {
            service.reads += 1;
            service.status = Status::Processing;
        });
        if self.service_by_id(id).is_some_and(|service| service.reads >= needed) {
            self.activate(id);
        }
    }

    pub(super) fn activate(&mut self, id: ServiceId) {
        let wait = self.settings.assumptions.u17_key_seconds;
        let key_at = later(self.now, SignedDuration::from_secs(wait.into()));
        self.change(id, |service| {
            service.status = Status::Active;
            service.key_at = Some(key_at);
        });
        if wait == 0 {
            self.show_keys(id);
        }
    }

    fn show_keys(&mut self, id: ServiceId) {
        let tariff = self.service_by_id(id).and_then(|service| self.tariff(&service.account, service.tariff));
        let secrets = tariff.map(|tariff| self.secrets(id, tariff.goods)).unwrap_or_default();
        self.change(id, |service| {
            service.key_at = None;
            service.params.extend(secrets);
        });
    }

    /// Where the account sets up what is bought at once, a paid order is active now.
    pub(super) fn set_up_at_once(&mut self, id: ServiceId) {
        if self.settings.assumptions.u17_activation_reads == Some(0) {
            self.activate(id);
        }
    }

    fn set_status(&mut self, id: ServiceId, status: Status) {
        self.change(id, |service| service.status = status);
    }
}
