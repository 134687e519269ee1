//! The table of functions: every function, its answer in every output, every error and what provokes it.

use std::collections::BTreeSet;

use account_sim::{Answer, Function, Who, functions};
use serde_json::Value;

use crate::README;
use crate::prepared::{World, prepared, value_of};

/// A row of the table. Its first cell names one or several functions, or all of a client's.
struct Row {
    names: Vec<String>,
    who: String,
    does: String,
    call: Request,
    fields: Vec<String>,
    errors: Vec<(String, Request)>,
}

/// What a cell says about a call: parameters, settings, and whether it is made twice.
#[derive(Default)]
struct Request {
    params: String,
    settings: Option<Value>,
    twice: bool,
}

impl Request {
    /// Reads `twice PARAMETERS with SETTINGS`, of which each part may be missing.
    fn read(text: &str) -> Self {
        let codes: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
        let settings = codes.iter().find(|code| code.starts_with('{')).map(|code| serde_json::from_str(code).unwrap());
        let params = codes.iter().find(|code| !code.starts_with('{')).copied().unwrap_or_default().to_owned();
        Self { params, settings, twice: text.starts_with("twice ") }
    }
}

fn outputs() -> Vec<&'static str> {
    let header = README.lines().find(|line| line.starts_with("| Function |")).unwrap();
    let cell = header.split(" | ").nth(4).unwrap();
    cell.split('`').skip(1).step_by(2).collect()
}

fn rows() -> Vec<Row> {
    let lines = README.lines().skip_while(|line| !line.starts_with("| Function |")).skip(2);
    let rows = lines.take_while(|line| line.starts_with('|')).map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [names, who, does, call, fields, errors] = cells[..] else { panic!("six cells, not {line}") };
        let codes = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
        let errors = errors.split("; ").filter(|error| !error.is_empty()).map(|error| {
            let (mark, provoked) = error.split_once(": ").unwrap();
            (mark.trim_matches('`').to_owned(), Request::read(provoked))
        });
        Row {
            names: codes(names),
            who: who.to_owned(),
            does: does.to_owned(),
            call: Request::read(call),
            fields: codes(fields),
            errors: errors.collect(),
        }
    });
    rows.collect()
}

fn who(function: &Function) -> &'static str {
    match function.who {
        Who::Anybody => "anybody",
        Who::Client => "client",
        Who::Administrator => "administrator",
        Who::Nobody => "nobody",
    }
}

#[test]
fn every_function_that_the_program_knows_stands_in_the_table_once_and_no_other() {
    let mut told: Vec<String> = rows().into_iter().flat_map(|row| row.names).collect();
    let mut known: Vec<String> = functions().into_iter().map(|function| function.name).collect();
    told.sort();
    known.sort();
    assert_eq!(told, known);
}

#[test]
fn the_table_says_of_a_function_what_the_program_says() {
    let functions = functions();
    for row in rows() {
        for name in &row.names {
            let function = functions.iter().find(|function| function.name == *name).unwrap();
            assert_eq!((row.who.as_str(), row.does.as_str()), (who(function), function.does), "{name}");
        }
    }
}

/// Functions of several item types share a list of errors, of which not every type has each.
#[test]
fn the_table_has_every_error_that_the_program_names() {
    let kind = |mark: &String| mark.split('/').next().unwrap().to_owned();
    for function in functions().iter().filter(|function| function.who != Who::Nobody) {
        let action = |name: &str| match (function.item_type, name.split_once('.')) {
            (Some(_), Some((_, action))) => action.to_owned(),
            _ => name.to_owned(),
        };
        let same = |row: &&Row| {
            let functions = functions();
            row.names.iter().any(|name| {
                let other = functions.iter().find(|other| other.name == *name).unwrap();
                other.does == function.does && action(name) == action(&function.name)
            })
        };
        let rows = rows();
        let told: BTreeSet<String> =
            rows.iter().filter(same).flat_map(|row| row.errors.iter().map(|(mark, _)| kind(mark))).collect();
        let known: BTreeSet<String> = function.errors.iter().map(|&kind| kind.to_owned()).collect();
        assert_eq!(told, known, "{}", function.name);
    }
}

#[test]
fn every_function_answers_in_every_output_what_the_table_says() {
    let prepared = prepared();
    for row in rows().iter().filter(|row| !row.fields.is_empty()) {
        for name in &row.names {
            for out in outputs() {
                let answer = ask(&prepared, name, &row.call, &Request::default(), out);
                let told = format!("{name} in {out}: {}", String::from_utf8_lossy(&answer.body));
                assert_eq!(answer.status, 200, "{told}");
                for field in &row.fields {
                    assert!(has(&answer, out, field), "no {field} from {told}");
                }
            }
        }
    }
}

#[test]
fn every_error_of_the_table_is_provoked_in_every_output() {
    let prepared = prepared();
    let rows = rows();
    let common = rows.iter().find(|row| row.names.is_empty()).unwrap();
    for row in rows.iter().filter(|row| !row.names.is_empty()) {
        let shared = common.errors.iter().filter(|_| row.who == "client");
        for (mark, provoked) in row.errors.iter().chain(shared) {
            for name in &row.names {
                for out in outputs() {
                    let answer = ask(&prepared, name, &row.call, provoked, out);
                    let told = format!("{name} in {out}: {}", String::from_utf8_lossy(&answer.body));
                    let wanted = mark.replace("FUNCTION", name);
                    assert_eq!(error(&answer, out, provoked), wanted, "{told}");
                    assert_eq!(answer.status, if row.who == "nobody" { 501 } else { 200 }, "{told}");
                }
            }
        }
    }
}

/// Makes the right call of a function, changed as an error's cell says, in a world of its own.
fn ask(prepared: &World, name: &str, call: &Request, changed: &Request, out: &str) -> Answer {
    let mut params = vec![
        ("authinfo", "eu-partner:Secret%26%3Ceu%3E:1".to_owned()),
        ("func", name.to_owned()),
        ("out", out.to_owned()),
        ("lang", "en".to_owned()),
    ];
    for change in [call, changed].iter().flat_map(|request| request.params.split('&')) {
        if let Some(left_out) = change.strip_prefix('!') {
            params.retain(|(name, _)| *name != left_out);
        } else if let Some((name, value)) = change.split_once('=') {
            params.retain(|(given, _)| *given != name);
            params.push((name, value.to_owned()));
        }
    }
    for (_, value) in &mut params {
        if let Some(meant) = value_of(value, name) {
            *value = meant.to_owned();
        }
    }
    let query: Vec<String> = params.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mut world = prepared.clone();
    for settings in [call, changed].iter().filter_map(|request| request.settings.as_ref()) {
        world.seed(settings);
    }
    if changed.twice {
        world.ask(&query.join("&"));
    }
    world.ask(&query.join("&"))
}

/// Whether the answer holds a field, where its output keeps fields.
fn has(answer: &Answer, out: &str, field: &str) -> bool {
    let text = std::str::from_utf8(&answer.body).unwrap();
    match out {
        "xml" => {
            let xml = roxmltree::Document::parse(text).unwrap();
            xml.root_element().children().any(|child| child.has_tag_name(field))
        }
        "text" => !text.starts_with("ERROR") && (field != "ok" || text.ends_with("OK\n")),
        _ => {
            let value: Value = serde_json::from_str(text).unwrap();
            let doc = if out == "bjson" { &value } else { &value["doc"] };
            !doc[field].is_null() || !doc["model"][field].is_null()
        }
    }
}

/// An error as the table writes it: its type, and its object where it has one.
fn error(answer: &Answer, out: &str, provoked: &Request) -> String {
    let text = std::str::from_utf8(&answer.body).unwrap();
    let marks = match out {
        // What cannot be written in the wanted output comes in xml.
        _ if out == "xml" || provoked.params.contains("out=") => {
            let xml = roxmltree::Document::parse(text).unwrap();
            let error = xml.root_element().first_element_child().unwrap();
            ["type", "object"].map(|name| error.attribute(name).unwrap_or_default().to_owned())
        }
        "text" => {
            let (kind, rest) = text.strip_prefix("ERROR ").unwrap_or_default().split_once('(').unwrap_or_default();
            [kind.to_owned(), rest.split(')').next().unwrap().to_owned()]
        }
        _ => {
            let value: Value = serde_json::from_str(text).unwrap();
            let (error, prefix) = if out == "bjson" { (&value["error"], "") } else { (&value["doc"]["error"], "$") };
            let mark = |name: &str| error[format!("{prefix}{name}")].as_str().unwrap_or_default().to_owned();
            ["type", "object"].map(mark)
        }
    };
    let [kind, object] = marks;
    if object.is_empty() { kind } else { format!("{kind}/{object}") }
}
