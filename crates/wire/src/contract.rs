//! Writes `contract.php`: the facts of `ispnoc-domain` and of this crate as one PHP array.

use std::fmt::Write;

use ispnoc_domain::{AccountStatus, FilledBy, Kind, Period, SETTINGS, SettingType};

use crate::{ACTIONS, ErrorCode, View};

/// A PHP value as far as the contract needs one.
enum Php {
    Int(i64),
    Bool(bool),
    Text(&'static str),
    List(Vec<Php>),
    Map(Vec<(&'static str, Php)>),
    Null,
}

/// The whole file, with a newline at its end.
pub fn php() -> String {
    let mut out = String::from(
        "<?php\n\n// Generated from crates/domain and crates/wire by `cargo xtask build`. Do not edit.\n\n\
         declare(strict_types=1);\n\nreturn ",
    );
    write_value(&mut out, &facts(), 0);
    out.push_str(";\n");
    out
}

fn facts() -> Php {
    Php::Map(vec![
        // Every crate takes its version from the workspace, so this is the product's.
        ("version", Php::Text(env!("CARGO_PKG_VERSION"))),
        ("kinds", Php::Map(Kind::ALL.into_iter().map(|kind| (kind.name(), kind_facts(kind))).collect())),
        ("periods", Php::Map(Period::ALL.into_iter().map(|p| (p.cycle(), Php::Int(p.months().into()))).collect())),
        (
            "statuses",
            Php::List(
                AccountStatus::ALL
                    .into_iter()
                    .map(|status| {
                        Php::Map(vec![
                            ("code", Php::Int(status.code().into())),
                            ("name", Php::Text(status.name())),
                            ("whmcs", Php::Text(status.whmcs().name())),
                        ])
                    })
                    .collect(),
            ),
        ),
        ("settings", Php::List(SETTINGS.iter().map(setting_facts).collect())),
        (
            "actions",
            Php::Map(
                ACTIONS
                    .iter()
                    .map(|action| {
                        let facts = vec![
                            ("entry", Php::Text(action.entry.name())),
                            ("effect", Php::Text(action.effect.name())),
                        ];
                        (action.name, Php::Map(facts))
                    })
                    .collect(),
            ),
        ),
        (
            "errors",
            Php::Map(ErrorCode::ALL.into_iter().map(|e| (e.name(), Php::Int(e.http_status().into()))).collect()),
        ),
        ("views", Php::List(View::ALL.into_iter().map(|view| Php::Text(view.name())).collect())),
    ])
}

fn kind_facts(kind: Kind) -> Php {
    let fields = kind.fields().iter().map(|field| {
        Php::Map(vec![
            ("name", Php::Text(field.name)),
            ("friendly", Php::Text(field.friendly)),
            ("required", Php::Bool(field.required)),
            ("on_order_form", Php::Bool(field.on_order_form())),
            ("filled_by_module", Php::Bool(field.filled_by == FilledBy::Module)),
        ])
    });
    Php::Map(vec![
        ("item_type", Php::Text(kind.item_type().name())),
        ("marker", kind.marker().map_or(Php::Null, Php::Text)),
        ("known_ids", Php::List(kind.known_ids().iter().map(|id| Php::Int((*id).into())).collect())),
        ("fields", Php::List(fields.collect())),
    ])
}

fn setting_facts(setting: &ispnoc_domain::Setting) -> Php {
    let (setting_type, options) = match setting.setting_type {
        SettingType::Text => ("text", Php::Null),
        SettingType::YesNo => ("yesno", Php::Null),
        SettingType::Dropdown(values) => ("dropdown", Php::List(values.iter().copied().map(Php::Text).collect())),
    };
    Php::Map(vec![("name", Php::Text(setting.name)), ("type", Php::Text(setting_type)), ("options", options)])
}

fn write_value(out: &mut String, value: &Php, depth: usize) {
    match value {
        Php::Null => out.push_str("null"),
        Php::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        // Writing to a String cannot fail.
        Php::Int(value) => drop(write!(out, "{value}")),
        Php::Text(value) => write_text(out, value),
        Php::List(values) => write_array(out, values.iter().map(|value| (None, value)), depth),
        Php::Map(entries) => write_array(out, entries.iter().map(|(key, value)| (Some(*key), value)), depth),
    }
}

fn write_array<'a>(out: &mut String, entries: impl Iterator<Item = (Option<&'a str>, &'a Php)>, depth: usize) {
    out.push('[');
    let mut empty = true;
    for (key, value) in entries {
        empty = false;
        out.push('\n');
        out.push_str(&"    ".repeat(depth + 1));
        if let Some(key) = key {
            write_text(out, key);
            out.push_str(" => ");
        }
        write_value(out, value, depth + 1);
        out.push(',');
    }
    if !empty {
        out.push('\n');
        out.push_str(&"    ".repeat(depth));
    }
    out.push(']');
}

fn write_text(out: &mut String, text: &str) {
    out.push('\'');
    out.push_str(&text.replace('\\', "\\\\").replace('\'', "\\'"));
    out.push('\'');
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_generated_file_is_fresh() {
        let stored = include_str!("../../../php-hooks/servers/ispmanagernoc/contract.php");
        assert!(stored == super::php(), "contract.php is stale: run `cargo xtask build`");
    }
}
