//! Strings that look random and are the same in every run of the same world: keys, passwords, session ids. They
//! protect nothing.

/// A hexadecimal string of the length.
pub fn token(parts: &[&str], length: usize) -> String {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for byte in parts.join("/").bytes() {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let mut text = String::new();
    while text.len() < length {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        text.push_str(&format!("{state:016x}"));
    }
    text.truncate(length);
    text
}
