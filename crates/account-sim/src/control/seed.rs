//! Changing the world's settings, balances and prices, as a whole or not at all.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::ControlError;
use crate::sim::Sim;
use crate::state::World;
use crate::state::money::Minor;
use crate::state::period::Period;
use crate::state::settings::Settings;
use crate::state::sowing::Seed;
use crate::state::tariff::TariffId;

/// Far more than any account has, and far less than what cannot be counted.
const LARGEST: Minor = Minor(100_000_000_000_000);

/// Account → amount.
type Amounts = BTreeMap<String, String>;
/// Account → tariff → period code → amount.
type Prices = BTreeMap<String, BTreeMap<TariffId, BTreeMap<String, String>>>;

/// `world`, `balance`, `credit` and `prices` beside any of the settings.
pub fn apply(sim: &mut Sim, real: Timestamp, mut seed: Map<String, Value>) -> Result<(), ControlError> {
    let plan: Option<Seed> = take(&mut seed, "world")?;
    let balances: Amounts = take(&mut seed, "balance")?;
    let credits: Amounts = take(&mut seed, "credit")?;
    let prices: Prices = take(&mut seed, "prices")?;
    let settings = changed(&sim.world.settings, seed)?;
    let mut world = match &plan {
        Some(plan) => World::sown(plan, settings).map_err(malformed)?,
        None => {
            let mut world = sim.world.clone();
            world.set_settings(settings).map_err(malformed)?;
            world
        }
    };
    if let Some(login) = world.settings.totp.iter().find(|login| world.account(login).is_none()) {
        return Err(no_account(login));
    }
    for (login, text) in &balances {
        if !world.set_balance(login, amount(text)?) {
            return Err(no_account(login));
        }
    }
    for (login, text) in &credits {
        if !world.set_credit(login, amount(text)?) {
            return Err(malformed(format!("no credit of {text} for the account {login}")));
        }
    }
    set_prices(&mut world, &prices)?;
    match plan {
        Some(plan) => *sim = Sim::with_world(real, plan.at, world),
        None => sim.world = world,
    }
    Ok(())
}

fn set_prices(world: &mut World, prices: &Prices) -> Result<(), ControlError> {
    for (login, tariffs) in prices {
        for (&tariff, periods) in tariffs {
            for (code, text) in periods {
                let price = amount(text)?;
                let known = price.0 >= 0
                    && Period::parse(code).is_some_and(|period| world.set_price(login, tariff, period, price));
                if !known {
                    let id = tariff.0;
                    return Err(malformed(format!(
                        "no price {text} for period {code} of tariff {id} of account {login}"
                    )));
                }
            }
        }
    }
    Ok(())
}

fn take<T>(seed: &mut Map<String, Value>, name: &str) -> Result<T, ControlError>
where
    T: Default + serde::de::DeserializeOwned,
{
    match seed.remove(name) {
        None => Ok(T::default()),
        Some(value) => serde_json::from_value(value).map_err(|error| malformed(format!("{name}: {error}"))),
    }
}

/// The settings with some of them replaced. An assumption is told by its number: `u3_short_balance`;
/// `quirks` holds some of the quirks.
fn changed(settings: &Settings, changes: Map<String, Value>) -> Result<Settings, ControlError> {
    let mut value = serde_json::to_value(settings)?;
    for (name, change) in changes {
        let is_assumption = name.strip_prefix('u').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let group = if is_assumption { value.get_mut("assumptions") } else { Some(&mut value) };
        match (group, change) {
            (Some(settings), Value::Object(quirks)) if name == "quirks" => merge(settings.get_mut("quirks"), quirks),
            (group, change) => merge(group, Map::from_iter([(name, change)])),
        }
    }
    Ok(serde_json::from_value(value)?)
}

fn merge(group: Option<&mut Value>, changes: Map<String, Value>) {
    if let Some(Value::Object(fields)) = group {
        fields.extend(changes);
    }
}

fn amount(text: &str) -> Result<Minor, ControlError> {
    let within_reason = |amount: &Minor| amount.abs() <= LARGEST;
    Minor::parse(text).filter(within_reason).ok_or_else(|| malformed(format!("not an amount of money: {text}")))
}

fn no_account(login: &str) -> ControlError {
    malformed(format!("no account {login}"))
}

fn malformed(text: String) -> ControlError {
    ControlError::Malformed(text)
}
