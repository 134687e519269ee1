//! Every text of the panel that a person reads. A language is a value of [`Texts`], so a missing text does not compile.
//!
//! Whole sentences only, with their values inside: words and their order belong to the language.

mod en;
mod ru;

pub struct Texts {
    /// The language tag, also for the browser's `Intl`.
    pub language: &'static str,

    pub waiting: &'static str,
    pub slow: &'static str,
    pub network_lost: &'static str,
    pub logged_out: &'static str,
    pub unreadable: &'static str,
    pub reference: &'static str,
    pub again: &'static str,
    pub cancel: &'static str,
    /// A number of months: "3 months".
    pub months: fn(u16) -> String,

    pub search: &'static str,
    pub search_hint: &'static str,
    pub refresh: &'static str,
    pub ispmanager_modules: &'static str,
    pub other_software: &'static str,
    pub nothing_found: &'static str,
    /// How many more were found than are shown.
    pub more_found: fn(usize) -> String,
    pub chosen: &'static str,
    pub nothing_chosen: &'static str,
    /// A stored Product ID that the price list does not hold.
    pub unknown_id: fn(&str) -> String,
    /// The product's billing cycles that the tariff cannot be ordered for.
    pub lacking_cycles: fn(&str) -> String,
    /// Whose price list it is and how old.
    pub list_from: fn(server: &str, age: &str) -> String,
    pub list_never_asked: fn(server: &str) -> String,

    pub choose_first: &'static str,
    /// The heading, with the tariff's name.
    pub fields_of: fn(&str) -> String,
    pub field: &'static str,
    pub field_state: &'static str,
    pub field_filled_by: &'static str,
    pub client_must_fill: &'static str,
    pub client_may_fill: &'static str,
    pub module_fills: &'static str,
    pub admin_only: &'static str,
    pub exists: &'static str,
    pub missing: &'static str,
    pub differs: &'static str,
    pub own: &'static str,
    pub create_missing: &'static str,
    pub fields_created: &'static str,
    pub order_form: &'static str,
    pub order_form_empty: &'static str,

    pub in_whmcs: &'static str,
    pub in_account: &'static str,
    pub status: &'static str,
    pub no_order: &'static str,
    pub billing_cycle: &'static str,
    pub ordered_on: &'static str,
    pub next_due_date: &'static str,
    pub expires: &'static str,
    pub termination_date: &'static str,
    pub tariff: &'static str,
    pub item: &'static str,
    pub order_id: &'static str,
    pub server: &'static str,
    pub next_cost: &'static str,
    pub balance: &'static str,
    pub ask_account_again: &'static str,
    pub create: &'static str,
    pub renew: &'static str,
    pub terminate: &'static str,
    pub sync: &'static str,
    pub change_period: &'static str,
    pub link_order: &'static str,
    pub drop_unpaid: &'static str,
    pub create_for: fn(cost: &str) -> String,
    pub renew_for: fn(cost: &str) -> String,
    pub ask_create: fn(cost: &str) -> String,
    pub ask_renew: fn(cost: &str) -> String,
    pub ask_terminate: &'static str,
    pub ask_sync: &'static str,
    pub ask_change_period: &'static str,
    pub ask_link_order: &'static str,
    pub ask_drop_unpaid: &'static str,
    /// Stands in a list before anything is chosen.
    pub choose: &'static str,
    /// A billing cycle and what each renewal of it costs.
    pub period_for: fn(label: &str, cost: &str) -> String,
    pub no_candidates: &'static str,
    pub cost_unknown: &'static str,
    /// Stands where a sum stands in a question.
    pub unknown_cost: &'static str,
    pub running: &'static str,
    pub doubt: &'static str,
    pub page_is_old: &'static str,
    pub reload: &'static str,
    pub journal: &'static str,
    pub journal_empty: &'static str,
    pub claimed: &'static str,
    pub sent: &'static str,
    pub done: &'static str,
    pub rejected: &'static str,
    pub unpaid: &'static str,
    pub unknown: &'static str,
    pub not_placed: &'static str,

    pub valid_until: &'static str,
    /// Days from today to the end; negative after it.
    pub days_left: fn(i64) -> String,
    pub copy: &'static str,
    pub copied: &'static str,
    pub selected: &'static str,
    pub show: &'static str,
    pub hide: &'static str,
}

/// The texts of a language; English for one that is not known.
pub fn of(language: &str) -> &'static Texts {
    if language == "ru" { &ru::TEXTS } else { &en::TEXTS }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, days: i64, expected: &str) {
        assert_eq!((of(language).days_left)(days), expected);
    }

    #[test]
    fn days_are_counted_in_english() {
        check("en", 2, "2 days left");
        check("en", 1, "1 day left");
        check("en", 0, "ends today");
        check("en", -1, "ended 1 day ago");
    }

    #[test]
    fn days_are_counted_in_russian() {
        check("ru", 1, "остался 1 день");
        check("ru", 3, "осталось 3 дня");
        check("ru", 11, "осталось 11 дней");
        check("ru", 21, "остался 21 день");
        check("ru", 112, "осталось 112 дней");
        check("ru", 0, "заканчивается сегодня");
        check("ru", -2, "закончилось 2 дня назад");
    }

    #[test]
    fn months_are_counted() {
        assert_eq!((of("en").months)(1), "1 month");
        assert_eq!((of("en").months)(12), "12 months");
        assert_eq!((of("ru").months)(3), "3 месяца");
        assert_eq!((of("ru").months)(6), "6 месяцев");
    }
}
