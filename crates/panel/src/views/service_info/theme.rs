//! The one place of a client theme that the view uses: the pane "Additional Information".

use ispnoc_wire::InfoRow;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

pub const PANE: &str = "#additionalinfo";

/// Hides the theme's own row of a field that the view shows: a password must not stand in clear beside its mask.
/// A field without a value has nothing to say either, and would stand alone under the view. The theme prints a row as `.row > * > strong`, the field's name; where it does not, nothing is hidden.
pub fn hide_doubled_rows(node: &HtmlElement, rows: &[InfoRow]) {
    let Some(pane) = node.closest(PANE).ok().flatten() else { return };
    let names = pane.query_selector_all(".row strong");
    let Ok(names) = names else { return };
    for name in (0..names.length()).filter_map(|index| names.item(index)) {
        let Ok(name) = name.dyn_into::<Element>() else { continue };
        let Ok(Some(row)) = name.closest(".row") else { continue };
        let text = name.text_content().unwrap_or_default();
        let label = text.trim();
        let is_empty = row.text_content().unwrap_or_default().trim() == label;
        if is_empty || rows.iter().any(|row| row.label == label) {
            _ = row.class_list().add_1("ispnoc-doubled");
        }
    }
}
