//! Faults by script, as the client's side of the socket sees them.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{BITNINJA, Client, EU, frozen};

fn order(client: &Client) -> Result<String, ureq::Error> {
    client.call_as(EU, &format!("{BITNINJA}&period=1"))
}

fn script(client: &Client, fault: Value) {
    client.control("POST", "faults", &fault);
}

#[test]
fn a_lost_reply_leaves_an_order_that_was_paid() {
    let client = frozen();
    script(&client, json!({"func": "addition.order.param", "fault": "reply_lost"}));
    assert!(order(&client).is_err());
    assert_eq!(client.ledger(), ["order -10.00 addition.order.param"]);
    assert!(order(&client).unwrap().contains("<id>812346</id>"));
}

#[test]
fn a_reset_before_the_commit_leaves_nothing() {
    let client = frozen();
    script(&client, json!({"func": "addition.order.param", "fault": "reset_before", "times": 2}));
    for _ in 0..2 {
        assert!(order(&client).is_err());
    }
    assert_eq!(client.ledger(), Vec::<String>::new());
    assert!(order(&client).is_ok());
    assert_eq!(client.control("GET", "requests", &Value::Null)["count"], 3);
}

#[test]
fn a_reset_is_a_reset_and_not_an_end_of_file() {
    let client = frozen();
    script(&client, json!({"func": "*", "fault": "reset_before"}));
    let mut stream = TcpStream::connect(client.url().strip_prefix("http://").unwrap()).unwrap();
    stream.write_all(b"GET /billmgr?func=whoami HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let error = stream.read(&mut [0; 1]).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
}

#[test]
fn a_bad_gateway_answers_a_page_after_the_order_was_paid() {
    let client = frozen();
    script(&client, json!({"func": "addition.order.param", "fault": "http_502"}));
    assert!(order(&client).unwrap().contains("502 Bad Gateway"));
    assert_eq!(client.ledger().len(), 1);
    script(&client, json!({"func": "addition.order.param", "fault": "http_502", "commit": false}));
    assert!(order(&client).unwrap().contains("502 Bad Gateway"));
    assert_eq!(client.ledger().len(), 1);
}

#[test]
fn a_truncated_answer_ends_before_its_announced_length() {
    let client = frozen();
    script(&client, json!({"func": "addition.order.param", "fault": "truncated"}));
    assert!(order(&client).is_err());
    assert_eq!(client.ledger().len(), 1);
    script(&client, json!({"func": "whoami", "fault": "truncated"}));
    let mut stream = TcpStream::connect(client.url().strip_prefix("http://").unwrap()).unwrap();
    stream.write_all(b"GET /billmgr?func=whoami HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    assert!(answer.contains("<doc><error") && !answer.contains("</doc>"), "{answer}");
}

#[test]
fn a_delayed_answer_comes_late_while_others_are_served() {
    let client = frozen();
    script(&client, json!({"func": "whoami", "fault": "delay", "seconds": 0.3}));
    let begun = Instant::now();
    std::thread::scope(|scope| {
        let slow = scope.spawn(|| client.xml("func=whoami"));
        assert_eq!(client.balance(), "500.00 EUR");
        assert!(slow.join().unwrap().contains("eu-partner"));
    });
    assert!(begun.elapsed() >= Duration::from_millis(300));
}

#[test]
fn faults_can_be_looked_at_and_cleared() {
    let client = frozen();
    script(&client, json!({"func": "addition", "fault": "http_502", "times": 3}));
    client.xml("func=addition");
    client.xml("func=whoami");
    let waiting = client.control("GET", "faults", &Value::Null);
    assert_eq!(waiting["faults"], json!([{"func": "addition", "fault": "http_502", "times": 2}]));
    client.control("DELETE", "faults", &Value::Null);
    assert!(client.xml("func=addition").contains("<p_cnt>0</p_cnt>"));
}

#[test]
fn a_fault_that_makes_no_sense_is_refused() {
    let client = frozen();
    for fault in [
        json!({"func": "whoami", "fault": "explode"}),
        json!({"func": "whoami", "fault": "delay"}),
        json!({"func": "whoami", "fault": "reply_lost", "times": 0}),
        json!({"func": "whoami", "fault": "reset_before", "commit": true}),
        json!({"func": "whoami", "fault": "reply_lost", "often": true}),
    ] {
        assert_eq!(client.try_control("POST", "faults", &fault).0, 422, "{fault}");
    }
}
