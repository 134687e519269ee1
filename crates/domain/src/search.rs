//! Search in the price list by id or words: no case, `ё` as `е`, the best match first.

use crate::Tariff;

/// A price list made ready for its searches: a keystroke only compares.
pub struct Index {
    /// Id and name of each tariff as text without case.
    rows: Vec<(String, String)>,
}

/// The longest distance of a word.
const FARTHEST: u32 = 4;

impl Index {
    pub fn of(tariffs: &[Tariff]) -> Self {
        Self { rows: tariffs.iter().map(|tariff| (tariff.id.0.to_string(), fold(&tariff.name))).collect() }
    }

    /// The positions of the tariffs that match every word of `query`, the best first. An empty query matches all, in the list's order.
    ///
    /// A word matches an id by its beginning and a name anywhere. The whole id beats the beginning of an id, that beats the
    /// beginning of the name, that the beginning of a word in it, and that any other place.
    pub fn search(&self, query: &str) -> Vec<usize> {
        let query = fold(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        // Each sum of distances has its own list, so that equals stay in the list's order. A sort of the standard library would do the
        // same and bring five kilobytes into the panel.
        let mut by_sum: Vec<Vec<usize>> = Vec::new();
        by_sum.resize_with(words.len() * FARTHEST as usize + 1, Vec::new);
        for (position, (id, name)) in self.rows.iter().enumerate() {
            let sum = words.iter().map(|word| distance(id, name, word)).sum::<Option<u32>>();
            if let Some(equals) = sum.and_then(|sum| by_sum.get_mut(sum as usize)) {
                equals.push(position);
            }
        }
        by_sum.concat()
    }
}

fn distance(id: &str, name: &str, word: &str) -> Option<u32> {
    // Every letter beyond ASCII is taken for a part of a word; to ask Unicode would bring its tables into the panel.
    let parts_words = |letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric();
    let begins_a_word = || name.split(parts_words).any(|part| part.starts_with(word));
    if id == word {
        Some(0)
    } else if id.starts_with(word) {
        Some(1)
    } else if name.starts_with(word) {
        Some(2)
    } else if !name.contains(word) {
        None
    } else if begins_a_word() {
        Some(3)
    } else {
        Some(FARTHEST)
    }
}

/// Lower case for Latin and Cyrillic letters. `str::to_lowercase` would bring Unicode's tables into the panel,
/// ten kilobytes for every page that shows it.
fn fold(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            'Ё' | 'ё' => 'е',
            'А'..='Я' | 'À'..='Þ' if letter != '×' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
            _ => letter.to_ascii_lowercase(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, TariffId};

    #[track_caller]
    fn check(query: &str, expected: &[u32]) {
        let names = [
            (55371, "BitNinja"),
            (23221, "Защита DDoS-Guard"),
            (5537, "LiteSpeed, один сайт"),
            (70001, "Антивирус с надёжной проверкой"),
            (70002, "Site.pro for bitninja owners"),
        ];
        let tariffs = names.map(|(id, name)| Tariff {
            id: TariffId(id),
            name: name.to_owned(),
            kind: Kind::OtherModule,
            prices: Vec::new(),
        });
        let found: Vec<u32> =
            Index::of(&tariffs).search(query).into_iter().map(|position| tariffs[position].id.0).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn letters_match_whatever_their_case_in_latin_and_cyrillic() {
        check("BITNINJA", &[55371, 70002]);
        check("ЗАЩИТА", &[23221]);
        check("надежной", &[70001]);
        check("НАДЁЖНОЙ", &[70001]);
    }

    #[test]
    fn the_whole_id_comes_before_its_beginning() {
        check("5537", &[5537, 55371]);
        check("7000", &[70001, 70002]);
    }

    #[test]
    fn every_word_must_match_in_any_order() {
        check("guard защ", &[23221]);
        check("сайт lite", &[5537]);
        check("bitninja 55390", &[]);
    }

    #[test]
    fn an_empty_query_shows_the_list_as_it_is() {
        check("  ", &[55371, 23221, 5537, 70001, 70002]);
    }
}
