//! Dates as WHMCS and the account write them, `YYYY-MM-DD`, and what lies between two of them.

/// Days since the first of March of the year 0; none of what is no date.
pub fn days(date: &str) -> Option<i64> {
    let (year, month, day) = parts(date)?;
    // The year begins in March, so that a leap day is its last one.
    let year = if month < 3 { year - 1 } else { year };
    let months = (month + 9) % 12;
    Some(
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (months * 306 + 5) / 10 + day
            - 1,
    )
}

/// The first and the last day of the period that an invoice's line names at its end, as in `Name (2027-02-10 - 2027-03-10)`.
pub fn period_of_line(description: &str) -> Option<(&str, &str)> {
    let (_, period) = description.lines().next()?.rsplit_once('(')?;
    period.strip_suffix(')')?.split_once(" - ")
}

pub fn months_of_line(description: &str) -> Option<i64> {
    let (from, to) = period_of_line(description)?;
    let ((year, month, _), (last_year, last_month, _)) = (parts(from)?, parts(to)?);
    Some((last_year - year) * 12 + last_month - month)
}

fn parts(date: &str) -> Option<(i64, i64, i64)> {
    let mut parts = date.splitn(3, '-').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_the_ends_of_months_and_leap_years() {
        let between = |from, to| days(to).unwrap() - days(from).unwrap();
        assert_eq!(between("2027-01-10", "2027-01-11"), 1);
        assert_eq!(between("2027-12-31", "2028-01-01"), 1);
        assert_eq!(between("2028-02-28", "2028-03-01"), 2);
        assert_eq!(between("2027-01-10", "2031-01-10"), 4 * 365 + 1);
        assert_eq!(days("Daily charges"), None);
    }

    #[test]
    fn a_line_of_an_invoice_names_its_period() {
        assert_eq!(months_of_line("Tariff 55371 (2027-02-10 - 2027-03-10)"), Some(1));
        assert_eq!(months_of_line("Tariff 55371 (2027-08-31 - 2028-02-29)"), Some(6));
        assert_eq!(months_of_line("The first period"), None);
        assert_eq!(period_of_line("Tariff (a - b) (2027-02-10 - 2027-03-10)"), Some(("2027-02-10", "2027-03-10")));
    }
}
