//! The server as a socket sees it: addresses, methods, sizes, slow and broken clients.

use std::io::Write;

use serde_json::{Value, json};

use crate::client::frozen;
use crate::raw;

const WHOAMI: &str = "authinfo=eu-partner%3ASecret%26%3Ceu%3E%3A1&func=whoami";

#[test]
fn extra_slashes_in_the_address_are_tolerated_or_not() {
    let client = frozen();
    let status = |path: &str| raw::send(&client, &raw::get(&format!("{path}?{WHOAMI}"))).status();
    let exact = ["/billmgr", "/manager/billmgr"];
    let extra = ["/billmgr/", "//billmgr", "/manager/billmgr/", "/manager//billmgr"];
    let others = ["/", "/manager", "/billmgr/x", "/manager/billmgr/billmgr", "/long/none/billmgr", "/long/a/b/billmgr"];
    assert_eq!(exact.map(status), [200; 2]);
    assert_eq!(extra.map(status), [200; 4]);
    assert_eq!(others.map(status), [404; 6]);
    client.seed(json!({"u29_extra_slash": "not_found"}));
    assert_eq!(exact.map(status), [200; 2]);
    assert_eq!(extra.map(status), [404; 4]);
}

#[test]
fn other_methods_than_get_and_post_are_refused() {
    let client = frozen();
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "BREW"] {
        let answer = raw::send(&client, &raw::request(method, &format!("/billmgr?{WHOAMI}"), "", ""));
        assert_eq!((answer.status(), answer.header("allow")), (405, Some("GET, POST")), "{method}");
    }
    assert_eq!(client.control("GET", "requests", &Value::Null)["count"], 0);
}

#[test]
fn a_body_that_is_no_form_is_refused() {
    let client = frozen();
    let post = |kind: &str, body: &str| {
        raw::send(&client, &raw::request("POST", "/billmgr", &format!("Content-Type: {kind}\r\n"), body))
    };
    for kind in ["application/json", "multipart/form-data; boundary=x", "text/plain"] {
        assert_eq!(post(kind, "{}").status(), 415, "{kind}");
    }
    for kind in ["application/x-www-form-urlencoded; charset=UTF-8", "Application/X-WWW-Form-Urlencoded", ""] {
        assert!(post(kind, WHOAMI).text().contains("<user "), "{kind}");
    }
    assert!(raw::send(&client, &raw::request("POST", "/billmgr", "", WHOAMI)).text().contains("<user "));
}

#[test]
fn a_body_too_large_is_refused_before_it_is_sent() {
    let client = frozen();
    let head = "POST /billmgr HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    let announced = raw::send(&client, &format!("{head}Content-Length: 10485760\r\n\r\nfunc=whoami"));
    assert_eq!(announced.status(), 413);
    let asking = raw::send(&client, &format!("{head}Content-Length: 10485760\r\nExpect: 100-continue\r\n\r\n"));
    assert_eq!(asking.status(), 413);
    let largest = format!("{WHOAMI}&junk={}", "x".repeat(1024 * 1024 - WHOAMI.len() - "&junk=".len()));
    assert!(raw::send(&client, &raw::form(&largest)).text().contains("<user "));
    let chunk = format!("100000\r\n{}\r\n", "x".repeat(1024 * 1024));
    let chunked = format!("{head}Transfer-Encoding: chunked\r\n\r\n{chunk}1\r\nx\r\n");
    assert_eq!(raw::send(&client, &chunked).status(), 413);
}

#[test]
fn the_control_api_takes_more_than_a_call_may_have() {
    let client = frozen();
    assert_eq!(client.try_control("POST", "seed", &json!({"junk": "x".repeat(2 * 1024 * 1024)})).0, 422);
}

#[test]
fn a_head_too_large_and_a_broken_request_are_refused() {
    let client = frozen();
    let many = "X-Header: x\r\n".repeat(101);
    assert_eq!(raw::send(&client, &raw::request("GET", "/billmgr", &many, "")).status(), 431);
    // What is more than fits is refused while the client still writes, so it may see the end before the answer.
    let long = format!("X-Header: {}\r\n", "x".repeat(400 * 1024));
    let answer = raw::send(&client, &raw::request("GET", "/billmgr", &long, ""));
    assert!(answer.status() == 431 || answer.is_nothing());
    assert_eq!(raw::send(&client, "\0\u{1}\r\n\r\n").status(), 400);
    let broken = "POST /billmgr HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n";
    assert_eq!(raw::send(&client, broken).status(), 400);
    assert_eq!(client.balance(), "500.00 EUR");
}

#[test]
fn slow_clients_keep_nobody_waiting() {
    let client = frozen();
    let half_sent = "POST /billmgr HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nfunc=";
    let slow: Vec<_> = ["GET /billmgr HTTP/1.1\r\nHo", half_sent, ""]
        .iter()
        .cycle()
        .take(150)
        .map(|sent| {
            let mut stream = raw::connect(&client);
            stream.write_all(sent.as_bytes()).unwrap();
            stream
        })
        .collect();
    assert_eq!(client.balance(), "500.00 EUR");
    drop(slow);
}

#[test]
fn one_connection_serves_several_requests() {
    let client = frozen();
    let query = format!("GET /billmgr?{WHOAMI} HTTP/1.1\r\nHost: x\r\n\r\n");
    let bad = "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n";
    let answer = raw::send(&client, &format!("{query}{query}{bad}{}", raw::form(WHOAMI)));
    let all = format!("{}{}", answer.head, answer.text());
    assert_eq!(all.matches("HTTP/1.1 200 OK").count(), 3);
    assert_eq!(all.matches("HTTP/1.1 404 Not Found").count(), 1);
    assert_eq!(all.matches("<user ").count(), 3);
}

#[test]
fn http_1_0_is_spoken_too() {
    let client = frozen();
    let answer = raw::send(&client, &format!("GET /billmgr?{WHOAMI} HTTP/1.0\r\n\r\n"));
    assert!(answer.head.starts_with("HTTP/1.0 200 OK"), "{}", answer.head);
    assert!(answer.is_whole() && answer.text().contains("<user "));
    // Without a Host header the server's own address stands in the answer.
    assert!(answer.text().contains(&format!("host=\"{}\"", client.url())));
}

#[test]
fn a_client_that_has_said_everything_still_hears_the_answer() {
    let client = frozen();
    let stream = raw::connect(&client);
    (&stream).write_all(raw::form(WHOAMI).as_bytes()).unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    assert!(raw::exchange(stream, "").text().contains("<user "));
}

#[test]
fn get_and_post_work_on_both_paths() {
    let client = frozen();
    for path in ["/manager/billmgr", "/billmgr"] {
        let query = "authinfo=eu-partner:Secret%26%3Ceu%3E:1&func=subaccount";
        assert!(client.get(&format!("{path}?{query}")).1.contains("<balance>500.00 EUR</balance>"));
    }
    assert_eq!(client.get("/somewhere").0, 404);
}
