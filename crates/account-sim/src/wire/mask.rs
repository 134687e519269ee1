//! Which parameters are secret, and how they are shown instead.

use super::request::Request;

const SECRET: [&str; 6] = ["authinfo", "password", "auth", "key", "bitninja_password", "bitninjakey"];
const MASK: &str = "***";

/// A text shorter than this stands in too many places by chance to be looked for.
const SHORTEST: usize = 6;

/// The secrets of a request, to be masked wherever else they stand; the longest first.
pub fn secrets(request: &Request) -> Vec<&str> {
    let password = request.get("authinfo").and_then(|authinfo| authinfo.split_once(':')).map(|(_, password)| password);
    let first = SECRET.iter().map(|name| request.get(name));
    let mut secrets: Vec<&str> = first
        .chain([password, request.origin.cookie.as_deref()])
        .flatten()
        .filter(|text| text.len() >= SHORTEST)
        .collect();
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    secrets
}

pub fn masked(name: &str, value: &str, secrets: &[&str]) -> String {
    if SECRET.contains(&name) {
        return MASK.to_owned();
    }
    secrets.iter().fold(value.to_owned(), |value, secret| value.replace(secret, MASK))
}
