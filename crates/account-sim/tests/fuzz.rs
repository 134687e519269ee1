//! Whatever is sent, the account answers something that can be read, or refuses it by HTTP, and goes on answering.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop at once")]

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use account_sim::{AccountSim, InProcess, functions};
use fastrand::Rng;
use jiff::Timestamp;
use serde_json::{Value, json};

/// Another seed makes other requests; the same one makes the same.
const SEED: u64 = 20_270_110;

const IN_PROCESS: usize = 100_000;
const CONTROL_CALLS: usize = 10_000;
const OVER_SOCKETS: usize = 4_000;
/// So long a world is used before the next one.
const CALLS_A_WORLD: usize = 1_000;

const GOOD: &str = "authinfo=eu-partner:Secret%26%3Ceu%3E:1";

#[test]
fn a_hundred_thousand_odd_requests_are_answered_in_what_they_asked_for() {
    println!("seed {SEED}");
    let mut rng = Rng::with_seed(SEED);
    let odd = Odd::new();
    let at: Timestamp = "2027-01-10T12:00:00Z".parse().unwrap();
    let mut sim = InProcess::new(at);
    for number in 0..IN_PROCESS {
        if number % CALLS_A_WORLD == 0 {
            sim = fresh(at);
        }
        let form = odd.form(&mut rng);
        // What stands in an address is text; a body is any bytes.
        let answer = match String::from_utf8(form.clone()) {
            Ok(query) if rng.bool() => sim.billing(at, &query, b""),
            _ => sim.billing(at, "", &form),
        };
        let told = || format!("seed {SEED}, request {number}: {}", String::from_utf8_lossy(&form));
        let answer = answer.unwrap_or_else(|| panic!("no answer to {}", told()));
        check(answer.status, &answer.content_type, &answer.body, &told);
        if number % 100 == 0 {
            let whoami = sim.billing(at, &format!("{GOOD}&func=whoami"), b"").unwrap();
            assert!(String::from_utf8(whoami.body).unwrap().contains("eu-partner"), "after {}", told());
        }
    }
}

#[test]
fn odd_control_calls_are_answered_in_json() {
    println!("seed {SEED}");
    let mut rng = Rng::with_seed(SEED);
    let odd = Odd::new();
    let at: Timestamp = "2027-01-10T12:00:00Z".parse().unwrap();
    let mut sim = fresh(at);
    for number in 0..CONTROL_CALLS {
        let path = format!("/control/{}", rng.choice(CONTROLS).unwrap());
        let method = *rng.choice(&["GET", "POST", "POST", "POST", "DELETE", "PUT", ""]).unwrap();
        let body = match rng.u8(..8) {
            0 => String::from_utf8_lossy(&odd.form(&mut rng)).into_owned(),
            1 => "[".repeat(rng.usize(..1000)),
            _ => odd.json(&mut rng, 0).to_string(),
        };
        let (status, _) = sim.control(at, method, &path, &body);
        assert!(
            [200, 400, 404, 422].contains(&status),
            "seed {SEED}, call {number}: {method} {path} {body} gave {status}"
        );
        sim.billing(at, &format!("{GOOD}&func=addition"), b"");
    }
    let (status, _) = sim.control(at, "POST", "/control/reset", "");
    assert_eq!(status, 200);
}

#[test]
fn odd_requests_over_sockets_never_stop_the_server() {
    println!("seed {SEED}");
    let mut rng = Rng::with_seed(SEED);
    let odd = Odd::new();
    let sim = AccountSim::start().unwrap();
    for number in 0..OVER_SOCKETS {
        let request = if number < 3 { too_large() } else { odd.http(&mut rng) };
        let answer = exchange(&sim, &request);
        let told = || {
            let shown = &request[..request.len().min(2000)];
            format!("seed {SEED}, request {number}: {}", String::from_utf8_lossy(shown))
        };
        match read_answer(&answer) {
            // Of what is no HTTP, the server may be silent.
            None => assert!(answer.is_empty(), "{}: {}", told(), String::from_utf8_lossy(&answer)),
            Some((status, _, [])) if request.starts_with(b"HEAD") => assert!(status >= 400, "{}", told()),
            Some((status, content_type, body)) => check(status, &content_type, body, &told),
        }
        if number % 50 == 0 {
            let whoami = exchange(&sim, format!("GET /billmgr?{GOOD}&func=whoami HTTP/1.0\r\n\r\n").as_bytes());
            assert!(String::from_utf8_lossy(&whoami).contains("eu-partner"), "after {}", told());
        }
    }
}

/// A world in which wrong passwords block nobody.
fn fresh(at: Timestamp) -> InProcess {
    let mut sim = InProcess::new(at);
    let (status, _) = sim.control(at, "POST", "/control/seed", r#"{"u18_login_failures": null}"#);
    assert_eq!(status, 200);
    sim
}

/// A readable document, a page for people, or a refusal by HTTP.
fn check(status: u16, content_type: &str, body: &[u8], told: &dyn Fn() -> String) {
    assert!(status == 200 || status == 501 || (400..500).contains(&status), "status {status} for {}", told());
    let text = std::str::from_utf8(body).unwrap_or_else(|error| panic!("{error} in the answer to {}", told()));
    match content_type.split(';').next().unwrap() {
        "text/xml" => {
            let xml = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error} for {}: {text}", told()));
            assert!(xml.root_element().has_tag_name("doc"), "{}: {text}", told());
        }
        "application/json" => {
            let value: Value =
                serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} for {}: {text}", told()));
            assert!(value.is_object(), "{}: {text}", told());
        }
        "text/plain" | "text/html" => {}
        other => assert!(status >= 400 && text.is_empty(), "{other} for {}: {text}", told()),
    }
}

/// What makes requests odd: names, values and ways of writing them.
struct Odd {
    functions: Vec<String>,
}

const NAMES: &[&str] = &[
    "elid",
    "elid",
    "period",
    "pricelist",
    "item",
    "autoprolong",
    "sok",
    "skipbasket",
    "clicked_button",
    "lang",
    "p_num",
    "p_cnt",
    "p_order",
    "p_col",
    "filter",
    "id",
    "itemtype",
    "username",
    "password",
    "key",
    "auth",
    "authinfo",
    "licname",
    "ip",
    "domain",
    "target_ip",
    "bitninja_email",
    "remoteid",
    "func",
    "out",
    "su",
    "plid",
    "snext",
    "crt_type",
    "CN",
    "csr",
    "altname",
    "project",
    "onlyavailable",
    "addon_55236",
    "item_status",
    "<a b='",
    "\u{0}",
    "доменное имя",
    "",
    "elem",
    "doc",
    "$",
    "v",
    "a.b",
    "-",
    "_",
    "1",
];

/// Written as they stand: percent signs are the sender's own.
const VALUES: &[&str] = &[
    "",
    "ok",
    "on",
    "off",
    "0",
    "1",
    "-1",
    "6",
    "12",
    "-100",
    "-50",
    "null",
    "1001",
    "1002",
    "2001",
    "812345",
    "812346",
    "55371",
    "55390",
    "23221",
    "55369",
    "9203",
    "55227",
    "2018",
    "finish",
    "newkey",
    "delete",
    "clearbasket",
    "en",
    "ru",
    "18446744073709551616",
    "-9223372036854775809",
    "1e9",
    "0x10",
    " 1 ",
    "+1",
    "1,2",
    "812345,+812346,+812347",
    "1001,+,+,",
    ",,,,",
    "%00",
    "1%00",
    "%",
    "%zz",
    "%4",
    "%ff%fe",
    "%c0%af",
    "%ed%a0%80",
    "%f4%90%80%80",
    "%01%02%1b%7f",
    "%ef%bf%be",
    "%ef%bf%bf",
    "%e2%80%ae",
    "]]>",
    "<![CDATA[",
    "<!DOCTYPE+a>",
    "%26%3C%3E%22%27",
    "&amp;",
    "<b>",
    "\"",
    "\\",
    "\\u0000",
    "${x}",
    "{{",
    "'+or+1=1",
    "../../etc/passwd",
    "__value__",
    "__object__",
    "Ж",
    "😀",
    "%F0%9F%98%80",
    "client@example.com",
    "example.com",
    "192.0.2.7",
    "::1",
    "+time",
    "-id",
    "0123456789abcdef0123",
    "eu-partner",
    "%0d%0aSet-Cookie:+a=b",
    "\u{7f}",
    "\t",
];

const OUTPUTS: &[&str] =
    &["xml", "json", "sjson", "xjson", "bjson", "text", "", "devel", "XML", "html", "json%00", "<", "%ff"];

const CONTROLS: &[&str] = &[
    "reset", "seed", "seed", "seed", "clock", "clock", "faults", "faults", "ledger", "services", "requests", "restore",
    "snapshot", "", "seed/", "nothing", "%00",
];

impl Odd {
    fn new() -> Self {
        Self { functions: functions().into_iter().map(|function| function.name).collect() }
    }

    /// Parameters as a client writes them, well or badly.
    fn form(&self, rng: &mut Rng) -> Vec<u8> {
        let mut pairs: Vec<Vec<u8>> = Vec::new();
        match rng.u8(..10) {
            0 => {}
            1 => pairs.push(format!("authinfo={}", choice(rng, VALUES)).into_bytes()),
            2 => pairs.push(format!("authinfo=eu-partner:{}", choice(rng, VALUES)).into_bytes()),
            _ => pairs.push(GOOD.as_bytes().to_vec()),
        }
        match rng.u8(..20) {
            0 => {}
            1 => pairs.push(format!("func={}", choice(rng, VALUES)).into_bytes()),
            2 => {
                let mut func = rng.choice(&self.functions).unwrap().clone().into_bytes();
                mangle(rng, &mut func);
                pairs.push([b"func=", &func[..]].concat());
            }
            _ => pairs.push(format!("func={}", rng.choice(&self.functions).unwrap()).into_bytes()),
        }
        if rng.u8(..4) > 0 {
            pairs.push(format!("out={}", choice(rng, OUTPUTS)).into_bytes());
        }
        let count = match rng.u16(..2000) {
            0 => 2000,
            1..100 => 60,
            _ => rng.usize(..8),
        };
        for _ in 0..count {
            let mut pair = format!("{}={}", choice(rng, NAMES), choice(rng, VALUES)).into_bytes();
            match rng.u16(..500) {
                0 => pair = [b"a".repeat(20_000), b"=1".to_vec()].concat(),
                1 => pair.extend(b"x".repeat(20_000)),
                2..20 => mangle(rng, &mut pair),
                20..30 => pair.retain(|&byte| byte != b'='),
                _ => {}
            }
            pairs.push(pair);
        }
        if rng.u8(..4) == 0 {
            rng.shuffle(&mut pairs);
        }
        pairs.join(&b'&')
    }

    /// Values in the shape of control calls.
    fn json(&self, rng: &mut Rng, depth: u32) -> Value {
        let names = [
            "balance",
            "credit",
            "prices",
            "world",
            "number",
            "at",
            "tariffs",
            "only_sown",
            "names",
            "set",
            "freeze",
            "advance_days",
            "advance_seconds",
            "func",
            "fault",
            "times",
            "after",
            "probability",
            "sequence",
            "seconds",
            "commit",
            "type",
            "object",
            "message",
            "u3_short_balance",
            "u17_activation_reads",
            "u19_time_zone",
            "quirks",
            "min_order_days",
            "deleted_rows",
            "totp",
            "id",
            "status",
            "expiredate",
            "eu-partner",
            "55371",
            "1",
            "nonsense",
        ];
        match rng.u8(..if depth > 3 { 8 } else { 14 }) {
            0 => Value::Null,
            1 => json!(rng.bool()),
            2 => json!(rng.i64(-3..50)),
            3 => json!(*rng.choice(&[i64::MAX, i64::MIN, 1 << 32, 100_000, -1]).unwrap()),
            4 => json!(*rng.choice(&[0.5, -0.5, 1e300, 1e-300]).unwrap()),
            5 => json!(choice(rng, VALUES)),
            6 => json!(
                *rng.choice(&["unpaid", "vanish", "reply_lost", "delay", "*", "addition", "1.00", "-1.00"]).unwrap()
            ),
            7 => json!(
                *rng.choice(&["2027-01-31T12:00:00Z", "9999-12-31T00:00:00Z", "-009999-01-02T01:59:59Z"]).unwrap()
            ),
            8 => json!((0..rng.usize(..4)).map(|_| self.json(rng, depth + 1)).collect::<Vec<_>>()),
            _ => {
                let fields = (0..rng.usize(..3)).map(|_| (choice(rng, &names), self.json(rng, depth + 1)));
                Value::Object(fields.map(|(name, value)| (name.to_owned(), value)).collect())
            }
        }
    }

    /// A request as bytes; some of them are no HTTP.
    fn http(&self, rng: &mut Rng) -> Vec<u8> {
        let form = self.form(rng);
        let method = choice(rng, &["GET", "POST", "POST", "PUT", "HEAD", "OPTIONS", "get", "BREW", "", "G\0T"]);
        let path = choice(
            rng,
            &["/billmgr", "/manager/billmgr", "//billmgr/", "/", "/control/ledger", "/long/1/billmgr", "*"],
        );
        let kind = choice(rng, &["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "\u{1}"]);
        let length = match rng.u8(..10) {
            0 => form.len() + 5,
            1 => form.len() / 2,
            _ => form.len(),
        };
        let mut request = match rng.u8(..3) {
            0 => [format!("{method} {path}?").as_bytes(), &form, b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"]
                .concat(),
            _ => {
                let head = format!(
                    "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: {kind}\r\n\
                     Content-Length: {length}\r\n\r\n"
                );
                [head.as_bytes(), &form].concat()
            }
        };
        match rng.u8(..20) {
            0 => mangle(rng, &mut request),
            1 => request.truncate(rng.usize(..request.len())),
            2 => request = b"\x16\x03\x01\x02\x00\x01".to_vec(),
            3 => request = format!("GET /billmgr HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(300)).into_bytes(),
            4 => request = format!("GET /billmgr?{} HTTP/1.1\r\n\r\n", "a".repeat(100_000)).into_bytes(),
            _ => {}
        }
        request
    }
}

fn choice<'a>(rng: &mut Rng, words: &[&'a str]) -> &'a str {
    rng.choice(words).unwrap()
}

/// Changes, inserts or removes some bytes.
fn mangle(rng: &mut Rng, bytes: &mut Vec<u8>) {
    for _ in 0..rng.usize(1..4) {
        let place = rng.usize(..=bytes.len());
        match rng.u8(..3) {
            0 => bytes.insert(place, rng.u8(..)),
            1 if place < bytes.len() => bytes[place] = rng.u8(..),
            _ if place < bytes.len() => drop(bytes.remove(place)),
            _ => {}
        }
    }
}

/// Ten megabytes of form.
fn too_large() -> Vec<u8> {
    let body = b"a=b&".repeat(2_500_000);
    let head = format!(
        "POST /billmgr HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    );
    [head.into_bytes(), body].concat()
}

/// All that the server sends until it closes the connection.
fn exchange(sim: &AccountSim, request: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(sim.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    // A server that has refused the request already does not wait for its end.
    let _ = stream.write_all(request);
    let _ = stream.shutdown(Shutdown::Write);
    let mut answer = Vec::new();
    match stream.read_to_end(&mut answer) {
        Err(error) if error.kind() != std::io::ErrorKind::ConnectionReset => panic!("{error}"),
        _ => answer,
    }
}

/// Status, content type and body; none when there is no answer.
fn read_answer(answer: &[u8]) -> Option<(u16, String, &[u8])> {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8(answer[..end].to_vec()).unwrap();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let content_type = head.lines().find_map(|line| line.strip_prefix("content-type: ")).unwrap_or_default();
    Some((status, content_type.to_owned(), &answer[end + 4..]))
}
