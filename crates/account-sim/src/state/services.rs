//! All services of a world, found by id, by owner and item type, or by the moment when time will change them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::account::Login;
use super::service::{Service, ServiceId};
use super::tariff::ItemType;

#[derive(Clone, Debug, Default)]
pub struct Services {
    by_id: BTreeMap<ServiceId, Kept>,
    /// Ascending ids, so that a page is found without looking at the pages before it.
    by_owner: BTreeMap<(Login, ItemType), Vec<ServiceId>>,
    by_moment: BTreeSet<(Timestamp, ServiceId)>,
}

#[derive(Clone, Debug)]
struct Kept {
    service: Service,
    moment: Option<Timestamp>,
}

impl Services {
    pub fn get(&self, id: ServiceId) -> Option<&Service> {
        self.by_id.get(&id).map(|kept| &kept.service)
    }

    /// For changes; whoever makes one sees to it that the service is scheduled anew.
    pub fn get_mut(&mut self, id: ServiceId) -> Option<&mut Service> {
        self.by_id.get_mut(&id).map(|kept| &mut kept.service)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Service> {
        self.by_id.values().map(|kept| &kept.service)
    }

    /// The ids of an owner's services of one type, ascending.
    pub fn of(&self, login: &Login, item_type: ItemType) -> &[ServiceId] {
        self.by_owner.get(&(login.clone(), item_type)).map_or(&[], Vec::as_slice)
    }

    pub fn insert(&mut self, service: Service) {
        let id = service.id;
        let ids = self.by_owner.entry((service.account.clone(), service.item_type)).or_default();
        if let Err(place) = ids.binary_search(&id) {
            ids.insert(place, id);
        }
        self.by_id.insert(id, Kept { service, moment: None });
    }

    pub fn remove(&mut self, id: ServiceId) -> Option<Service> {
        self.schedule(id, None);
        let service = self.by_id.remove(&id)?.service;
        if let Some(ids) = self.by_owner.get_mut(&(service.account.clone(), service.item_type)) {
            ids.retain(|&other| other != id);
        }
        Some(service)
    }

    /// Notes when time alone will change the service next.
    pub fn schedule(&mut self, id: ServiceId, moment: Option<Timestamp>) {
        let Some(kept) = self.by_id.get_mut(&id) else {
            return;
        };
        if let Some(old) = kept.moment {
            self.by_moment.remove(&(old, id));
        }
        kept.moment = moment;
        self.by_moment.extend(moment.map(|moment| (moment, id)));
    }

    /// The service that time changes first.
    pub fn next(&self) -> Option<(Timestamp, ServiceId)> {
        self.by_moment.first().copied()
    }

    pub fn ids(&self) -> Vec<ServiceId> {
        self.by_id.keys().copied().collect()
    }
}

impl Serialize for Services {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Services {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut services = Self::default();
        for service in Vec::<Service>::deserialize(deserializer)? {
            services.insert(service);
        }
        Ok(services)
    }
}
