//! Chance that is the same in every run: mulberry32, whose whole state is the number it is called with.

/// A number from 0 up to, but not including, 1. Changes the state for the next draw.
pub fn draw(state: &mut u32) -> f64 {
    *state = state.wrapping_add(0x6d2b_79f5);
    let mut bits = (*state ^ (*state >> 15)).wrapping_mul(*state | 1);
    bits ^= bits.wrapping_add((bits ^ (bits >> 7)).wrapping_mul(bits | 61));
    f64::from(bits ^ (bits >> 14)) / 4_294_967_296.0
}
