//! How long level steps take: the effort table, PERT, and the days on which half, and nine in ten, would be done.
//!
//! Design §2: mean (O + 4M + P) / 6, σ = (P − O) / 6 for each step; means and variances of steps add up, and the sum is read as a
//! normal distribution. The hours are this project's judgement and can be corrected by the person.

use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, Proficiency};
use crate::domain::plan::Pace;

/// Standard deviations above the mean that nine in ten stay within.
const NINE_IN_TEN: f64 = 1.281_551_565_5;

/// Hours of work for a set of level steps, as a distribution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Six times the mean, in hours: a whole number.
    sixths: u32,
    /// Thirty-six times the variance, in hours².
    variance: u64,
}

/// Six times the mean hours to reach a level from the one below.
pub fn mean_sixths(guide: &Guide, level: Proficiency) -> u32 {
    let (optimistic, likely, pessimistic) = guide.effort(level);
    u32::from(optimistic) + 4 * u32::from(likely) + u32::from(pessimistic)
}

impl Effort {
    /// The effort to reach a level from the one below.
    pub fn of_step(guide: &Guide, level: Proficiency) -> Self {
        let (optimistic, _, pessimistic) = guide.effort(level);
        let spread = u64::from(pessimistic.saturating_sub(optimistic));
        Self { sixths: mean_sixths(guide, level), variance: spread * spread }
    }

    /// The effort to come from one level to a higher one.
    pub fn of_raise(guide: &Guide, from: Proficiency, to: Proficiency) -> Self {
        Proficiency::all().filter(|l| *l > from && *l <= to).map(|l| Self::of_step(guide, l)).fold(Self::default(), Self::plus)
    }

    /// Both one after the other.
    pub fn plus(self, other: Self) -> Self {
        Self { sixths: self.sixths + other.sixths, variance: self.variance + other.variance }
    }

    /// The hours within which half would be done (the mean), at this pace's correction of the table.
    pub fn half_done(self, pace: Pace) -> f64 {
        f64::from(self.sixths) / 6.0 * correction(pace)
    }

    /// The hours within which nine in ten would be done: mean + 1.2816 σ.
    pub fn nine_in_ten_done(self, pace: Pace) -> f64 {
        let deviation = (self.variance as f64).sqrt() / 6.0;
        (f64::from(self.sixths) / 6.0 + NINE_IN_TEN * deviation) * correction(pace)
    }

    /// The two days, counted from today: half would be done, nine in ten would be done.
    pub fn days(self, pace: Pace, today: Day) -> (Day, Day) {
        let day = |hours: f64| today.plus_days((hours / f64::from(pace.hours_per_week.max(1)) * 7.0).ceil() as u32);
        (day(self.half_done(pace)), day(self.nine_in_ten_done(pace)))
    }
}

fn correction(pace: Pace) -> f64 {
    f64::from(pace.effort_percent) / 100.0
}
