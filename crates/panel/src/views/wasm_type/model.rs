//! Which type is right, and what is said of each, as data.

use crate::texts::Texts;

/// What the server says of the file.
pub enum Found {
    /// Its type; `None` when the answer names none.
    Type(Option<String>),
    /// There was no answer, or not the file.
    Nothing,
}

/// Whether browsers compile the file while it is on its way. They want the type as it is, without parameters.
pub fn is_right(found: &Found) -> bool {
    matches!(found, Found::Type(Some(name)) if name.eq_ignore_ascii_case("application/wasm"))
}

pub fn in_words<'a>(found: &'a Found, texts: &'a Texts) -> &'a str {
    match found {
        Found::Type(Some(name)) => name,
        Found::Type(None) => texts.no_type(),
        Found::Nothing => texts.no_answer(),
    }
}

/// What to do about it; `None` when all is well.
pub fn advice<'a>(found: &Found, texts: &'a Texts) -> Option<&'a str> {
    match found {
        Found::Nothing => Some(texts.look_by_hand()),
        found if is_right(found) => None,
        Found::Type(_) => Some(texts.set_type()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts;

    fn found(name: &str) -> Found {
        Found::Type(Some(name.to_owned()))
    }

    #[test]
    fn only_the_bare_type_is_right() {
        assert!(is_right(&found("application/wasm")) && is_right(&found("Application/WASM")));
        for wrong in ["application/wasm; charset=utf-8", "application/octet-stream", "text/html", ""] {
            assert!(!is_right(&found(wrong)), "{wrong}");
        }
        assert!(!is_right(&Found::Type(None)) && !is_right(&Found::Nothing));
    }

    #[test]
    fn what_is_wrong_is_told_with_what_to_do() {
        for language in ["en", "ru"] {
            let texts = &texts::of(language);
            assert_eq!(in_words(&found("text/plain"), texts), "text/plain");
            assert!(advice(&found("text/plain"), texts).unwrap().contains("AddType application/wasm .wasm"));
            assert!(advice(&Found::Type(None), texts).unwrap().contains("mime.types"));
            assert!(!advice(&Found::Nothing, texts).unwrap().contains("AddType"));
            assert_eq!(advice(&found("application/wasm"), texts), None);
        }
    }
}
