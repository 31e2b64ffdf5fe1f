//! When the person was here last, and how the plan stood then: kept on each device by itself, beside the plan and no part of it, so that
//! the first page can say what moved since.
//!
//! Two states are kept as text, one a line: that of the last visit on an earlier day, with which the present one is compared all day
//! long, and that of the latest visit. How a plan is written down is for the caller to say; here it is a word.

use crate::domain::base::day::Day;
use std::fmt;

/// A day on which the person was here, and the plan as they left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The day.
    pub day: Day,
    /// The plan, written as one word.
    pub plan: String,
}

/// The visits that are remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visits {
    /// The last one on an earlier day than the latest.
    pub before: Option<Visit>,
    /// The latest one.
    pub latest: Option<Visit>,
}

impl Visits {
    /// Reads what [`Visits`] was written as. Lines that are no visits count as none: nothing but a comparison is lost with them.
    ///
    /// ```
    /// use career_explorer::domain::store::visits::Visits;
    ///
    /// let text = "2026-09-01 abc\n2026-11-24 abd\n";
    /// assert_eq!(Visits::parse(text).to_string(), text);
    /// assert_eq!(Visits::parse("1 September"), Visits::default());
    /// ```
    pub fn parse(text: &str) -> Self {
        let visit = |line: &str| {
            let (day, plan) = line.split_once(' ')?;
            Some(Visit { day: Day::parse(day)?, plan: plan.to_owned() })
        };
        let mut lines = text.lines().map(visit);
        let (before, latest) = (lines.next().flatten(), lines.next().flatten());
        Self { before, latest }
    }

    /// The visits as a new one begins: on another day than the latest, that one is the one before. What lies in the future, by a clock
    /// that was set back, is forgotten.
    pub fn on(self, today: Day) -> Self {
        let past = |visit: &Visit| visit.day < today;
        match self.latest {
            Some(latest) if past(&latest) => Self { before: Some(latest), latest: None },
            _ => Self { before: self.before.filter(past), latest: None },
        }
    }

    /// The visits as this one ends.
    pub fn left(&self, today: Day, plan: String) -> Self {
        Self { before: self.before.clone(), latest: Some(Visit { day: today, plan }) }
    }
}

impl fmt::Display for Visits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for visit in [&self.before, &self.latest] {
            if let Some(visit) = visit {
                write!(f, "{} {}", visit.day, visit.plan)?;
            }
            f.write_str("\n")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn a_day_is_compared_with_the_last_one_before_it() {
        let mut visits = Visits::default();
        let mut compared = Vec::new();
        for (today, plan) in
            [("2026-11-20", "a"), ("2026-11-20", "b"), ("2026-11-24", "c"), ("2026-11-24", "d"), ("2027-01-01", "e")]
        {
            visits = Visits::parse(&visits.to_string()).on(day(today));
            compared.push(visits.before.as_ref().map(|one| one.plan.clone()).unwrap_or_default());
            visits = visits.left(day(today), plan.to_owned());
        }
        assert_eq!(compared, ["", "", "b", "b", "d"]);
    }

    #[test]
    fn a_clock_that_was_set_back_compares_with_nothing_to_come() {
        let visits = Visits::parse("2026-01-01 a\n2030-01-01 b\n");
        assert_eq!(visits.clone().on(day("2026-06-01")).before.map(|one| one.plan), Some("a".into()));
        assert_eq!(visits.on(day("2025-06-01")).before, None);
    }

    #[test]
    fn what_is_no_visit_counts_as_none() {
        for text in ["", "\n\n\n", "2026-02-30 x\n", "x", "\u{0}\n2026-02-30", "2026-11-24\n"] {
            assert_eq!(Visits::parse(text), Visits::default(), "{text:?}");
        }
        assert_eq!(Visits::parse("\n2026-11-24 x").latest.map(|one| one.plan), Some("x".into()));
    }
}
