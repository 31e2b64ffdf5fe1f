//! Days.

use crate::domain::base::day::Day;

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// As `May 2028`.
pub fn month_and_year(day: Day) -> String {
    let month = MONTHS.get(usize::from(day.month()) - 1).copied().unwrap_or_default();
    format!("{month} {}", day.year())
}

/// As `23 November 2026`.
pub fn day(day: Day) -> String {
    format!("{} {}", day.day_of_month(), month_and_year(day))
}

/// As `1 September`.
pub fn day_and_month(day: Day) -> String {
    let month = MONTHS.get(usize::from(day.month()) - 1).copied().unwrap_or_default();
    format!("{} {month}", day.day_of_month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months() {
        for (text, words) in [("2026-01-01", "1 January 2026"), ("2028-05-31", "31 May 2028"), ("0009-12-09", "9 December 9")] {
            let one = Day::parse(text).expect("a day");
            assert_eq!(day(one), words);
            assert!(words.ends_with(&month_and_year(one)));
        }
    }
}
