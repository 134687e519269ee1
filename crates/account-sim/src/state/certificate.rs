//! SSL certificates: which values an order holds, and the texts that the account makes up: request, key, certificate.
//! The texts have the form of PEM and are the same in every run of the same world; nothing can be decoded from them.
//! The names of the fields and which of the subject's are optional stand in the vendor's page on reselling; what
//! else is required is assumed.

use super::order_field::{Check, OrderField, is_domain, is_email};
use super::token::token;

/// How many of the fields of an order describe whom the certificate is for.
const SUBJECT: usize = 8;

pub const ORDER: &[OrderField] = &[
    OrderField::required("field_country", Check::Of(is_country)),
    OrderField::required("CN", Check::Of(is_common_name)),
    OrderField::required("ST", Check::Anything),
    OrderField::required("L", Check::Anything),
    OrderField::required("O", Check::Anything),
    OrderField::optional("OU", Check::Anything),
    OrderField::optional("emailAddress", Check::Of(is_email)),
    OrderField::optional("altname", Check::Of(is_list_of_domains)),
    OrderField::required("adm_fname", Check::Anything),
    OrderField::required("adm_lname", Check::Anything),
    OrderField::optional("adm_jtitle", Check::Anything),
    OrderField::required("adm_email", Check::Of(is_email)),
    OrderField::required("adm_phone", Check::Of(is_phone)),
    OrderField::optional("tech_fname", Check::Anything),
    OrderField::optional("tech_lname", Check::Anything),
    OrderField::optional("tech_jtitle", Check::Anything),
    OrderField::optional("tech_email", Check::Of(is_email)),
    OrderField::optional("tech_phone", Check::Of(is_phone)),
    OrderField::required("approver_email_1", Check::Of(is_email)),
    OrderField::required("csr", Check::Of(is_request)),
    OrderField::optional("key", Check::Of(is_key)),
];

/// What a request for a certificate is made of: the first fields of an order.
pub fn subject() -> &'static [OrderField] {
    ORDER.get(..SUBJECT).unwrap_or_default()
}

const REQUEST: &str = "CERTIFICATE REQUEST";
const KEY: &str = "PRIVATE KEY";

pub fn request(parts: &[&str]) -> String {
    pem(REQUEST, &["csr", &parts.join("/")], 960)
}

pub fn key(parts: &[&str]) -> String {
    pem(KEY, &["key", &parts.join("/")], 1624)
}

pub fn certificate(parts: &[&str]) -> String {
    pem("CERTIFICATE", &["crt", &parts.join("/")], 1600)
}

fn pem(title: &str, parts: &[&str], length: usize) -> String {
    let mut text = format!("-----BEGIN {title}-----\n");
    // Such texts begin with MII since their first byte says "a sequence of more than 255 bytes".
    let body = format!("MII{}", token(parts, length - 3));
    for (place, c) in body.chars().enumerate() {
        if place > 0 && place % 64 == 0 {
            text.push('\n');
        }
        text.push(c);
    }
    text.push_str(&format!("\n-----END {title}-----\n"));
    text
}

fn is_pem(value: &str, title: &str) -> bool {
    let value = value.trim();
    value.starts_with(&format!("-----BEGIN {title}-----")) && value.ends_with(&format!("-----END {title}-----"))
}

fn is_request(value: &str) -> bool {
    is_pem(value, REQUEST) || is_pem(value, "NEW CERTIFICATE REQUEST")
}

fn is_key(value: &str) -> bool {
    is_pem(value, KEY) || is_pem(value, "RSA PRIVATE KEY")
}

/// Countries are numbers; 182 is Russia. The whole list is not public.
fn is_country(value: &str) -> bool {
    value.parse().is_ok_and(|code: u16| (1..1000).contains(&code))
}

/// A domain, or a wildcard of one.
fn is_common_name(value: &str) -> bool {
    is_domain(value.strip_prefix("*.").unwrap_or(value))
}

fn is_list_of_domains(value: &str) -> bool {
    value.split_whitespace().all(is_common_name)
}

fn is_phone(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    digits >= 5 && value.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '(' | ')' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_up_is_accepted_in_an_order() {
        assert!(is_request(&request(&["example.com"])) && is_key(&key(&["example.com"])));
        assert!(!is_request(&key(&["example.com"])));
        assert_eq!(key(&["example.com"]), key(&["example.com"]));
        assert_ne!(key(&["example.com"]), key(&["example.org"]));
    }

    #[test]
    fn subjects_and_phones_are_told_from_nonsense() {
        assert!(is_common_name("*.example.com") && !is_common_name("example"));
        assert!(is_list_of_domains("a.example b.example") && !is_list_of_domains("a.example, b"));
        assert!(is_country("182") && !is_country("RU") && !is_country("0"));
        assert!(is_phone("+7 (495) 123-45-67") && !is_phone("call me"));
    }
}
