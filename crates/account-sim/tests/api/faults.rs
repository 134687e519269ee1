//! Faults by script: what the client's side of the socket sees, and what the ledger says of it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::client::{BITNINJA, Client, EU, frozen};
use crate::raw::{self, Answer};

fn script(client: &Client, fault: Value) {
    client.control("POST", "faults", &fault);
}

/// A client whose next order is hit by the fault.
fn hit(mut fault: Value) -> Client {
    let client = frozen();
    fault["func"] = "addition.order.param".into();
    script(&client, fault);
    client
}

const AUTHINFO: &str = "authinfo=eu-partner%3ASecret%26%3Ceu%3E%3A1";

/// An order of the BitNinja module, in json unless said otherwise.
fn order(client: &Client) -> Answer {
    order_in(client, "json")
}

fn order_in(client: &Client, out: &str) -> Answer {
    raw::send(client, &raw::form(&format!("{AUTHINFO}&{BITNINJA}&period=1&out={out}")))
}

/// The answer that no fault hits.
fn plain_order(out: &str) -> Vec<u8> {
    order_in(&frozen(), out).body
}

fn call(client: &Client, func: &str) -> Answer {
    raw::send(client, &raw::form(&format!("{AUTHINFO}&func={func}")))
}

const ONE_ORDER: [&str; 1] = ["order -10.00 addition.order.param"];
const NOTHING: [&str; 0] = [];

#[test]
fn a_lost_reply_leaves_an_order_that_was_paid() {
    let client = hit(json!({"fault": "reply_lost"}));
    let answer = order(&client);
    assert!(answer.is_nothing() && !answer.reset);
    assert_eq!(client.ledger(), ONE_ORDER);
    assert!(order(&client).text().contains("812346"));
}

#[test]
fn a_reset_before_the_commit_leaves_nothing() {
    let client = hit(json!({"fault": "reset_before", "times": 2}));
    for _ in 0..2 {
        let answer = order(&client);
        assert!(answer.is_nothing() && answer.reset);
    }
    assert_eq!(client.ledger(), NOTHING);
    assert_eq!(order(&client).status(), 200);
    assert_eq!(client.control("GET", "requests", &Value::Null)["count"], 3);
}

#[test]
fn a_reset_after_the_commit_leaves_an_order_that_was_paid() {
    let client = hit(json!({"fault": "reset_after"}));
    let answer = order(&client);
    assert!(answer.is_nothing() && answer.reset);
    assert_eq!(client.ledger(), ONE_ORDER);
}

#[test]
fn a_late_commit_takes_effect_after_the_connection_broke() {
    let client = hit(json!({"fault": "late_commit", "seconds": 90}));
    assert!(order(&client).is_nothing());
    let late = client.control("GET", "faults", &Value::Null)["late"].take();
    assert_eq!(late, json!([{"at": "2027-01-10T12:01:30Z", "func": "addition.order.param"}]));
    client.advance_seconds(89);
    assert_eq!((client.ledger().len(), client.balance().as_str()), (0, "500.00 EUR"));
    client.advance_seconds(1);
    assert_eq!(client.ledger(), ONE_ORDER);
    assert_eq!(client.balance(), "490.00 EUR");
}

#[test]
fn late_commits_take_effect_in_the_order_of_their_moments() {
    let client = frozen();
    client.seed(json!({"balance": {"eu-partner": "15.00"}}));
    let func = "addition.order.param";
    script(
        &client,
        json!({"func": func, "sequence": [
            {"fault": "late_commit", "seconds": 60}, {"fault": "late_commit", "seconds": 30}]}),
    );
    for name in ["later", "sooner"] {
        assert!(client.call_as(EU, &format!("{BITNINJA}&period=1&remoteid={name}")).is_err());
    }
    client.advance_days(1);
    let ledger = client.control("GET", "ledger", &Value::Null);
    let orders = ledger["entries"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "order");
    let seen: Vec<_> = orders.map(|entry| (entry["remoteid"].clone(), entry["at"].clone())).collect();
    // The money is enough for one of them: the one that came first to its effect has it.
    assert_eq!(seen, [(json!("sooner"), json!("2027-01-10T12:00:30Z"))]);
}

#[test]
fn a_late_call_of_nobody_never_takes_effect() {
    let client = hit(json!({"fault": "late_commit", "seconds": 1}));
    let body = format!("authinfo=eu-partner:wrong&{BITNINJA}&period=1");
    assert!(raw::send(&client, &raw::form(&body)).is_nothing());
    // Nor does one that was refused at once for what it wants to be answered in.
    script(&client, json!({"func": "*", "fault": "late_commit", "seconds": 1}));
    assert!(order_in(&client, "no").is_nothing());
    client.advance_days(1);
    assert_eq!(client.ledger(), NOTHING);
}

#[test]
fn a_truncated_answer_ends_before_its_announced_length() {
    let client = hit(json!({"fault": "truncated"}));
    let answer = order(&client);
    let whole = plain_order("json");
    assert_eq!(answer.body, whole[..whole.len() / 2]);
    assert_eq!(answer.header("content-length"), Some(whole.len().to_string().as_str()));
    assert_eq!(client.ledger(), ONE_ORDER);
}

#[test]
fn no_parser_accepts_a_malformed_answer_of_the_right_length() {
    for out in ["xml", "json", "bjson"] {
        let client = hit(json!({"fault": "malformed"}));
        let answer = order_in(&client, out);
        assert!(answer.is_whole(), "{out}");
        assert_eq!(answer.body.len(), plain_order(out).len(), "{out}");
        assert!(serde_json::from_slice::<Value>(&answer.body).is_err(), "{out}");
        let lossy = String::from_utf8_lossy(&answer.body);
        assert!(roxmltree::Document::parse(&lossy).is_err(), "{out}");
        assert_eq!(client.ledger(), ONE_ORDER, "{out}");
    }
}

#[test]
fn an_empty_answer_has_status_200_and_no_body() {
    for (fault, ledger) in
        [(json!({"fault": "empty"}), &ONE_ORDER[..]), (json!({"fault": "empty", "commit": false}), &NOTHING[..])]
    {
        let client = hit(fault);
        let answer = order(&client);
        assert_eq!((answer.status(), answer.header("content-length")), (200, Some("0")));
        assert!(answer.body.is_empty());
        assert_eq!(client.ledger(), ledger);
    }
}

#[test]
fn a_page_of_a_proxy_stands_for_the_answer_whether_or_not_the_call_took_effect() {
    let pages = [
        ("http_403", 403, "403 Forbidden", false),
        ("http_429", 429, "429 Too Many Requests", false),
        ("http_460", 460, "460 Access from this IP denied", false),
        ("http_500", 500, "500 Internal Server Error", true),
        ("http_502", 502, "502 Bad Gateway", true),
        ("http_503", 503, "503 Service Temporarily Unavailable", true),
        ("http_504", 504, "504 Gateway Time-out", true),
        ("html_page", 200, "Maintenance", true),
    ];
    for (fault, status, title, commits_by_default) in pages {
        for commit in [None, Some(true), Some(false)] {
            let client = hit(match commit {
                None => json!({"fault": fault}),
                Some(commit) => json!({"fault": fault, "commit": commit}),
            });
            let answer = order(&client);
            assert_eq!(answer.status(), status, "{fault}");
            assert_eq!(answer.header("content-type"), Some("text/html; charset=UTF-8"), "{fault}");
            assert!(answer.is_whole() && answer.text().contains(&format!("<h1>{title}</h1>")), "{fault}");
            let orders = usize::from(commit.unwrap_or(commits_by_default));
            assert_eq!(client.ledger().len(), orders, "{fault} {commit:?}");
        }
    }
}

#[test]
fn an_answer_can_drip_and_be_delayed_while_others_are_served() {
    for fault in ["drip", "delay"] {
        let client = hit(json!({"fault": fault, "seconds": 0.3}));
        std::thread::scope(|scope| {
            let slow = scope.spawn(|| order(&client));
            while client.ledger().is_empty() {
                std::thread::yield_now();
            }
            assert_eq!(client.balance(), "490.00 EUR");
            let answer = slow.join().unwrap();
            assert!(answer.is_whole(), "{fault}");
            assert_eq!(answer.body, plain_order("json"), "{fault}");
        });
    }
}

#[test]
fn a_byte_order_mark_stands_before_the_answer() {
    let client = hit(json!({"fault": "bom"}));
    let answer = order(&client);
    assert!(answer.is_whole());
    assert_eq!(answer.body.strip_prefix(b"\xef\xbb\xbf"), Some(&plain_order("json")[..]));
    assert_eq!(client.ledger(), ONE_ORDER);
}

#[test]
fn an_answer_comes_in_windows_1251_while_its_head_says_utf_8() {
    let client = frozen();
    script(&client, json!({"func": "no.such", "fault": "wrong_charset"}));
    let answer = call(&client, "no.such&lang=ru");
    assert!(answer.is_whole() && answer.header("content-type").unwrap().ends_with("charset=UTF-8"));
    assert!(std::str::from_utf8(&answer.body).is_err());
    let not_found = b"\xcd\xe5 \xf3\xe4\xe0\xeb\xee\xf1\xfc"; // «Не удалось»
    assert!(answer.body.windows(not_found.len()).any(|window| window == not_found));
}

#[test]
fn a_long_request_answers_a_page_until_its_time_is_over_and_then_once_the_answer() {
    let client = hit(json!({"fault": "long_request", "seconds": 30}));
    let page = order(&client);
    assert_eq!(page.header("content-type"), Some("text/html; charset=UTF-8"));
    assert!(page.text().contains("Request in process, please wait"));
    assert_eq!(client.ledger(), ONE_ORDER);
    let begin = page.text().find("/long/").unwrap();
    let path = page.text()[begin..].split('"').next().unwrap();
    assert!(path.ends_with("/billmgr"));
    client.advance_seconds(29);
    assert_eq!(client.get(path), (200, page.text().to_owned()));
    client.advance_seconds(1);
    assert_eq!(client.get(path).1.as_bytes(), plain_order("json"));
    assert_eq!(client.get(path).0, 404);
    assert_eq!(client.ledger(), ONE_ORDER);
}

#[test]
fn the_page_of_a_long_request_speaks_the_callers_language() {
    let client = frozen();
    script(&client, json!({"func": "whoami", "fault": "long_request", "seconds": 1, "times": 2}));
    let page = |more: &str| client.call_as(crate::client::RU, &format!("func=whoami{more}")).unwrap();
    assert!(page("").contains("Ваш запрос обрабатывается, пожалуйста, подождите"));
    assert!(page("&lang=en").contains("Request in process, please wait"));
}

#[test]
fn a_duplicate_is_carried_out_twice_and_answered_with_the_second() {
    let client = hit(json!({"fault": "duplicate"}));
    assert!(order(&client).text().contains("812346"));
    assert_eq!(client.ledger(), [ONE_ORDER[0], ONE_ORDER[0]]);
}

#[test]
fn an_error_document_says_what_was_asked_for() {
    for (commit, ledger) in [(false, &NOTHING[..]), (true, &ONE_ORDER[..])] {
        let client = hit(
            json!({"fault": "error", "type": "xml", "object": "<o>", "message": "Ошибка & \"all\"", "commit": commit}),
        );
        let answer = order(&client);
        let document: Value = serde_json::from_slice(&answer.body).unwrap();
        let error = &document["doc"]["error"];
        assert_eq!(answer.status(), 200);
        assert_eq!((&error["$type"], &error["$object"]), (&json!("xml"), &json!("<o>")));
        assert_eq!(error["msg"]["$"], "Ошибка & \"all\"");
        assert_eq!(client.ledger(), ledger);
    }
}

#[test]
fn a_sequence_gives_each_call_its_step() {
    let client = frozen();
    script(&client, json!({"func": "*", "sequence": ["none", "http_502", "reply_lost", {"fault": "http_503"}]}));
    let statuses: Vec<u16> = (0..5).map(|_| call(&client, "whoami").status()).collect();
    assert_eq!(statuses, [200, 502, 0, 503, 200]);
    script(&client, json!({"func": "*", "times": null, "sequence": ["http_500", "none"]}));
    let statuses: Vec<u16> = (0..5).map(|_| call(&client, "whoami").status()).collect();
    assert_eq!(statuses, [500, 200, 500, 200, 500]);
}

#[test]
fn a_fault_passes_so_many_calls_and_lasts_until_it_is_cleared() {
    let client = frozen();
    script(&client, json!({"func": "whoami", "fault": "http_502", "after": 2, "times": null}));
    let statuses: Vec<u16> = (0..5).map(|_| call(&client, "whoami").status()).collect();
    assert_eq!(statuses, [200, 200, 502, 502, 502]);
    client.control("DELETE", "faults", &Value::Null);
    assert_eq!(call(&client, "whoami").status(), 200);
}

#[test]
fn a_fault_is_for_one_function_for_a_family_or_for_all() {
    let client = frozen();
    let hit = |client: &Client| -> Vec<&str> {
        let all = ["addition", "addition.edit", "soft.edit"];
        all.into_iter().filter(|func| call(client, func).status() == 502).collect()
    };
    for (func, expected) in [
        ("addition", &["addition"][..]),
        ("addition.*", &["addition.edit"]),
        ("*", &["addition", "addition.edit", "soft.edit"]),
    ] {
        client.control("DELETE", "faults", &Value::Null);
        script(&client, json!({"func": func, "fault": "http_502", "times": null}));
        assert_eq!(hit(&client), expected, "{func}");
    }
}

#[test]
fn chance_strikes_the_same_calls_for_the_same_seed() {
    let struck = |seed: u32| -> Vec<bool> {
        let client = frozen();
        script(&client, json!({"func": "*", "fault": "http_502", "probability": 0.3, "times": null, "seed": seed}));
        (0..40).map(|_| call(&client, "whoami").status() == 502).collect()
    };
    assert_eq!(struck(1), struck(1));
    let different: BTreeSet<Vec<bool>> = (1..=4).map(struck).collect();
    assert_eq!(different.len(), 4);
    let hits = different.iter().flatten().filter(|hit| **hit).count();
    assert!((24..=72).contains(&hits), "{hits} of 160");
}

#[test]
fn the_first_rule_that_wants_a_call_has_it() {
    let client = frozen();
    script(&client, json!({"func": "*", "fault": "http_502", "after": 1}));
    script(&client, json!({"func": "whoami", "fault": "http_503", "times": 2}));
    let statuses: Vec<u16> = (0..4).map(|_| call(&client, "whoami").status()).collect();
    assert_eq!(statuses, [503, 502, 503, 200]);
}

#[test]
fn faults_can_be_looked_at_and_cleared() {
    let client = frozen();
    script(&client, json!({"func": "addition", "fault": "http_502", "times": 3}));
    script(&client, json!({"func": "soft.*", "sequence": ["http_500", {"fault": "delay", "seconds": 1}]}));
    call(&client, "addition");
    call(&client, "whoami");
    call(&client, "soft.edit");
    let waiting = client.control("GET", "faults", &Value::Null);
    let expected = json!([
        {"func": "addition", "fault": "http_502", "times": 2},
        {"func": "soft.*", "times": 1, "sequence": [{"fault": "delay", "seconds": 1.0}]},
    ]);
    assert_eq!(waiting["faults"], expected);
    client.control("DELETE", "faults", &Value::Null);
    assert!(client.xml("func=addition").contains("<p_cnt>0</p_cnt>"));
}

#[test]
fn a_fault_that_makes_no_sense_is_refused_with_a_sentence() {
    let client = frozen();
    for (rule, sentence) in [
        (json!({"func": "*", "fault": "explode"}), "unknown variant `explode`"),
        (json!({"func": "*", "fault": "reply_lost", "often": true}), "unknown field `often`"),
        (json!({"fault": "reply_lost"}), "missing field `func`"),
        (json!({"func": "", "fault": "reply_lost"}), "func must be the name of a function"),
        (json!({"func": "addition*", "fault": "reply_lost"}), "func must be the name of a function"),
        (json!({"func": "*"}), "a rule needs a fault or a sequence"),
        (json!({"func": "*", "fault": "none"}), "a rule needs a fault or a sequence"),
        (json!({"func": "*", "fault": "empty", "sequence": ["none"]}), "not the rule beside them"),
        (json!({"func": "*", "sequence": ["none"], "times": 2}), "a sequence is gone through once"),
        (json!({"func": "*", "sequence": ["none", "explode"]}), "unknown variant `explode`"),
        (json!({"func": "*", "sequence": ["none", "delay"]}), "delay needs seconds"),
        (json!({"func": "*", "fault": "reply_lost", "times": 0}), "times must be at least 1, or null"),
        (json!({"func": "*", "fault": "reply_lost", "probability": 1.5}), "probability must be from 0 to 1"),
        (json!({"func": "*", "fault": "delay"}), "delay needs seconds, more than 0 and at most 600"),
        (json!({"func": "*", "fault": "drip", "seconds": 601}), "drip needs seconds"),
        (json!({"func": "*", "fault": "late_commit", "seconds": -1}), "late_commit needs seconds"),
        (json!({"func": "*", "fault": "empty", "seconds": 1}), "only delay, drip, late_commit and long_request"),
        (json!({"func": "*", "fault": "reset_before", "commit": true}), "reset_before never takes effect"),
        (json!({"func": "*", "fault": "truncated", "commit": false}), "truncated always takes effect"),
        (json!({"func": "*", "fault": "error"}), "error needs a type"),
        (json!({"func": "*", "fault": "empty", "type": "xml"}), "only error has type, object and message"),
    ] {
        let (status, answer) = client.try_control("POST", "faults", &rule);
        assert_eq!(status, 422, "{rule}");
        assert!(answer["error"].as_str().unwrap().contains(sentence), "{rule}: {answer}");
    }
    assert_eq!(client.control("GET", "faults", &Value::Null)["faults"], json!([]));
}
