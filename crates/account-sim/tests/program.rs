//! The program as a script starts it.

#![allow(clippy::unwrap_used, reason = "a test may stop at once, its helping functions too")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Output, Stdio};

use account_sim::{AccountSim, Assumptions};

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_account-sim"))
}

fn start(arguments: &[&str]) -> (Child, String) {
    let mut child = program().args(arguments).stdout(Stdio::piped()).spawn().unwrap();
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
    for (arguments, signal) in [(&[][..], "-TERM"), (&["--listen", "127.0.0.1:0"], "-INT"), (&["--port", "0"], "-TERM")]
    {
        let (mut child, line) = start(arguments);
        let url = line.strip_prefix("account-sim listening on ").unwrap().strip_suffix('\n').unwrap();
        for path in ["/manager/billmgr", "/billmgr"] {
            let mut answer = ureq::get(format!("{url}{path}?func=whoami")).call().unwrap();
            assert!(answer.body_mut().read_to_string().unwrap().contains("<error type=\"auth\""));
        }
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
fn a_mistake_on_the_command_line_is_named_and_shows_the_usage() {
    for (arguments, named) in [
        (&["--port"][..], "--port"),
        (&["--port", "many"], "--port many"),
        (&["--port", "65536"], "--port 65536"),
        (&["--listen", "localhost"], "--listen localhost"),
        (&["--listen", "127.0.0.1:1", "--port", "1"], "--listen and --port"),
        (&["serve"], "serve"),
        (&["--loud"], "--loud"),
        (&["assumptions", "--port", "1"], "assumptions"),
    ] {
        let (output, complaint) = run(arguments);
        assert_eq!(output.status.code(), Some(2));
        let (mistake, usage) = complaint.split_once("\n\n").unwrap();
        assert!(mistake.starts_with("account-sim: ") && mistake.contains(named), "{mistake}");
        assert!(usage.starts_with("usage: account-sim"));
    }
}

#[test]
fn an_address_that_others_can_reach_is_refused() {
    for address in ["0.0.0.0:8093", "[::]:8093", "192.0.2.1:8093"] {
        let (output, complaint) = run(&["--listen", address]);
        assert_eq!(output.status.code(), Some(2));
        assert!(complaint.contains(&format!("--listen {address}")) && complaint.contains("passwords"), "{complaint}");
    }
}

#[test]
fn the_assumptions_are_printed_with_their_defaults() {
    let (output, _) = run(&["assumptions"]);
    let text = String::from_utf8(output.stdout).unwrap();
    for assumption in Assumptions::table() {
        let from = text.find(&format!("{}: {}", assumption.name, assumption.question)).unwrap();
        let mut lines = text[from..].lines().take_while(|line| !line.is_empty());
        assert!(
            lines.any(|line| line.split_whitespace().take(2).eq(["*", &assumption.default])),
            "{}",
            assumption.name
        );
    }
}

/// A fact that the product has wrong must show here, so nothing of the product is used.
#[test]
fn it_uses_no_code_of_the_product() {
    assert!(!include_str!("../Cargo.toml").contains("ispnoc"));
}
