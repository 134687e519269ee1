//! Escaping by the piece: a text that needs none is copied whole, and most need none.

pub fn push_escaped(out: &mut String, text: &str, is_plain: fn(u8) -> bool, push: fn(&mut String, char)) {
    match text.bytes().all(is_plain) {
        true => out.push_str(text),
        false => text.chars().for_each(|c| push(out, c)),
    }
}
