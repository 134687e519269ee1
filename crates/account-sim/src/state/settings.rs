//! What a test may turn in a world: the assumptions, and how the account behaves where nothing is in doubt.
//! `POST /control/seed` changes the settings one by one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::World;
use super::assumptions::Assumptions;
use super::price_lists::price_list;
use super::quirks::Quirks;
use super::tariff::{Tariff, TariffId};

pub(super) const SHARED_ID: &str = "with these settings two tariffs would have the same id";

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub assumptions: Assumptions,
    pub deleted_rows: DeletedRows,
    /// Days during which a new service of a tariff cannot be deleted, in place of the tariff's own.
    pub min_order_days: BTreeMap<TariffId, u32>,
    /// The accounts that want a second factor, which no program has.
    pub totp: BTreeSet<String>,
    pub quirks: Quirks,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeletedRows {
    /// Deleted services stay in lists with status 4.
    #[default]
    Linger,
    /// The account denies that they ever were.
    Vanish,
}

impl World {
    /// Takes over new settings: the price lists' ids and the moments of all services may follow from them. An error
    /// says that they cannot be meant, and leaves a world that nobody should use.
    pub fn set_settings(&mut self, settings: Settings) -> Result<(), String> {
        let old = std::mem::replace(&mut self.settings, settings);
        self.renumber_tariffs(&old.assumptions)?;
        self.schedule_all();
        Ok(())
    }

    /// Tariffs whose ids nobody knows move together with the services that were bought by them.
    fn renumber_tariffs(&mut self, old: &Assumptions) -> Result<(), String> {
        let new = self.settings.assumptions.clone();
        if (old.u8_invented_ids, old.u30_ru_business) == (new.u8_invented_ids, new.u30_ru_business) {
            return Ok(());
        }
        let mut moved = BTreeMap::new();
        for account in self.accounts.values_mut() {
            let before = price_list(account.region, old);
            let after = price_list(account.region, &new);
            let count = account.tariffs.len();
            // All leave their places before the first one takes its new place, which another one may have had.
            let mut renumbered = Vec::new();
            for tariff in before.values() {
                let Some(new) = after.values().find(|new| new.internal_name == tariff.internal_name) else { continue };
                let Some(kept) = account.tariffs.remove(&tariff.id) else { continue };
                let old_ids = std::iter::once(kept.id).chain(kept.addons.keys().copied());
                let new_ids = std::iter::once(new.id).chain(new.addons.keys().copied());
                moved.extend(old_ids.zip(new_ids).map(|(old, new)| ((account.login.clone(), old), new)));
                let addons = new.addons.keys().copied().zip(kept.addons.into_values()).collect();
                renumbered.push((new.id, Tariff { id: new.id, addons, ..kept }));
            }
            account.tariffs.extend(renumbered);
            if account.tariffs.len() < count {
                return Err(SHARED_ID.to_owned());
            }
        }
        for id in self.services.ids() {
            self.change(id, |service| {
                let new_id = |id: TariffId| moved.get(&(service.account.clone(), id)).copied().unwrap_or(id);
                service.counts = service.counts.iter().map(|(&id, &count)| (new_id(id), count)).collect();
                service.tariff = new_id(service.tariff);
            });
        }
        Ok(())
    }
}
