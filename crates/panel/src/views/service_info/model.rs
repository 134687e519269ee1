//! How the end of a service is told, as data.

use crate::parts::Tone;

/// From this many days on the end deserves attention.
const SOON: i64 = 7;

/// How urgent an end in so many days is.
pub fn urgency(days: i64) -> Option<Tone> {
    match days {
        days if days < 0 => Some(Tone::Bad),
        days if days <= SOON => Some(Tone::Warning),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_urgent_in_the_last_week_and_bad_after_it() {
        assert_eq!(urgency(30), None);
        assert_eq!(urgency(7), Some(Tone::Warning));
        assert_eq!(urgency(0), Some(Tone::Warning));
        assert_eq!(urgency(-1), Some(Tone::Bad));
    }
}
