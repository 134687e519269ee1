//! What a test may turn in a world: the assumptions, and how the account behaves where nothing is in doubt.
//! `POST /control/seed` changes the settings one by one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::World;
use super::assumptions::Assumptions;
use super::price_lists::price_list;
use super::quirks::Quirks;
use super::tariff::TariffId;

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
    /// Takes over new settings: the price lists' ids and the moments of all services may follow from them.
    pub fn set_settings(&mut self, settings: Settings) {
        let old = std::mem::replace(&mut self.settings, settings);
        self.renumber_tariffs(&old.assumptions);
        self.schedule_all();
    }

    /// Tariffs whose ids nobody knows move together with the services that were bought by them.
    fn renumber_tariffs(&mut self, old: &Assumptions) {
        let new = self.settings.assumptions.clone();
        if (old.u8_invented_ids, old.u30_ru_business) == (new.u8_invented_ids, new.u30_ru_business) {
            return;
        }
        let mut moved = BTreeMap::new();
        for account in self.accounts.values_mut() {
            let before = price_list(account.region, old);
            let after = price_list(account.region, &new);
            let id_after =
                |name: &str| after.values().find(|tariff| tariff.internal_name == name).map(|tariff| tariff.id);
            for tariff in before.values() {
                let Some(id) = id_after(&tariff.internal_name) else { continue };
                if let Some(mut kept) = account.tariffs.remove(&tariff.id) {
                    moved.insert((account.login.clone(), kept.id), id);
                    kept.id = id;
                    account.tariffs.insert(id, kept);
                }
            }
        }
        for id in self.services.ids() {
            self.change(id, |service| {
                if let Some(&tariff) = moved.get(&(service.account.clone(), service.tariff)) {
                    service.tariff = tariff;
                }
            });
        }
    }
}
