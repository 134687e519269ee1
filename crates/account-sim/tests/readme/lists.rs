//! Assumptions, settings, faults and control calls: what the program has, the README names, and nothing else.

use std::collections::BTreeSet;

use account_sim::{Assumption, Assumptions, InProcess};
use jiff::Timestamp;
use serde_json::Value;

use crate::README;

fn control(method: &str, path: &str, body: &str) -> (u16, Value) {
    let at: Timestamp = "2027-01-10T12:00:00Z".parse().unwrap();
    let (status, answer) = InProcess::new(at).control(at, method, path, body);
    (status, serde_json::from_str(&answer).unwrap())
}

/// The names in the first column of the table with this header.
fn first_column(header: &str) -> Vec<&'static str> {
    let lines = README.lines().skip_while(|line| !line.starts_with(header)).skip(2);
    let rows = lines.take_while(|line| line.starts_with('|'));
    rows.flat_map(|row| row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2)).collect()
}

fn is_switch(line: &str) -> bool {
    line.strip_prefix("| `u").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn row(assumption: &Assumption) -> String {
    let answer = |(value, meaning): &(String, &str)| match *value == assumption.default {
        true => format!("**`{value}`**: {meaning}"),
        false => format!("`{value}`: {meaning}"),
    };
    let is_word = assumption.answers.iter().any(|(value, _)| *value == assumption.default);
    let answers: Vec<String> = match is_word {
        true => assumption.answers.iter().map(answer).collect(),
        false => {
            assumption.answers.iter().map(|(_, meaning)| format!("**`{}`**: {meaning}", assumption.default)).collect()
        }
    };
    format!("| `{}` | {} | {} |", assumption.name, assumption.question, answers.join("<br>"))
}

#[test]
fn the_assumptions_are_told_as_the_program_has_them() {
    let told = README.lines().filter(|line| is_switch(line)).collect::<Vec<_>>().join("\n");
    let known = Assumptions::table().iter().map(row).collect::<Vec<_>>().join("\n");
    assert!(told == known, "the table should be:\n{known}");
}

#[test]
fn the_settings_are_told_as_the_program_has_them() {
    let (_, answer) = control("GET", "/control/seed", "");
    let settings = answer["settings"].as_object().unwrap();
    let quirks = settings["quirks"].as_object().unwrap();
    // In which order JSON objects keep their names depends on what else is built with serde_json.
    let told = |head: &str| first_column(head).into_iter().map(str::to_owned).collect::<BTreeSet<String>>();
    assert_eq!(told("| Quirk |"), quirks.keys().cloned().collect());
    let others = settings.keys().filter(|name| !name.starts_with('u') && *name != "quirks");
    assert_eq!(told("| Setting |"), others.cloned().collect());
}

#[test]
fn the_faults_are_told_as_the_program_has_them() {
    let (_, answer) = control("POST", "/control/faults", r#"{"func": "*", "fault": "?"}"#);
    let refused = answer["error"].as_str().unwrap();
    let known: Vec<&str> = refused.split('`').skip(3).step_by(2).collect();
    assert_eq!(first_column("| Fault |"), known);
}

#[test]
fn every_control_call_that_is_told_exists() {
    let calls = first_column("| Call |");
    assert!(calls.len() > 15);
    for call in calls {
        let (method, path) = call.split_once(' ').unwrap();
        assert_ne!(control(method, path, "").0, 404, "{call}");
    }
}
