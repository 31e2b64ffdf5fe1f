//! A day, month or year in which something was done: people remember a month more often than a day.

use crate::domain::base::day::Day;
use std::cmp::Reverse;
use std::fmt;

/// A day, a month or a year. Written as ISO 8601 does and JSON Resume asks for: `2026-03-14`, `2026-03`, `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    first: Day,
    unit: Unit,
}

/// How precise it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// The day is known.
    Day,
    /// The month is known.
    Month,
    /// The year is known.
    Year,
}

impl When {
    /// A day.
    pub fn day(day: Day) -> Self {
        Self { first: day, unit: Unit::Day }
    }

    /// A month, 1 to 12, of a year from 1 to 9999.
    pub fn month(year: i32, month: u8) -> Option<Self> {
        Day::new(year, month, 1).map(|first| Self { first, unit: Unit::Month })
    }

    /// A year from 1 to 9999.
    pub fn year(year: i32) -> Option<Self> {
        Day::new(year, 1, 1).map(|first| Self { first, unit: Unit::Year })
    }

    /// Reads `2026-03-14`, `2026-03` or `2026`.
    ///
    /// ```
    /// use career_explorer::domain::workbench::when::When;
    ///
    /// assert_eq!(When::parse("2026-02").unwrap().last().to_string(), "2026-02-28");
    /// assert_eq!(When::parse("February"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        match text.split_once('-') {
            None => digits(text, 4).then(|| Self::year(text.parse().ok()?))?,
            Some((year, month)) if digits(year, 4) && digits(month, 2) => Self::month(year.parse().ok()?, month.parse().ok()?),
            Some(_) => Day::parse(text).map(Self::day),
        }
    }

    /// How precise it is.
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// Its first day.
    pub fn first(self) -> Day {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Day {
        let year = self.first.year();
        let ends = |month: u8| (28..=31u8).rev().find_map(|day| Day::new(year, month, day)).unwrap_or(self.first);
        match self.unit {
            Unit::Day => self.first,
            Unit::Month => ends(self.first.month()),
            Unit::Year => ends(12),
        }
    }

    /// By which a list is sorted, the latest first: what ended later, and of those the more precise one.
    pub fn latest_first(self) -> impl Ord {
        (Reverse(self.last()), self.unit)
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.unit {
            Unit::Day => fmt::Display::fmt(&self.first, f),
            Unit::Month => write!(f, "{year:04}-{month:02}"),
            Unit::Year => write!(f, "{year:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_precision_reads_what_it_writes_and_knows_its_ends() {
        for (text, first, last) in [
            ("2026-03-14", "2026-03-14", "2026-03-14"),
            ("2028-02", "2028-02-01", "2028-02-29"),
            ("2026-02", "2026-02-01", "2026-02-28"),
            ("2026-12", "2026-12-01", "2026-12-31"),
            ("2026", "2026-01-01", "2026-12-31"),
            ("9999-12", "9999-12-01", "9999-12-31"),
        ] {
            let when = When::parse(text).unwrap();
            assert_eq!(
                (when.to_string(), when.first().to_string(), when.last().to_string()),
                (text.into(), first.into(), last.into())
            );
        }
        for bad in ["", "26", "2026-13", "2026-3", "2027-02-29", "2026-00", "0000", "2026-03-", "−2026", "２０２６"] {
            assert_eq!(When::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_latest_comes_first() {
        let mut all = ["2025", "2025-12-31", "2026-01", "2025-12", "2026-01-30"].map(|t| When::parse(t).unwrap());
        all.sort_by_key(|w| w.latest_first());
        assert_eq!(all.map(|w| w.to_string()), ["2026-01", "2026-01-30", "2025-12-31", "2025-12", "2025"]);
    }
}
