//! No secret stands where it does not belong, however it is written.

use serde_json::json;

use super::{Findings, Violation};
use crate::account::PASSWORD;
use crate::evidence::{Account, Whmcs};
use crate::pages::Page;
use crate::run::Asked;

struct Secret {
    name: String,
    text: String,
    /// Staff and the client may see it on the pages of this service.
    of_service: Option<u32>,
}

struct Place<'a> {
    name: &'a str,
    text: String,
    of_service: Option<u32>,
}

pub fn secrets(
    whmcs: &Whmcs,
    account: &Account,
    asked: &Asked,
    pages: Vec<Page>,
    php_errors: String,
) -> Vec<Violation> {
    let place = |name, text| Place { name, text, of_service: None };
    let mut places: Vec<Place> = whmcs.logs.iter().map(|(name, rows)| place(name, rows.to_string())).collect();
    let told = whmcs.journal.iter().map(|entry| format!("{} {}", entry.facts, entry.text_values));
    places.extend([
        place("the module queue", json!(whmcs.queue).to_string()),
        place("the journal", told.collect()),
        place("PHP's error log", php_errors),
    ]);
    places.extend(asked.answers.iter().map(|answer| place("an answer", answer.clone())));
    places.extend(pages.iter().map(|page| Place {
        name: &page.name,
        text: page.html.clone(),
        of_service: page.of_service,
    }));

    let mut found = Findings::default();
    for Secret { name, text, of_service } in secrets_of(account, asked) {
        let written = ways_of_writing(&text);
        for place in &places {
            let belongs = of_service.is_some() && place.of_service == of_service;
            if !belongs && written.iter().any(|way| place.text.contains(way)) {
                found.add("secrets stay where they belong", format!("{name} stands in {}", place.name));
            }
        }
    }
    found.0
}

fn secrets_of(account: &Account, asked: &Asked) -> Vec<Secret> {
    let mut secrets =
        vec![Secret { name: "the account's password".to_owned(), text: PASSWORD.to_owned(), of_service: None }];
    secrets.extend(asked.sign_on_keys.iter().map(|key| Secret {
        name: "a key that logs in".to_owned(),
        text: key.clone(),
        of_service: None,
    }));
    for order in &account.orders {
        for name in ["bitninjakey", "bitninja_password", "lickey"] {
            if let Some(text) = order.params.get(name).filter(|text| text.len() > 5) {
                let of_service = order.bought_for();
                secrets.push(Secret { name: format!("{name} of order {}", order.id), text: text.clone(), of_service });
            }
        }
    }
    secrets
}

/// A text as JSON, a form, an address, HTML or base64 would hold it, and that once more in JSON.
fn ways_of_writing(secret: &str) -> Vec<String> {
    let json_of = |text: &str| json!(text).to_string().trim_matches('"').to_owned();
    let ascii_json_of = |text: &str| {
        text.encode_utf16().fold(String::new(), |written, unit| match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => written + &char::from(byte).to_string(),
            _ => format!("{written}\\u{unit:04x}"),
        })
    };
    let percent = |text: &str, blank: &str| {
        text.bytes().fold(String::new(), |written, byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => written + &char::from(byte).to_string(),
            b' ' => written + blank,
            other => format!("{written}%{other:02X}"),
        })
    };
    let html = secret.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let mut plain = vec![secret.to_owned(), percent(secret, "+"), percent(secret, "%20"), html.clone()];
    plain.extend(["&#039;", "&#39;", "&apos;"].map(|quote| html.replace('\'', quote)));
    plain.push(secret.bytes().map(|byte| format!("{byte:02x}")).collect());
    plain.extend((0..3).map(|offset| base64_inside(secret, offset)));
    let mut ways: Vec<String> = plain
        .iter()
        .flat_map(|way| [way.clone(), json_of(way), json_of(&json_of(way)), ascii_json_of(&json_of(way))])
        .collect();
    ways.sort();
    ways.dedup();
    ways
}

/// What base64 makes of a text that stands so many bytes behind the beginning of a group, without what hangs on its neighbours.
fn base64_inside(text: &str, offset: usize) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bytes: Vec<u8> = std::iter::repeat_n(0, offset).chain(text.bytes()).collect();
    let bits = |position: usize| {
        (0..6).fold(0, |letter, bit| {
            let bit = position * 6 + bit;
            let byte = bytes.get(bit / 8).copied().unwrap_or_default();
            letter << 1 | usize::from(byte >> (7 - bit % 8) & 1)
        })
    };
    let (first, end) = ((offset * 8).div_ceil(6), bytes.len() * 8 / 6);
    (first..end).filter_map(|position| LETTERS.get(bits(position)).copied().map(char::from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_found_wherever_a_text_stands_in_what_was_encoded() {
        // base64 of "eu:Secret", "eu2:Secret" and "Secret".
        for (encoded, offset) in [("ZXU6U2VjcmV0", 0), ("ZXUyOlNlY3JldA==", 1), ("U2VjcmV0", 0)] {
            assert!(encoded.contains(&base64_inside("Secret", offset)), "{encoded}");
        }
    }
}
