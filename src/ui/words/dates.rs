//! Days.

use crate::domain::base::day::Day;

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// As `May 2028`.
pub fn month_and_year(day: Day) -> String {
    let month = MONTHS.get(usize::from(day.month()) - 1).copied().unwrap_or_default();
    format!("{month} {}", day.year())
}

/// As `May 2028`, with the month in three letters.
pub fn short_month_and_year(day: Day) -> String {
    format!("{} {}", short_month(day), day.year())
}

fn short_month(day: Day) -> &'static str {
    MONTHS.get(usize::from(day.month()) - 1).and_then(|month| month.get(..3)).unwrap_or_default()
}

/// From one month to another: `Jun–Sep 2029`, `Nov 2028–Feb 2029`, or `Jun 2029`.
pub fn months(from: Day, to: Day) -> String {
    let end = short_month_and_year(to);
    match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => end,
        (true, false) => format!("{}–{end}", short_month(from)),
        (false, _) => format!("{}–{end}", short_month_and_year(from)),
    }
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
        for (from, to, words) in [
            ("2029-06-01", "2029-09-30", "Jun–Sep 2029"),
            ("2028-11-01", "2029-02-03", "Nov 2028–Feb 2029"),
            ("2029-06-01", "2029-06-30", "Jun 2029"),
        ] {
            assert_eq!(Day::parse(from).zip(Day::parse(to)).map(|(from, to)| months(from, to)).as_deref(), Some(words));
        }
    }
}
