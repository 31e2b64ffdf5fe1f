//! A day of the calendar. `domain` has no clock: today comes from outside.

use serde::{Deserialize, Serialize};
use std::fmt;
use time::{Date, Duration, Month};

/// A day of the Gregorian calendar, years 1 to 9999. Written `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(Date);

impl Day {
    /// The day to go on with where a device has no sensible clock: the last one of the calendar, so that the wrong year is plain
    /// to see.
    pub const FALLBACK: Self = Self(Date::MAX);

    /// The day with this year (1 to 9999), month (1 to 12) and day of the month, if there is one.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        (1..=9999).contains(&year).then(|| Date::from_calendar_date(year, month, day).ok())?.map(Self)
    }

    /// Reads `2026-11-23`.
    ///
    /// ```
    /// use career_explorer::domain::base::day::Day;
    ///
    /// assert_eq!(Day::parse("2028-02-29"), Day::new(2028, 2, 29));
    /// assert_eq!(Day::parse("2027-02-29"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        (digits(year, 4) && digits(month, 2) && digits(day, 2))
            .then(|| Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day of the month, 1 to 31.
    pub fn day_of_month(self) -> u8 {
        self.0.day()
    }

    /// This many days later, no later than the end of 9999.
    ///
    /// ```
    /// use career_explorer::domain::base::day::Day;
    ///
    /// let day = Day::parse("2026-12-31").unwrap();
    /// assert_eq!(day.plus_days(1).to_string(), "2027-01-01");
    /// ```
    pub fn plus_days(self, days: u32) -> Self {
        Self(self.0.saturating_add(Duration::days(i64::from(days)))).min(Self(Date::MAX))
    }

    /// How many days `later` lies after this day; 0 where it does not.
    ///
    /// ```
    /// use career_explorer::domain::base::day::Day;
    ///
    /// let (monday, friday) = (Day::parse("2026-11-23").unwrap(), Day::parse("2026-11-27").unwrap());
    /// assert_eq!((monday.days_until(friday), friday.days_until(monday)), (4, 0));
    /// ```
    pub fn days_until(self, later: Self) -> u32 {
        u32::try_from((later.0 - self.0).whole_days()).unwrap_or(0)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), u8::from(self.0.month()), self.0.day())
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("“{text}” is not a day such as 2026-11-23"))
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_and_display_agree_and_nonsense_is_refused() {
        for good in ["2026-11-23", "2028-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Day::parse(good).map(|d| d.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "2026-11", "2026-13-01", "2027-02-29", "26-11-23", "2026-11-23x", "+026-11-23", "0000-01-01"] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_add_up_over_the_ends_of_months_and_of_time() {
        let day = Day::parse("2028-02-28").expect("a day");
        assert_eq!(day.plus_days(2).to_string(), "2028-03-01");
        assert_eq!(day.days_until(day.plus_days(400)), 400);
        assert_eq!(day.plus_days(u32::MAX).to_string(), "9999-12-31");
    }
}
