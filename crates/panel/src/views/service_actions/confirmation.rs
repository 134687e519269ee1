//! The name of one deliberate renewal.

use leptos::prelude::window;

/// 128 random bits in hexadecimal; `None` when the browser has no randomness, and then the relay refuses the renewal.
pub fn new() -> Option<String> {
    let mut bytes = [0_u8; 16];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(
        bytes
            .iter()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .filter_map(|digit| char::from_digit(digit.into(), 16))
            .collect(),
    )
}
