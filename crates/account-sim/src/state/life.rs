//! What time alone does to services: activation, renewal by the account, suspension, deletion.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::World;
use super::ledger::EntryKind;
use super::service::{Service, ServiceId, Status};
use super::token;

/// A suspended service is deleted so many days after its end.
const DAYS_UNTIL_DELETION: i64 = 30;

#[derive(Clone, Copy)]
enum Event {
    Process,
    Activate,
    Expire,
    Delete,
}

impl World {
    /// Moves the world's time and lets happen, in order, what falls due until then. Time may also be set back;
    /// then nothing happens and nothing is undone.
    pub fn advance_to(&mut self, now: Timestamp) {
        while let Some((at, id, event)) = self.next_event(now) {
            self.now = self.now.max(at);
            self.happen(id, event);
        }
        self.now = now;
    }

    fn next_event(&self, until: Timestamp) -> Option<(Timestamp, ServiceId, Event)> {
        self.services
            .values()
            .filter_map(|service| {
                let (at, event) = self.event_of(service)?;
                (at <= until).then_some((at, service.id, event))
            })
            .min_by_key(|(at, id, _)| (*at, *id))
    }

    fn event_of(&self, service: &Service) -> Option<(Timestamp, Event)> {
        let expiry = |days: i64| {
            let day = service.expires.saturating_add(days.days());
            day.to_zoned(TimeZone::UTC).map_or(Timestamp::MAX, |midnight| midnight.timestamp())
        };
        let after_order = |milliseconds: i64| {
            let delay = SignedDuration::from_millis(milliseconds);
            let moment = service.ordered_at.saturating_add(delay);
            moment.unwrap_or(Timestamp::MAX)
        };
        let seconds = self.settings.assumptions.u17_activation_seconds.map(i64::from);
        match service.status {
            _ if service.unpaid => None,
            Status::Ordered => Some((after_order(seconds? * 1000 / 3), Event::Process)),
            Status::Processing => Some((after_order(seconds? * 1000), Event::Activate)),
            Status::Active => Some((expiry(0), Event::Expire)),
            Status::Suspended => Some((expiry(DAYS_UNTIL_DELETION), Event::Delete)),
            Status::Deleted => None,
        }
    }

    fn happen(&mut self, id: ServiceId, event: Event) {
        match event {
            Event::Process => self.set_status(id, Status::Processing),
            Event::Activate => self.activate(id),
            Event::Expire if self.renew_by_itself(id) => {}
            Event::Expire => self.set_status(id, Status::Suspended),
            Event::Delete => self.set_status(id, Status::Deleted),
        }
    }

    /// Renews from the old end when the service asks for it and the balance suffices.
    fn renew_by_itself(&mut self, id: ServiceId) -> bool {
        let Some(service) = self.services.get(&id) else {
            return false;
        };
        let Some(period) = service.autoprolong else {
            return false;
        };
        let until = period.end(service.expires);
        if until == service.expires {
            return false; // The calendar ends here.
        }
        let Some(price) = self.tariff(service.account, service.tariff).and_then(|tariff| tariff.price(period)) else {
            return false;
        };
        let paid = self.debit(id, EntryKind::Prolong, period, price, "autoprolong");
        if let (Ok(()), Some(service)) = (&paid, self.services.get_mut(&id)) {
            service.expires = until;
        }
        paid.is_ok()
    }

    /// Being shown also moves a new service on: the first answer says ordered, the next ones processing, and
    /// after `u17_activation_reads` answers it is active.
    pub fn count_reading(&mut self, id: ServiceId) {
        let Some(service) = self.services.get_mut(&id) else {
            return;
        };
        let Some(needed) = self.settings.assumptions.u17_activation_reads else {
            return;
        };
        if !service.is_being_set_up() {
            return;
        }
        service.reads += 1;
        if service.reads >= needed {
            self.activate(id);
        } else {
            service.status = Status::Processing;
        }
    }

    pub(super) fn activate(&mut self, id: ServiceId) {
        let Some(service) = self.services.get_mut(&id) else {
            return;
        };
        let goods = self
            .price_lists
            .get(service.account)
            .and_then(|tariffs| tariffs.iter().find(|tariff| tariff.id == service.tariff))
            .map(|tariff| tariff.goods);
        service.status = Status::Active;
        for &(name, length) in goods.map_or(&[][..], |goods| goods.secrets()) {
            let number = id.to_string();
            let secret = token(&[name, &number], length);
            let value = match name {
                "lickey" => format!("{number}-{secret}"),
                _ => secret,
            };
            service.params.insert(name, value);
        }
    }

    fn set_status(&mut self, id: ServiceId, status: Status) {
        if let Some(service) = self.services.get_mut(&id) {
            service.status = status;
        }
    }
}
