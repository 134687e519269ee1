//! Every text of the panel that a person reads. PHP hands a view its texts in the reader's language, from `lang/panel` of the module, so
//! that a page pays for one language. Here stand their names.
//!
//! Whole sentences only, with their values inside: words and their order belong to the language.

/// The texts of one view in one language.
pub struct Texts {
    /// The language tag, also for the browser's `Intl`.
    pub language: String,
    texts: Vec<(String, String)>,
}

impl Texts {
    pub fn new(language: String, texts: Vec<(String, String)>) -> Self {
        Self { language, texts }
    }

    /// A text that is missing is shown by its name.
    fn find<'a>(&'a self, name: &'a str) -> &'a str {
        self.texts.iter().find(|(known, _)| known == name).map_or(name, |(_, text)| text)
    }

    /// The text with its values in place of their `{names}`.
    fn fill(&self, name: &str, values: &[(&str, &str)]) -> String {
        let mut parts = self.find(name).split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let value = part.split_once('}').and_then(|(name, rest)| {
                let (_, value) = values.iter().find(|(known, _)| *known == name)?;
                Some([value, rest])
            });
            filled.extend(value.unwrap_or(["{", part]));
        }
        filled
    }

    /// The text in the form that the language has for a number.
    fn counted(&self, name: &str, count: u32) -> String {
        self.fill(&[name, form(&self.language, count)].concat(), &[("count", &count.to_string())])
    }
}

/// For 1, for 2 to 4 and for the rest, by the last digits; a language without these has two forms.
fn form(language: &str, count: u32) -> &'static str {
    match (language, count % 10, count % 100) {
        ("ru", _, 11..=14) => "_many",
        ("ru", 1, _) => "_one",
        ("ru", 2..=4, _) => "_few",
        ("ru", ..) => "_many",
        _ if count == 1 => "_one",
        _ => "_many",
    }
}

macro_rules! texts {
    ($($view:literal { $($name:ident $values:tt;)* })*) => {
        impl Texts {
            $($(texts! { @text $name $values })*)*
        }

        /// By view: the name of each text and what stands between its brackets here.
        #[cfg(test)]
        const NAMES: &[(&str, &[(&str, &str)])] = &[
            $(($view, &[$((stringify!($name), stringify!($values))),*])),*
        ];
    };
    (@text $name:ident ()) => {
        pub fn $name(&self) -> &str {
            self.find(stringify!($name))
        }
    };
    (@text $name:ident ($($value:ident),*)) => {
        pub fn $name(&self, $($value: &str),*) -> String {
            self.fill(stringify!($name), &[$((stringify!($value), $value)),*])
        }
    };
    (@text $name:ident [$count:ident]) => {
        pub fn $name(&self, $count: u32) -> String {
            self.counted(stringify!($name), $count)
        }
    };
}

// A text with values in round brackets; one that has a form for each number in square ones.
texts! {
    "common" {
        waiting();
        slow();
        network_lost();
        logged_out();
        unreadable();
        reference();
        again();
        cancel();
        status();
        billing_cycle();
        copy();
        copied();
        selected();
    }
    "product-picker" {
        search();
        search_hint();
        refresh();
        ispmanager_modules();
        other_software();
        nothing_found();
        more_found(count);
        chosen();
        nothing_chosen();
        unknown_id(id);
        lacking_cycles(cycles);
        no_period();
        list_from(server, origin, age);
        list_never_asked(server, origin);
        prices();
        cost();
        price();
        margin();
        below_cost(margin);
        other_currency();
        percent(percent);
        months[count];
    }
    "field-preview" {
        choose_first();
        fields_of(tariff);
        field();
        field_state();
        field_filled_by();
        client_must_fill();
        client_may_fill();
        module_fills();
        admin_only();
        exists();
        missing();
        differs();
        own();
        create_missing();
        fields_created();
        order_form();
        order_form_empty();
        for_emails();
        try_form();
    }
    "service-actions" {
        in_whmcs();
        in_account();
        no_order();
        ordered_on();
        next_due_date();
        expires();
        termination_date();
        tariff();
        item();
        order_id();
        server();
        next_cost();
        balance();
        ask_account_again();
        create();
        renew();
        terminate();
        sync();
        change_period();
        link_order();
        drop_unpaid();
        create_for(cost);
        renew_for(cost);
        ask_create(cost);
        ask_renew(cost);
        ask_terminate();
        ask_sync();
        ask_change_period();
        ask_link_order();
        ask_drop_unpaid();
        choose();
        period_for(label, cost);
        no_candidates();
        cost_unknown();
        unknown_cost();
        running();
        doubt();
        page_is_old();
        reload();
        journal();
        journal_empty();
        claimed();
        sent();
        done();
        rejected();
        unpaid();
        unknown();
        not_placed();
        open_account();
    }
    "service-info" {
        valid_until();
        show();
        hide();
        days_left[count];
        ends_today();
        days_ago[count];
    }
    "spending" {
        spent_by_month(currency);
    }
    "wasm-type" {
        no_type();
        no_answer();
        set_type();
        look_by_hand();
    }
}

#[cfg(test)]
pub use tests::of;

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    type Views = BTreeMap<String, BTreeMap<String, String>>;

    fn read(language: &str) -> Views {
        let file = match language {
            "ru" => include_str!("../../../php-hooks/servers/ispmanagernoc/lang/panel/ru.json"),
            _ => include_str!("../../../php-hooks/servers/ispmanagernoc/lang/panel/en.json"),
        };
        serde_json::from_str(file).unwrap()
    }

    /// The texts of all views in a language.
    pub fn of(language: &str) -> Texts {
        Texts::new(language.to_owned(), read(language).into_values().flatten().collect())
    }

    /// What the panel asks for in a language: each text's view and name, and the names of its values.
    fn asked(language: &str) -> BTreeMap<(String, String), BTreeSet<String>> {
        let forms: &[&str] = if language == "ru" { &["_one", "_few", "_many"] } else { &["_one", "_many"] };
        let mut asked = BTreeMap::new();
        for (view, texts) in NAMES {
            for (name, values) in *texts {
                let forms = if values.starts_with('[') { forms } else { &[""] };
                let values: BTreeSet<String> =
                    values.split(|c: char| !c.is_alphanumeric()).filter(|v| !v.is_empty()).map(str::to_owned).collect();
                for form in forms {
                    asked.insert(((*view).to_owned(), [name, *form].concat()), values.clone());
                }
            }
        }
        asked
    }

    fn held(language: &str) -> BTreeMap<(String, String), BTreeSet<String>> {
        let mut held = BTreeMap::new();
        for (view, texts) in read(language) {
            for (name, text) in texts {
                let values = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
                held.insert((view.clone(), name), values.map(|(value, _)| value.to_owned()).collect());
            }
        }
        held
    }

    #[test]
    fn each_language_holds_exactly_the_texts_that_the_panel_asks_for() {
        for language in ["en", "ru"] {
            assert_eq!(held(language), asked(language), "{language}");
        }
    }

    #[test]
    fn no_text_is_the_same_in_two_views_under_one_name() {
        let mut seen = BTreeSet::new();
        for name in NAMES.iter().flat_map(|(_, texts)| texts.iter().map(|(name, _)| name)) {
            assert!(seen.insert(name), "{name}");
        }
    }

    #[test]
    fn months_are_counted() {
        let told = |language: &str| [1, 3, 11, 21, 112].map(|count| of(language).months(count));
        assert_eq!(told("en"), ["1 month", "3 months", "11 months", "21 months", "112 months"]);
        assert_eq!(told("ru"), ["1 месяц", "3 месяца", "11 месяцев", "21 месяц", "112 месяцев"]);
    }

    #[test]
    fn a_value_is_put_in_as_it_is_and_braces_of_others_stay() {
        assert_eq!(of("en").list_from("{age}", "x", "now"), "Price list of the server {age} (x), updated now.");
        let odd = Texts::new("en".to_owned(), vec![("search".to_owned(), "a {b} {c".to_owned())]);
        assert_eq!(odd.search(), "a {b} {c");
        assert_eq!(odd.refresh(), "refresh");
    }
}
