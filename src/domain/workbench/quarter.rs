//! Quarters of a year, into which work is put.

use crate::domain::base::day::Day;
use std::fmt;

/// A quarter of a calendar year. Written `2026-q4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    number: u8,
}

impl Quarter {
    /// The quarter in which a day lies.
    ///
    /// ```
    /// use career_explorer::domain::base::day::Day;
    /// use career_explorer::domain::workbench::quarter::Quarter;
    ///
    /// let quarter = Quarter::of(Day::parse("2026-11-25").unwrap());
    /// assert_eq!((quarter.to_string(), quarter.next().to_string()), ("2026-q4".into(), "2027-q1".into()));
    /// assert_eq!(Quarter::parse("2026-q4"), Some(quarter));
    /// ```
    pub fn of(day: Day) -> Self {
        Self { year: day.year(), number: (day.month() - 1) / 3 + 1 }
    }

    /// Reads `2026-q4`; `None` for what is no quarter of a year from 1 to 9999.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, number) = text.split_once("-q")?;
        let digits = |text: &str, len: usize| text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
        let (year, number) = (digits(year, 4).then(|| year.parse().ok())??, digits(number, 1).then(|| number.parse().ok())??);
        ((1..=9999).contains(&year) && (1..=4).contains(&number)).then_some(Self { year, number })
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Its number within the year, 1 to 4.
    pub fn number(self) -> u8 {
        self.number
    }

    /// The one after it; the last one of the year 9999 has none, and stays.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self { year: 9999, number: 4 } => self,
            Self { year, number: 4 } => Self { year: year + 1, number: 1 },
            Self { year, number } => Self { year, number: number + 1 },
        }
    }

    /// The one before it; the first one of the year 1 has none, and stays.
    #[must_use]
    pub fn before(self) -> Self {
        match self {
            Self { year: 1, number: 1 } => self,
            Self { year, number: 1 } => Self { year: year - 1, number: 4 },
            Self { year, number } => Self { year, number: number - 1 },
        }
    }

    /// Its first day.
    pub fn first_day(self) -> Day {
        Day::new(self.year, self.number * 3 - 2, 1).unwrap_or(Day::FALLBACK)
    }

    /// Its last day.
    pub fn last_day(self) -> Day {
        let (month, day) = [(3, 31), (6, 30), (9, 30), (12, 31)][usize::from(self.number) - 1];
        Day::new(self.year, month, day).unwrap_or(Day::FALLBACK)
    }

    /// The weeks of it that are left from a day on, what is begun counted as whole; 0 once it is over, all of it before it begins.
    ///
    /// ```
    /// use career_explorer::domain::base::day::Day;
    /// use career_explorer::domain::workbench::quarter::Quarter;
    ///
    /// let quarter = Quarter::parse("2026-q4").unwrap();
    /// let weeks = |day: &str| quarter.weeks_left(Day::parse(day).unwrap());
    /// assert_eq!((weeks("2026-05-01"), weeks("2026-11-25"), weeks("2026-12-31"), weeks("2027-01-01")), (13, 5, 0, 0));
    /// ```
    pub fn weeks_left(self, today: Day) -> u32 {
        today.max(self.first_day()).days_until(self.last_day()) / 7
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-q{}", self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_follow_each_other_over_the_years() {
        let mut quarter = Quarter::parse("2026-q1").expect("a quarter");
        for text in ["2026-q2", "2026-q3", "2026-q4", "2027-q1"] {
            let next = quarter.next();
            assert_eq!((next.to_string().as_str(), next.before()), (text, quarter));
            assert_eq!(quarter.last_day().plus_days(1), next.first_day());
            assert_eq!((Quarter::of(quarter.first_day()), Quarter::of(quarter.last_day())), (quarter, quarter));
            quarter = next;
        }
    }

    #[test]
    fn what_is_none_is_not_read() {
        for text in ["", "2026", "2026-q0", "2026-q5", "26-q1", "2026-Q1", "0000-q1", "2026-q11", "+026-q1"] {
            assert_eq!(Quarter::parse(text), None, "{text}");
        }
        let (first, last) = (Quarter::parse("0001-q1"), Quarter::parse("9999-q4"));
        assert_eq!((first.map(Quarter::before), last.map(Quarter::next)), (first, last));
    }
}
