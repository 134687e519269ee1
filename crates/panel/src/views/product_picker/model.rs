//! What the picker shows, as data.

use ispnoc_domain::{ItemType, Margin, Matches, Money, Tariff, TariffId};
use ispnoc_wire::{Cycle, TariffList};

/// More rows than this help nobody; the rest is named by number.
const MOST_ROWS: usize = 200;

/// The two groups of the manual's page, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Modules,
    Software,
}

/// The tariffs that match a query, by their positions in the price list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    modules: Vec<usize>,
    software: Vec<usize>,
    pub left_off: usize,
}

impl Found {
    pub fn of(tariffs: &[Tariff], matches: &Matches) -> Self {
        let shown = matches.best_first.iter().copied().take(MOST_ROWS);
        let is_module =
            |position: &usize| tariffs.get(*position).is_some_and(|tariff| tariff.item_type() == ItemType::Addition);
        let (modules, software) = shown.partition(is_module);
        Self { modules, software, left_off: matches.best_first.len().saturating_sub(MOST_ROWS) }
    }

    pub fn len(&self) -> usize {
        self.modules.len() + self.software.len()
    }

    /// Where a row stands, as the eye counts through both groups: its group and its place in it.
    pub fn place(&self, row: usize) -> (Group, usize) {
        match row.checked_sub(self.modules.len()) {
            None => (Group::Modules, row),
            Some(place) => (Group::Software, place),
        }
    }

    /// The tariff of a row, by its position in the price list.
    pub fn tariff(&self, row: usize) -> Option<usize> {
        let (group, place) = self.place(row);
        let rows = match group {
            Group::Modules => &self.modules,
            Group::Software => &self.software,
        };
        rows.get(place).copied()
    }
}

/// What the native control holds now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    None,
    Tariff(Tariff),
    /// Nothing can be said of it while there is no price list.
    Unchecked(String),
    /// A text that the price list does not hold: it is kept and marked.
    Unknown(String),
}

impl Choice {
    pub fn of(stored: &str, tariffs: &[Tariff]) -> Self {
        let stored = stored.trim();
        if stored.is_empty() || stored == "0" {
            return Self::None;
        }
        if tariffs.is_empty() {
            return Self::Unchecked(stored.to_owned());
        }
        let id = stored.parse().ok().map(TariffId);
        match tariffs.iter().find(|tariff| Some(tariff.id) == id) {
            Some(tariff) => Self::Tariff(tariff.clone()),
            None => Self::Unknown(stored.to_owned()),
        }
    }
}

/// The billing cycles of a recurring product that end in a refused order with this tariff, by their names.
pub fn lacking_cycles(list: &TariffList, tariff: &Tariff) -> Option<String> {
    let lacking = list.cycles.iter().filter(|cycle| cycle.recurring && cost(cycle, tariff).is_none());
    let lacking: Vec<&str> = lacking.map(|cycle| cycle.label.as_str()).collect();
    (!lacking.is_empty()).then(|| lacking.join(", "))
}

/// Whether a product that is paid once does not say for how long it orders.
pub fn lacks_period(list: &TariffList, tariff: &Tariff) -> bool {
    list.cycles.iter().any(|cycle| !cycle.recurring && cost(cycle, tariff).is_none())
}

/// A price of the product against what the account takes for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceRow<'a> {
    pub cycle: &'a str,
    pub cost: &'a Money,
    pub price: &'a Money,
    /// `None` when the currencies differ.
    pub margin: Option<Margin>,
}

/// For every cycle that can be ordered, in every currency.
pub fn price_rows<'a>(list: &'a TariffList, tariff: &'a Tariff) -> Vec<PriceRow<'a>> {
    let mut rows = Vec::new();
    for cycle in &list.cycles {
        let Some(cost) = cost(cycle, tariff) else { continue };
        for price in &cycle.prices {
            rows.push(PriceRow { cycle: &cycle.label, cost, price, margin: Margin::of(price, cost) });
        }
    }
    rows
}

fn cost<'a>(cycle: &Cycle, tariff: &'a Tariff) -> Option<&'a Money> {
    tariff.prices.iter().find(|price| Some(price.months) == cycle.months).map(|price| &price.cost)
}

/// The next position when an arrow is pressed, round the ends.
pub fn step(position: usize, len: usize, forward: bool) -> usize {
    match (len, forward) {
        (0, _) => 0,
        (len, true) => (position + 1) % len,
        (len, false) => position.checked_sub(1).unwrap_or(len - 1),
    }
}

#[cfg(test)]
mod tests {
    use ispnoc_domain::{Index, Kind, Price};

    use super::*;

    fn money(minor: i64, currency: &str) -> Money {
        Money { minor, currency: currency.to_owned() }
    }

    fn tariff(id: u32, kind: Kind, months: &[u16]) -> Tariff {
        let cost = money(1000, "EUR");
        let prices = months.iter().map(|months| Price { months: *months, cost: cost.clone() }).collect();
        Tariff { id: TariffId(id), name: format!("Tariff {id}"), kind, prices }
    }

    fn list(cycles: &[(&str, Option<u16>)]) -> TariffList {
        TariffList {
            server: "ispmanager EU".to_owned(),
            origin: "default server".to_owned(),
            fetched_at: None,
            tariffs: vec![tariff(7, Kind::OtherSoftware, &[1]), tariff(55371, Kind::BitNinja, &[1, 12])],
            cycles: cycles
                .iter()
                .map(|(label, months)| Cycle {
                    label: (*label).to_owned(),
                    months: *months,
                    recurring: true,
                    prices: vec![money(1300, "EUR"), money(900, "EUR"), money(1500, "USD")],
                })
                .collect(),
            notice: None,
        }
    }

    fn found(tariffs: &[Tariff]) -> Found {
        Found::of(tariffs, &Index::of(tariffs).search("", None))
    }

    #[test]
    fn modules_stand_before_other_software_and_rows_are_counted_through_both() {
        let found = found(&list(&[]).tariffs);
        assert_eq!((found.len(), found.left_off), (2, 0));
        assert_eq!([found.tariff(0), found.tariff(1), found.tariff(2)], [Some(1), Some(0), None]);
        assert_eq!([found.place(0), found.place(1)], [(Group::Modules, 0), (Group::Software, 0)]);
    }

    #[test]
    fn a_long_list_is_cut_and_says_so() {
        let many: Vec<Tariff> = (1..=250).map(|id| tariff(id, Kind::OtherModule, &[1])).collect();
        let found = found(&many);
        assert_eq!((found.len(), found.left_off), (200, 50));
    }

    #[test]
    fn a_stored_id_that_the_list_lacks_is_kept_as_it_is() {
        let tariffs = list(&[]).tariffs;
        assert!(matches!(Choice::of(" 55371 ", &tariffs), Choice::Tariff(tariff) if tariff.id.0 == 55371));
        assert_eq!(Choice::of("999", &tariffs), Choice::Unknown("999".to_owned()));
        assert_eq!(Choice::of("bitninja", &tariffs), Choice::Unknown("bitninja".to_owned()));
        assert_eq!(Choice::of("", &tariffs), Choice::None);
        assert_eq!(Choice::of("55371", &[]), Choice::Unchecked("55371".to_owned()));
    }

    #[test]
    fn cycles_without_a_price_are_named() {
        let list = list(&[("Monthly", Some(1)), ("Quarterly", Some(3)), ("Biennially", None)]);
        let named = |id: u32| {
            let tariff = list.tariffs.iter().find(|tariff| tariff.id.0 == id).unwrap();
            lacking_cycles(&list, tariff)
        };
        assert_eq!(named(55371).as_deref(), Some("Quarterly, Biennially"));
        let monthly = TariffList { cycles: list.cycles[..1].to_vec(), ..list.clone() };
        assert_eq!(lacking_cycles(&monthly, &list.tariffs[0]), None);
    }

    #[test]
    fn what_is_paid_once_needs_a_period_that_the_tariff_has() {
        let mut list = list(&[("One Time", None)]);
        list.cycles[0].recurring = false;
        let tariff = list.tariffs[1].clone();
        assert_eq!((lacks_period(&list, &tariff), lacking_cycles(&list, &tariff)), (true, None));
        list.cycles[0].months = Some(12);
        assert!(!lacks_period(&list, &tariff));
    }

    #[test]
    fn prices_stand_against_the_cost_of_their_cycle() {
        let list = list(&[("Monthly", Some(1)), ("Quarterly", Some(3))]);
        let rows = price_rows(&list, &list.tariffs[1]);
        assert!(rows.iter().all(|row| row.cycle == "Monthly" && row.cost.minor == 1000));
        let rests: Vec<Option<i64>> =
            rows.iter().map(|row| row.margin.as_ref().map(|margin| margin.rest.minor)).collect();
        assert_eq!(rests, [Some(300), Some(-100), None]);
    }

    #[test]
    fn arrows_go_round_the_ends() {
        assert_eq!([step(0, 3, false), step(2, 3, true), step(0, 0, true)], [2, 0, 0]);
    }
}
