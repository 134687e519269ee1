//! Answers read from plain JSON values.
//!
//! Serde's `Deserialize` writes code of its own for every struct, which was a quarter of the panel's WASM; here the structs share one way.
//! Tests hold it to serde's reading of the fixtures.

use ispnoc_domain::{Kind, Money, Price, Tariff, TariffId};

use crate::{
    AccountSide, Answer, Candidate, Candidates, Command, Cycle, Failure, FieldCheck, FieldRow, FieldState, Fields,
    InfoRow, Journal, JournalState, Link, MountConfig, PeriodChoice, Service, ServiceAction, ServiceInfo, Spending,
    SpentMonth, TariffList,
};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

impl Value {
    /// Takes a member out of a map; what a map lacks is null, and so is every member of anything else.
    pub fn take(&mut self, name: &str) -> Self {
        match self {
            Self::Map(members) => members.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value),
            _ => None,
        }
        .map_or(Self::Null, |value| std::mem::replace(value, Self::Null))
    }
}

/// What can be read from a JSON value; `None` when the value has another shape. Members that a type does not know are passed over.
pub trait Read: Sized {
    fn read(value: Value) -> Option<Self>;
}

impl Read for String {
    fn read(value: Value) -> Option<Self> {
        if let Value::Text(text) = value { Some(text) } else { None }
    }
}

impl Read for bool {
    fn read(value: Value) -> Option<Self> {
        if let Value::Bool(bool) = value { Some(bool) } else { None }
    }
}

impl Read for i64 {
    fn read(value: Value) -> Option<Self> {
        // Beyond this a JSON number is no longer exact.
        const MOST: f64 = 9_007_199_254_740_991.0;
        match value {
            Value::Number(number) if number.trunc() == number && number.abs() <= MOST => Some(number as Self),
            _ => None,
        }
    }
}

impl Read for u32 {
    fn read(value: Value) -> Option<Self> {
        i64::read(value)?.try_into().ok()
    }
}

impl Read for u16 {
    fn read(value: Value) -> Option<Self> {
        i64::read(value)?.try_into().ok()
    }
}

impl Read for TariffId {
    fn read(value: Value) -> Option<Self> {
        u32::read(value).map(Self)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: Value) -> Option<Self> {
        if value == Value::Null { Some(None) } else { T::read(value).map(Some) }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Value) -> Option<Self> {
        if let Value::List(values) = value { values.into_iter().map(T::read).collect() } else { None }
    }
}

/// A pair is a list of two.
impl Read for (String, String) {
    fn read(value: Value) -> Option<Self> {
        <[String; 2]>::try_from(Vec::read(value)?).ok().map(Into::into)
    }
}

impl<T: Read> Read for Answer<T> {
    fn read(mut value: Value) -> Option<Self> {
        match (value.take("ok"), value.take("error")) {
            (Value::Null, error) => Failure::read(error).map(Self::Error),
            (ok, _) => T::read(ok).map(Self::Ok),
        }
    }
}

/// As it is, to be read later.
impl Read for Value {
    fn read(value: Value) -> Option<Self> {
        Some(value)
    }
}

macro_rules! structs {
    ($($name:ident { $($member:ident),* })*) => { $(
        impl Read for $name {
            fn read(mut value: Value) -> Option<Self> {
                Some(Self { $($member: Read::read(value.take(stringify!($member)))?),* })
            }
        }
    )* };
}

structs! {
    Money { minor, currency }
    Price { months, cost }
    Tariff { id, name, kind, prices }
    Cycle { label, months, recurring, prices }
    TariffList { server, origin, fetched_at, tariffs, cycles, notice }
    FieldRow { name, friendly, state, required, on_order_form, admin_only, differences }
    FieldCheck { complaint }
    Fields { tariff, rows }
    ServiceAction { name, reason, cost, warning }
    PeriodChoice { months, label, cost }
    Journal { at, operation, state, text, cost }
    Service {
        status, billing_cycle, next_due_date, termination_date, tariff, item, order_id, server, actions, periods, journal
    }
    AccountSide { status, created, expires, balance, differences }
    Candidate { id, tariff, item, status, created, expires }
    Candidates { orders }
    Command { text, service }
    InfoRow { name, label, value, hidden, copy }
    Link { label, url }
    ServiceInfo { status, valid_until, rows, links }
    SpentMonth { month, sums }
    Spending { months }
    Failure { code, text, reference }
    MountConfig { relay, token, language, product, service, notice, texts }
}

macro_rules! names {
    ($($name:ident { $($text:literal $variant:ident),* })*) => { $(
        impl Read for $name {
            fn read(value: Value) -> Option<Self> {
                match String::read(value)?.as_str() {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    )* };
}

names! {
    Kind {
        "bit-ninja" BitNinja, "ddos-guard" DdosGuard, "other-module" OtherModule, "other-software" OtherSoftware
    }
    FieldState { "exists" Exists, "missing" Missing, "differs" Differs, "own" Own }
    JournalState {
        "claimed" Claimed, "sent" Sent, "done" Done, "rejected" Rejected, "unpaid" Unpaid, "unknown" Unknown,
        "not-placed" NotPlaced
    }
}

#[cfg(test)]
impl From<serde_json::Value> for Value {
    fn from(json: serde_json::Value) -> Self {
        match json {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(bool) => Self::Bool(bool),
            serde_json::Value::Number(number) => Self::Number(number.as_f64().unwrap()),
            serde_json::Value::String(text) => Self::Text(text),
            serde_json::Value::Array(list) => Self::List(list.into_iter().map(Self::from).collect()),
            serde_json::Value::Object(map) => {
                Self::Map(map.into_iter().map(|(name, member)| (name, Self::from(member))).collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use serde::de::DeserializeOwned;

    use super::*;

    /// What serde reads is read here too, alike; nothing is read when any member is a map, which no member ever is in its place.
    #[track_caller]
    fn check<T: Read + DeserializeOwned + PartialEq + Debug>(fixture: &str) {
        let json: serde_json::Value = serde_json::from_str(fixture).unwrap();
        let expected: T = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(T::read(json.clone().into()), Some(expected));
        let mut places = 0;
        while let Some(broken) = broken_at(&json, places) {
            assert_eq!(T::read(broken.clone().into()), None, "{broken}");
            places += 1;
        }
        assert!(places > 0, "{fixture}");
    }

    /// The fixture with its leaf at that position replaced.
    fn broken_at(json: &serde_json::Value, position: usize) -> Option<serde_json::Value> {
        fn walk(json: &mut serde_json::Value, left: &mut usize) -> bool {
            match json {
                serde_json::Value::Array(list) => list.iter_mut().any(|member| walk(member, left)),
                serde_json::Value::Object(map) => map.values_mut().any(|member| walk(member, left)),
                leaf if *left == 0 => {
                    *leaf = serde_json::json!({"a": [1.5]});
                    true
                }
                _ => {
                    *left -= 1;
                    false
                }
            }
        }
        let (mut json, mut left) = (json.clone(), position);
        walk(&mut json, &mut left).then_some(json)
    }

    #[test]
    fn every_fixture_is_read_as_serde_reads_it() {
        check::<Answer<TariffList>>(include_str!("../../../tests/contract/answers/tariffs.json"));
        check::<Answer<Fields>>(include_str!("../../../tests/contract/answers/fields.json"));
        check::<Answer<FieldCheck>>(include_str!("../../../tests/contract/answers/field-check.json"));
        check::<Answer<Service>>(include_str!("../../../tests/contract/answers/service.json"));
        check::<Answer<AccountSide>>(include_str!("../../../tests/contract/answers/account.json"));
        check::<Answer<Candidates>>(include_str!("../../../tests/contract/answers/candidates.json"));
        check::<Answer<Command>>(include_str!("../../../tests/contract/answers/command.json"));
        check::<Answer<ServiceInfo>>(include_str!("../../../tests/contract/answers/service-info.json"));
        check::<Answer<Spending>>(include_str!("../../../tests/contract/answers/spending.json"));
        check::<Answer<Fields>>(include_str!("../../../tests/contract/answers/error.json"));
        check::<MountConfig>(include_str!("../../../tests/contract/mount.json"));
    }

    #[test]
    fn every_name_of_an_enum_is_serdes() {
        let named = |kind: Kind| Kind::read(Value::Text(kind.name().to_owned()));
        assert_eq!(Kind::ALL.map(named), Kind::ALL.map(Some));
        for name in [
            "exists",
            "missing",
            "differs",
            "own",
            "claimed",
            "sent",
            "done",
            "rejected",
            "unpaid",
            "unknown",
            "not-placed",
        ] {
            let json = serde_json::Value::from(name);
            let text = || Value::Text(name.to_owned());
            let known = FieldState::read(text()).is_some() || JournalState::read(text()).is_some();
            assert!(known, "{name}");
            assert_eq!(FieldState::read(text()), serde_json::from_value(json.clone()).ok(), "{name}");
            assert_eq!(JournalState::read(text()), serde_json::from_value(json).ok(), "{name}");
        }
    }

    #[test]
    fn numbers_that_do_not_fit_are_not_read() {
        for number in [1.5, -1.0, 4_294_967_296.0, f64::NAN, f64::INFINITY] {
            assert_eq!(u32::read(Value::Number(number)), None, "{number}");
        }
        assert_eq!(u16::read(Value::Number(65_536.0)), None);
        assert_eq!(i64::read(Value::Number(-1e15)), Some(-1_000_000_000_000_000));
        assert_eq!(i64::read(Value::Number(1e16)), None);
    }
}
