//! Search in the price list by id or words: no case, `ё` as `е`, the best match first.

use crate::Tariff;

/// A price list made ready for its searches: a keystroke only compares.
pub struct Index {
    /// Id and name of each tariff as text without case.
    rows: Vec<(String, String)>,
}

/// The longest distance of a word.
const FARTHEST: u32 = 4;

/// What a query has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    query: String,
    /// In the list's order: a longer query looks among these.
    all: Vec<usize>,
    /// The positions of the tariffs that match, the best first.
    pub best_first: Vec<usize>,
}

impl Index {
    pub fn of(tariffs: &[Tariff]) -> Self {
        Self { rows: tariffs.iter().map(|tariff| (tariff.id.0.to_string(), fold(&tariff.name))).collect() }
    }

    /// Finds the tariffs that match every word of `query`. An empty query matches all, in the list's order.
    ///
    /// A word matches an id by its beginning and a name anywhere. The whole id beats the beginning of an id, that beats the
    /// beginning of the name, that the beginning of a word in it, and that any other place.
    ///
    /// `last` is what this index found before. Where the query only goes on, whatever it finds is among that.
    pub fn search(&self, query: &str, last: Option<&Matches>) -> Matches {
        let query = fold(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        // Each sum of distances has its own list, so that equals stay in the list's order. A sort of the standard library would do the
        // same and bring five kilobytes into the panel.
        let mut by_sum: Vec<Vec<usize>> = Vec::new();
        by_sum.resize_with(words.len() * FARTHEST as usize + 1, Vec::new);
        let mut all = Vec::new();
        let mut look = |position: usize, (id, name): &(String, String)| {
            let sum = words.iter().map(|word| distance(id, name, word)).sum::<Option<u32>>();
            if let Some(equals) = sum.and_then(|sum| by_sum.get_mut(sum as usize)) {
                equals.push(position);
                all.push(position);
            }
        };
        match last.filter(|last| query.starts_with(&last.query)) {
            Some(last) => last.all.iter().for_each(|&position| {
                if let Some(row) = self.rows.get(position) {
                    look(position, row);
                }
            }),
            None => self.rows.iter().enumerate().for_each(|(position, row)| look(position, row)),
        }
        Matches { best_first: by_sum.concat(), all, query }
    }
}

/// Reads the name once, byte by byte: the searches of the standard library prepare more than a short name is worth.
fn distance(id: &str, name: &str, word: &str) -> Option<u32> {
    if id.starts_with(word) {
        return Some(u32::from(id != word));
    }
    let (name, word) = (name.as_bytes(), word.as_bytes());
    let mut found = None;
    for (before, rest) in (0..name.len()).map(|position| name.split_at(position)) {
        if rest.first() == word.first() && rest.starts_with(word) {
            match before.last() {
                None => return Some(2),
                // Every letter beyond ASCII is taken for a part of a word; to ask Unicode would bring its tables into the panel.
                Some(letter) if letter.is_ascii() && !letter.is_ascii_alphanumeric() => return Some(3),
                Some(_) => found = Some(FARTHEST),
            }
        }
    }
    found
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

    fn tariff(id: u32, name: &str) -> Tariff {
        Tariff { id: TariffId(id), name: name.to_owned(), kind: Kind::OtherModule, prices: Vec::new() }
    }

    #[track_caller]
    fn check(query: &str, expected: &[u32]) {
        let names = [
            (55371, "BitNinja"),
            (23221, "Защита DDoS-Guard"),
            (5537, "LiteSpeed, один сайт"),
            (70001, "Антивирус с надёжной проверкой"),
            (70002, "Site.pro for bitninja owners"),
        ];
        let tariffs = names.map(|(id, name)| tariff(id, name));
        let index = Index::of(&tariffs);
        let found = index.search(query, None);
        let ids: Vec<u32> = found.best_first.iter().map(|position| tariffs[*position].id.0).collect();
        assert_eq!(ids, expected);

        // As it is typed, letter by letter, it finds the same.
        let mut typed = None;
        for (end, letter) in query.char_indices() {
            typed = Some(index.search(&query[..end + letter.len_utf8()], typed.as_ref()));
        }
        assert_eq!(typed, Some(found));
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
    fn the_beginning_of_a_word_comes_before_another_place_in_it() {
        check("b", &[55371, 70002]);
        check("s", &[70002, 23221, 5537]);
        check("te.p", &[70002]);
    }

    #[test]
    fn another_query_is_not_looked_for_among_the_last_ones_matches() {
        let index = Index::of(&[tariff(1, "BitNinja"), tariff(2, "LiteSpeed")]);
        let last = index.search("bit", None);
        assert_eq!(index.search("lit", Some(&last)).best_first, [1]);
        assert_eq!(index.search("bi", Some(&last)).best_first, [0]);
    }

    #[test]
    fn an_empty_query_shows_the_list_as_it_is() {
        check("  ", &[55371, 23221, 5537, 70001, 70002]);
    }
}
