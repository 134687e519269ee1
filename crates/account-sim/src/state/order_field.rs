//! A value that an order gives: its name, whether it may be left out or changed later, and what it may be.

use std::net::IpAddr;

use super::assumptions::Assumptions;

#[derive(Clone, Copy, Debug)]
pub struct OrderField {
    pub name: &'static str,
    pub required: bool,
    pub editable: bool,
    check: Check,
}

#[derive(Clone, Copy, Debug)]
pub enum Check {
    Anything,
    Of(fn(&str) -> bool),
    /// The same for a text whose length is limited by `u27_longest_text`.
    Limited(fn(&str) -> bool),
}

impl OrderField {
    pub const fn required(name: &'static str, check: Check) -> Self {
        Self { name, required: true, editable: false, check }
    }

    pub const fn optional(name: &'static str, check: Check) -> Self {
        Self { name, required: false, editable: false, check }
    }

    pub const fn editable(self) -> Self {
        Self { editable: true, ..self }
    }

    pub fn accepts(&self, value: &str, assumptions: &Assumptions) -> bool {
        let is_short = || value.chars().count() <= usize::try_from(assumptions.u27_longest_text).unwrap_or(usize::MAX);
        match self.check {
            _ if value.is_empty() => !self.required,
            Check::Anything => true,
            Check::Of(is_good) => is_good(value),
            Check::Limited(is_good) => is_short() && is_good(value),
        }
    }
}

pub fn is_ip(value: &str) -> bool {
    value.parse::<IpAddr>().is_ok()
}

pub fn is_email(value: &str) -> bool {
    let plain = |part: &str| !part.contains(['@', ' ', '<', '>', ',']);
    value.split_once('@').is_some_and(|(name, host)| !name.is_empty() && plain(name) && plain(host) && is_domain(host))
}

pub fn is_domain(value: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    value.len() <= 253 && value.contains('.') && value.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_fields_tell_good_values_from_bad_ones() {
        assert!(is_email("client@example.com"));
        assert!(!is_email("client"));
        assert!(!is_email("a@b@example.com"));
        assert!(is_domain("example.com"));
        assert!(is_domain("пример.рф"));
        assert!(!is_domain("https://example.com"));
        assert!(!is_domain("-a.com"));
        assert!(is_ip("192.0.2.1"));
        assert!(is_ip("2001:db8::1"));
        assert!(!is_ip("192.0.2.256"));
    }
}
