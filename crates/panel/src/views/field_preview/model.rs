//! What the preview says of each field, as data.

use ispnoc_domain::TariffId;
use ispnoc_wire::{FieldRow, FieldState, Fields};

use crate::texts::Texts;

/// The tariff in the native control; a text that is no number names none.
pub fn tariff(stored: Option<String>) -> Option<TariffId> {
    stored?.trim().parse().ok().filter(|id| *id > 0).map(TariffId)
}

pub fn state(state: FieldState, texts: &Texts) -> &str {
    match state {
        FieldState::Exists => texts.exists(),
        FieldState::Missing => texts.missing(),
        FieldState::Differs => texts.differs(),
        FieldState::Own => texts.own(),
    }
}

/// A state's class; colour never says it alone.
pub fn state_class(state: FieldState) -> &'static str {
    match state {
        FieldState::Exists => "ispnoc-state ispnoc-good",
        FieldState::Missing => "ispnoc-state ispnoc-warning",
        FieldState::Differs | FieldState::Own => "ispnoc-state",
    }
}

/// Who fills the field in.
pub fn filled_by<'a>(row: &FieldRow, texts: &'a Texts) -> &'a str {
    match row {
        FieldRow { on_order_form: true, required: true, .. } => texts.client_must_fill(),
        FieldRow { on_order_form: true, .. } => texts.client_may_fill(),
        FieldRow { state: FieldState::Own, .. } => "",
        _ => texts.module_fills(),
    }
}

pub fn any_missing(fields: &Fields) -> bool {
    fields.rows.iter().any(|row| row.state == FieldState::Missing)
}

/// The rows that a client sees when ordering, as they will be after the missing ones are created.
pub fn order_form(fields: &Fields) -> Vec<FieldRow> {
    fields.rows.iter().filter(|row| row.on_order_form && !row.admin_only).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts;

    fn row(name: &str, field_state: FieldState, required: bool, on_order_form: bool) -> FieldRow {
        FieldRow {
            name: name.to_owned(),
            friendly: name.to_owned(),
            state: field_state,
            required,
            on_order_form,
            admin_only: false,
            differences: vec![],
        }
    }

    #[test]
    fn only_a_number_names_a_tariff() {
        assert_eq!(tariff(Some(" 55371".to_owned())), Some(TariffId(55371)));
        for stored in ["", "0", "bitninja"] {
            assert_eq!(tariff(Some(stored.to_owned())), None, "{stored}");
        }
        assert_eq!(tariff(None), None);
    }

    #[test]
    fn the_order_form_holds_what_the_client_fills() {
        let hidden = FieldRow { admin_only: true, ..row("note", FieldState::Own, false, true) };
        let rows = vec![
            row("item", FieldState::Missing, true, true),
            row("bitninjakey", FieldState::Exists, false, false),
            hidden,
        ];
        let fields = Fields { tariff: "BitNinja".to_owned(), rows };
        let names: Vec<String> = order_form(&fields).into_iter().map(|row| row.name).collect();
        assert_eq!(names, ["item"]);
        assert!(any_missing(&fields));
    }

    #[test]
    fn who_fills_a_field_is_told_in_words() {
        let texts = &texts::of("en");
        assert_eq!(filled_by(&row("item", FieldState::Exists, true, true), texts), "Client, required");
        assert_eq!(filled_by(&row("order_id", FieldState::Exists, false, false), texts), "Module");
        assert_eq!(filled_by(&row("colour", FieldState::Own, false, false), texts), "");
    }
}
