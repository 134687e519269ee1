//! How the end of a service is told, as data.

use crate::parts::Tone;
use crate::texts::Texts;

/// From this many days on the end deserves attention.
const SOON: i32 = 7;

/// How urgent an end in so many days is.
pub fn urgency(days: i32) -> Option<Tone> {
    match days {
        days if days < 0 => Some(Tone::Bad),
        days if days <= SOON => Some(Tone::Warning),
        _ => None,
    }
}

pub fn in_words(days: i32, texts: &Texts) -> String {
    let count = days.unsigned_abs();
    match days {
        0 => texts.ends_today().to_owned(),
        1.. => texts.days_left(count),
        _ => texts.days_ago(count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts;

    #[test]
    fn an_end_is_urgent_in_the_last_week_and_bad_after_it() {
        assert_eq!(urgency(30), None);
        assert_eq!(urgency(7), Some(Tone::Warning));
        assert_eq!(urgency(0), Some(Tone::Warning));
        assert_eq!(urgency(-1), Some(Tone::Bad));
    }

    #[test]
    fn an_end_is_told_in_days() {
        let told = |days: i32, language: &str| in_words(days, &texts::of(language));
        assert_eq!(
            [2, 1, 0, -1].map(|days| told(days, "en")),
            ["2 days left", "1 day left", "ends today", "ended 1 day ago"]
        );
        assert_eq!(
            [21, 0, -2].map(|days| told(days, "ru")),
            ["остался 21 день", "заканчивается сегодня", "закончилось 2 дня назад"]
        );
    }
}
