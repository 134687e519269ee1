//! The state file: what was answered is never forgotten, wherever the program was killed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at once, its helping functions too")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;

struct Program {
    child: Child,
    url: String,
}

impl Program {
    fn start(state: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_account-sim"))
            .arg("--state")
            .arg(state)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim_end().strip_prefix("account-sim listening on ").unwrap().to_owned();
        Self { child, url }
    }

    /// The id of a new service, where an answer came.
    fn order(&self) -> Option<u64> {
        let form = [
            ("authinfo", "eu-partner:Secret&<eu>:1"),
            ("func", "addition.order.param"),
            ("pricelist", "55371"),
            ("item", "1001"),
            ("period", "1"),
            ("sok", "ok"),
            ("skipbasket", "on"),
            ("out", "json"),
        ];
        let mut answer = ureq::post(format!("{}/billmgr", self.url)).send_form(form).ok()?;
        let document: Value = serde_json::from_str(&answer.body_mut().read_to_string().ok()?).ok()?;
        document["doc"]["id"]["$"].as_str()?.parse().ok()
    }

    fn control(&self, name: &str) -> Value {
        let mut answer = ureq::get(format!("{}/control/{name}", self.url)).call().unwrap();
        serde_json::from_str(&answer.body_mut().read_to_string().unwrap()).unwrap()
    }

    fn seed(&self, seed: &Value) {
        ureq::post(format!("{}/control/seed", self.url)).send(seed.to_string()).unwrap();
    }

    /// Ids of the services that the ledger says were paid for.
    fn paid(&self) -> Vec<u64> {
        let ledger = self.control("ledger");
        ledger["entries"].as_array().unwrap().iter().filter_map(|entry| entry["service"].as_u64()).collect()
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// What the program says when it does not start with that file.
fn refused(state: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_account-sim")).arg("--state").arg(state).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stderr).unwrap()
}

fn state_file(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder.join("world.json")
}

#[test]
fn no_answered_order_is_lost_and_none_is_doubled_when_the_program_is_killed() {
    let state = state_file("killed");
    let mut answered = Vec::new();
    for round in 0..12 {
        let program = Program::start(&state);
        if round == 0 {
            program.seed(&serde_json::json!({"balance": {"eu-partner": "1000000.00"}}));
        }
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let clients: Vec<_> = (0..2)
                .map(|_| {
                    scope.spawn(|| {
                        let mut ids = Vec::new();
                        while !stop.load(Ordering::Relaxed) {
                            ids.extend(program.order());
                        }
                        ids
                    })
                })
                .collect();
            // The moment of the kill differs from round to round; nothing waits for a time to pass.
            while program.paid().len() < answered.len() + 3 + round * 7 % 11 {}
            Command::new("kill").args(["-KILL", &program.child.id().to_string()]).status().unwrap();
            stop.store(true, Ordering::Relaxed);
            answered.extend(clients.into_iter().flat_map(|client| client.join().unwrap()));
        });
        program.kill();
    }
    let program = Program::start(&state);
    let mut paid = program.paid();
    for id in &answered {
        assert!(paid.contains(id), "order {id} was answered and is lost");
    }
    let orders = paid.len();
    paid.sort_unstable();
    paid.dedup();
    assert_eq!(paid.len(), orders, "a service was paid twice");
    program.kill();
}

#[test]
fn a_torn_last_line_is_a_call_that_never_was() {
    let state = state_file("torn");
    let program = Program::start(&state);
    let id = program.order().unwrap();
    program.kill();
    let mut text = std::fs::read_to_string(&state).unwrap();
    text.push_str("{\"at\":\"2027-01-01T00:00:00Z\",\"control\":{\"meth");
    // A letter of two bytes may be torn too.
    for (paid, torn) in [(vec![id], &b""[..]), (vec![id, id + 1], b"\xd0")] {
        std::fs::write(&state, [text.as_bytes(), torn].concat()).unwrap();
        let program = Program::start(&state);
        assert_eq!(program.paid(), paid);
        assert_eq!(program.order(), Some(id + paid.len() as u64));
        program.kill();
        text = std::fs::read_to_string(&state).unwrap();
    }
}

#[test]
fn a_file_in_use_or_of_another_kind_is_refused_with_its_name() {
    let state = state_file("refused");
    let program = Program::start(&state);
    assert!(refused(&state).contains("world.json: another account-sim uses it"));
    program.kill();
    let other = state.with_file_name("other.json");
    for text in ["not a world\n", "{\"account_sim\":0,\"snapshot\":{}}\n"] {
        std::fs::write(&other, text).unwrap();
        assert!(refused(&other).contains("other.json: "));
        assert_eq!(std::fs::read_to_string(&other).unwrap(), text, "the file is left alone");
    }
}

#[test]
fn a_link_to_a_file_stays_a_link_and_leads_to_the_same_world() {
    let state = state_file("link");
    let link = state.with_file_name("link.json");
    std::os::unix::fs::symlink(&state, &link).unwrap();
    let program = Program::start(&link);
    let id = program.order().unwrap();
    assert!(refused(&state).contains("another account-sim uses it"));
    program.kill();
    assert!(link.is_symlink());
    let program = Program::start(&state);
    assert_eq!(program.paid(), [id]);
    program.kill();
    let pipe = state.with_file_name("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert!(refused(&pipe).contains("not a regular file"));
}

#[test]
fn calls_are_remembered_where_there_is_no_room_for_a_new_snapshot() {
    let state = state_file("no_room");
    let program = Program::start(&state);
    // In the way of every snapshot.
    let obstacle = state.with_file_name("world.json.new");
    std::fs::create_dir(&obstacle).unwrap();
    let id = program.order().unwrap();
    let padding = "x".repeat(1_000_000);
    for _ in 0..20 {
        let answer = ureq::post(format!("{}/billmgr", program.url)).send_form([("func", "whoami"), ("pad", &padding)]);
        assert_eq!(answer.unwrap().status(), 200);
    }
    assert_eq!(program.order(), Some(id + 1));
    program.kill();
    std::fs::remove_dir(&obstacle).unwrap();
    let program = Program::start(&state);
    assert_eq!(program.paid(), [id, id + 1]);
    program.kill();
}

#[test]
fn a_world_that_was_killed_comes_back_as_it_was() {
    let state = state_file("same");
    let program = Program::start(&state);
    program.seed(&serde_json::json!({"world": {"number": 3, "services": {"eu-partner": 200}}}));
    program.order().unwrap();
    let before = program.control("snapshot");
    program.kill();
    let program = Program::start(&state);
    assert_eq!(program.control("snapshot"), before);
    program.kill();
}
