//! Dates and moments in words of the page's language, made by the browser.

use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Date, Object, Reflect};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Date)]
    type LocaleDate;

    #[wasm_bindgen(method, catch, js_name = toLocaleString)]
    fn format(this: &LocaleDate, language: &str, options: &Object) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type RelativeTimeFormat;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &Object) -> Result<RelativeTimeFormat, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn format(this: &RelativeTimeFormat, value: f64, unit: &str) -> Result<String, JsValue>;
}

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// `2026-12-23` as "Dec 23, 2026". What is not a date is shown as it came.
pub fn date(iso: &str, language: &str) -> String {
    // A bare date is midnight in UTC, so it is told in UTC: elsewhere it could be the day before.
    formatted(iso, language, &[("dateStyle", "medium"), ("timeZone", "UTC")])
}

/// `2026-11-23T05:00:00Z` as the day and the time where the reader is.
pub fn moment(iso: &str, language: &str) -> String {
    formatted(iso, language, &[("dateStyle", "medium"), ("timeStyle", "short")])
}

/// `2026-11` as "November 2026".
pub fn month_and_year(iso: &str, language: &str) -> String {
    formatted(iso, language, &[("month", "long"), ("year", "numeric"), ("timeZone", "UTC")])
}

/// `2026-11` as "Nov".
pub fn month_name(iso: &str, language: &str) -> String {
    formatted(iso, language, &[("month", "short"), ("timeZone", "UTC")])
}

/// How long ago a moment was: "2 hours ago".
pub fn age(iso: &str, language: &str) -> String {
    let passed = Date::now() - Date::parse(iso);
    let (value, unit) = match passed {
        passed if passed < HOUR => (passed / MINUTE, "minute"),
        passed if passed < DAY => (passed / HOUR, "hour"),
        passed => (passed / DAY, "day"),
    };
    RelativeTimeFormat::new(language, &options(&[("numeric", "auto")]))
        .and_then(|format| format.format(-value.max(0.0).floor(), unit))
        .unwrap_or_else(|_| iso.to_owned())
}

/// Whole days from the reader's today to a date; negative when it has passed.
pub fn days_until(iso: &str) -> Option<i32> {
    let now = Date::new_0();
    let month = i32::try_from(now.get_month()).ok()?;
    let today = Date::new_with_year_month_day(now.get_full_year(), month, i32::try_from(now.get_date()).ok()?);
    let end = Date::parse(&[iso, "T00:00"].concat());
    // Rounded, for a day on which clocks are moved is not 24 hours long.
    let days = ((end - today.get_time()) / DAY).round();
    days.is_finite().then_some(days as i32)
}

fn formatted(iso: &str, language: &str, style: &[(&str, &str)]) -> String {
    let date = Date::new(&iso.into()).unchecked_into::<LocaleDate>();
    match date.format(language, &options(style)) {
        // "Invalid Date" is what a browser says instead of an error.
        Ok(text) if !Date::parse(iso).is_nan() => text,
        _ => iso.to_owned(),
    }
}

pub(super) fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        _ = Reflect::set(&object, &(*key).into(), &(*value).into());
    }
    object
}
