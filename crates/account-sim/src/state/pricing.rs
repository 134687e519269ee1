//! What a period costs: the tariff's price, and that of the nodes or whatever else is counted beside it.

use super::World;
use super::assumptions::{Assumptions, MissingPeriod, UnofferedPeriod};
use super::money::Minor;
use super::period::Period;
use super::refusal::Refusal;
use super::service::{Counts, Service};
use super::tariff::Tariff;

impl Tariff {
    /// The price of a period; for one that is not offered it may be that of a month times the months.
    fn price_of(&self, period: Period, counts: &Counts, assumptions: &Assumptions) -> Option<Minor> {
        self.full_price(period, counts).or_else(|| match (assumptions.u10_unoffered_period, period) {
            (UnofferedPeriod::Accepted, Period::Months(months)) => {
                let month = self.full_price(Period::Months(1), counts)?;
                Some(Minor(month.0.saturating_mul(months.into())))
            }
            _ => None,
        })
    }

    fn full_price(&self, period: Period, counts: &Counts) -> Option<Minor> {
        let own = self.price(period)?;
        counts.iter().try_fold(own, |sum, (id, &count)| {
            let each = self.addons.get(id)?.prices.get(&period)?;
            Some(Minor(sum.0.saturating_add(each.0.saturating_mul(count.into()))))
        })
    }

    /// The period of a request and its price. A request without a period may mean the first one.
    pub fn priced(&self, code: &str, counts: &Counts, assumptions: &Assumptions) -> Result<(Period, Minor), Refusal> {
        let first = self.prices.keys().next().copied();
        let period = match code {
            "" | "0" if assumptions.u9_missing_period == MissingPeriod::FirstOffered => first,
            _ => Period::parse(code),
        };
        let period = period.ok_or_else(|| Refusal::invalid("period", code))?;
        let price = self.price_of(period, counts, assumptions).ok_or_else(|| self.unoffered(code, assumptions))?;
        Ok((period, price))
    }

    fn unoffered(&self, code: &str, assumptions: &Assumptions) -> Refusal {
        match assumptions.u10_unoffered_period {
            UnofferedPeriod::Text => Refusal::UnofferedPeriod,
            UnofferedPeriod::Value | UnofferedPeriod::Accepted => Refusal::invalid("period", code),
        }
    }
}

/// So many days at the price of a period of another length, rounded down to whole cents. Days that are over are none.
pub(super) fn worth(price: Minor, days: i64, of_a_period: i64) -> Minor {
    let whole = i128::from(price.0) * i128::from(days.max(0)) / i128::from(of_a_period.max(1));
    Minor(i64::try_from(whole).unwrap_or(i64::MAX))
}

impl World {
    /// What a period of the service costs, as long as its tariff is sold.
    pub fn price_of(&self, service: &Service, period: Period) -> Option<Minor> {
        let tariff = self.tariff(&service.account, service.tariff)?;
        tariff.price_of(period, &service.counts, &self.settings.assumptions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remaining_days_are_worth_their_share_of_a_period() {
        assert_eq!(worth(Minor(30_00), 15, 30), Minor(15_00));
        assert_eq!(worth(Minor(10_00), 1, 30), Minor(33));
        assert_eq!(worth(Minor(10_00), -29, 30), Minor(0));
        assert_eq!(worth(Minor(i64::MAX), 30, 30), Minor(i64::MAX));
    }
}
