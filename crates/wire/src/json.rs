//! JSON read into values. The browser's own parser gives objects, and to take those over member by member costs the panel many times what
//! this does; serde_json would bring code for what no message has.

use crate::Value;

/// Reads all JSON, and is not strict beyond that: odd numbers and control characters inside texts pass. `None` for what is broken off or is
/// something else altogether. A number with a fraction or an exponent, or one that no `i64` holds, is NaN: no message has such a number.
pub fn parse(text: &str) -> Option<Value> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value()?;
    reader.peek().is_none().then_some(value)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next byte that is no space.
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn takes(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn value(&mut self) -> Option<Value> {
        match self.peek()? {
            b'{' => self
                .members(b'}', |reader| {
                    let name = if reader.takes(b'"') { reader.string()? } else { return None };
                    if reader.takes(b':') { Some((name, reader.value()?)) } else { None }
                })
                .map(Value::Map),
            b'[' => self.members(b']', Self::value).map(Value::List),
            b'"' => {
                self.at += 1;
                self.string().map(Value::Text)
            }
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    /// What stands between brackets.
    fn members<T>(&mut self, end: u8, member: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.at += 1;
        let mut members = Vec::new();
        if self.takes(end) {
            return Some(members);
        }
        loop {
            members.push(member(self)?);
            if self.takes(end) {
                return Some(members);
            }
            if !self.takes(b',') {
                return None;
            }
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        let is_there = self.rest().starts_with(word);
        self.at += word.len();
        is_there.then_some(value)
    }

    fn number(&mut self) -> Option<Value> {
        let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let len = self.rest().bytes().take_while(is_part).count();
        let number = self.rest().get(..len).filter(|number| !number.is_empty())?;
        let number = number.parse::<i64>().map_or(f64::NAN, |number| number as f64);
        self.at += len;
        Some(Value::Number(number))
    }

    /// Up to the closing quotation mark and over it; the opening one is behind.
    fn string(&mut self) -> Option<String> {
        let mut string = String::new();
        loop {
            let rest = self.rest();
            let len = rest.bytes().position(|byte| byte == b'"' || byte == b'\\')?;
            string.push_str(rest.get(..len)?);
            let is_end = rest.as_bytes().get(len) == Some(&b'"');
            self.at += len + 1;
            if is_end {
                return Some(string);
            }
            string.push(self.escaped()?);
        }
    }

    /// What follows a backslash.
    fn escaped(&mut self) -> Option<char> {
        let letter = self.rest().chars().next()?;
        self.at += letter.len_utf8();
        Some(match letter {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => return self.unicode(),
            '"' | '\\' | '/' => letter,
            _ => return None,
        })
    }

    /// The digits after `\u`, and the second half of a pair with them.
    fn unicode(&mut self) -> Option<char> {
        let first = self.hexadecimal()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        if !self.rest().starts_with("\\u") {
            return None;
        }
        self.at += 2;
        let second = self.hexadecimal()?.checked_sub(0xdc00).filter(|half| *half < 0x400)?;
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + second)
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4)?;
        let value = digits.chars().try_fold(0, |value, digit| Some(value * 16 + digit.to_digit(16)?))?;
        self.at += 4;
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the text and holds it to serde_json, which sorts names or keeps their order, as the build has it.
    #[track_caller]
    fn check(text: &str) -> Option<Value> {
        let expected = serde_json::from_str::<serde_json::Value>(text).ok().map(Value::from);
        let read = parse(text);
        assert_eq!(read.clone().map(sorted), expected.map(sorted), "{text}");
        read
    }

    fn sorted(value: Value) -> Value {
        match value {
            Value::List(members) => Value::List(members.into_iter().map(sorted).collect()),
            Value::Map(members) => {
                let mut members: Vec<_> = members.into_iter().map(|(name, member)| (name, sorted(member))).collect();
                members.sort_by(|(one, _), (other, _)| one.cmp(other));
                Value::Map(members)
            }
            leaf => leaf,
        }
    }

    #[test]
    fn every_fixture_is_read_as_serde_json_reads_it_and_no_part_of_it_is_json() {
        for fixture in [
            include_str!("../../../tests/contract/answers/tariffs.json"),
            include_str!("../../../tests/contract/answers/fields.json"),
            include_str!("../../../tests/contract/answers/service.json"),
            include_str!("../../../tests/contract/answers/service-info.json"),
            include_str!("../../../tests/contract/answers/error.json"),
            include_str!("../../../tests/contract/mount.json"),
        ] {
            assert!(check(fixture).is_some());
            for (end, _) in fixture.trim_end().char_indices() {
                assert_eq!(parse(&fixture[..end]), None, "{}", &fixture[..end]);
            }
        }
    }

    #[test]
    fn what_json_allows_is_read_and_what_it_does_not_is_not() {
        for text in [
            " [ ] ",
            "{ }",
            "[1, -2,\t3 ,0]\r\n",
            r#"{"a":{"b":[null,true,false,"c"]},"":""}"#,
            r#""\"\\\/\b\f\n\r\t й é \u0439\u00e9 \uD83D\uDE00""#,
            r#""\u20AC – “”""#,
        ] {
            assert!(check(text).is_some(), "{text}");
        }
        for text in [
            "",
            " ",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{",
            "{1:2}",
            r#"{"a"}"#,
            r#"{"a":}"#,
            r#"{"a":1,}"#,
            r#"{a:1}"#,
            "}",
            "nul",
            "truex",
            "tru",
            "'a'",
            r#""a"#,
            r#""\"#,
            r#""\x""#,
            r#""\u12""#,
            r#""\u12g4""#,
            r#""\u+123""#,
            r#""\uD83D""#,
            r#""\uD83D\u0041""#,
            r#""\uDE00""#,
            "[] []",
            "1 2",
            "undefined",
            "<!doctype html>",
        ] {
            assert_eq!(check(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_with_a_fraction_or_an_exponent_or_too_large_is_nan() {
        for text in ["1.5", "1e3", "-0.1", "123456789012345678901234567890"] {
            assert!(matches!(parse(text), Some(Value::Number(number)) if number.is_nan()), "{text}");
        }
    }
}
