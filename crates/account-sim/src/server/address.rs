//! The addresses of the server.

use crate::faults::long_request_in;
use crate::state::assumptions::ExtraSlash;

#[derive(Debug, PartialEq, Eq)]
pub enum Address<'a> {
    Billing,
    /// Where a long request waits, by its name.
    Long(&'a str),
    Control,
    Unknown,
}

pub fn address(path: &str, extra_slash: ExtraSlash) -> Address<'_> {
    if is_billing(path, extra_slash) {
        return Address::Billing;
    }
    if path.starts_with("/control/") {
        return Address::Control;
    }
    long_request_in(path).map_or(Address::Unknown, Address::Long)
}

fn is_billing(path: &str, extra_slash: ExtraSlash) -> bool {
    match extra_slash {
        ExtraSlash::NotFound => matches!(path, "/manager/billmgr" | "/billmgr"),
        ExtraSlash::Tolerated => {
            let mut parts = path.split('/').filter(|part| !part.is_empty());
            matches!(
                (parts.next(), parts.next(), parts.next()),
                (Some("billmgr"), None, None) | (Some("manager"), Some("billmgr"), None)
            )
        }
    }
}
