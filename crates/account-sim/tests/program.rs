//! The program as a script starts it.

#![allow(clippy::unwrap_used, reason = "a test may stop at once, its helping functions too")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Output, Stdio};

use account_sim::AccountSim;

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_account-sim"))
}

fn start() -> (Child, String) {
    let mut child = program().stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    (child, line)
}

fn run(arguments: &[&str]) -> (Output, String) {
    let output = program().args(arguments).output().unwrap();
    let complaint = String::from_utf8(output.stderr.clone()).unwrap();
    (output, complaint)
}

#[test]
fn it_prints_its_address_serves_and_stops_cleanly_on_a_signal() {
    for signal in ["-TERM", "-INT"] {
        let (mut child, line) = start();
        let url = line.strip_prefix("account-sim listening on ").unwrap().strip_suffix('\n').unwrap();
        let mut answer = ureq::get(format!("{url}/control/clock")).call().unwrap();
        assert!(answer.body_mut().read_to_string().unwrap().contains("\"frozen\":false"));
        Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn a_busy_port_gives_a_clear_text() {
    let other = AccountSim::start().unwrap();
    let port = other.address().port().to_string();
    let (output, complaint) = run(&["--port", &port]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaint.contains(&format!("cannot serve on 127.0.0.1:{port}")), "{complaint}");
}

#[test]
fn a_mistake_on_the_command_line_shows_the_usage() {
    for arguments in [&["--port"][..], &["--port", "many"], &["serve"]] {
        let (output, complaint) = run(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(complaint.starts_with("usage: account-sim"));
    }
}
