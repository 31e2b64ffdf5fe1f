//! How long level steps take: hours of work, and the calendar time that no hours replace.
//!
//! Hours: (O + 4M + P) / 6 is the mean of a step and (P − O) / 6 its standard deviation (PERT). Means add up, and so do the deviations:
//! people who are slow at one step are slow at the others, so nothing averages out. "Likely" is the mean, "late" the mean and 1.2816 deviations.
//! A person's own hours for a raise to a level stand in the place of its means, whatever the skill; the deviation keeps its share of the mean, and
//! the correction of the table holds for the levels without hours of one's own.
//! Calendar time: levels 3 to 5 have a least one. Several skills grow side by side, the levels of one skill one after the other, so a
//! set of raises takes the longer of hours ÷ pace and the longest chain of one skill.
//!
//! All of this is this project's judgement. The dates are assumptions: they say nothing about how many people meet them.

use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, Hours, Proficiency, SkillIx};
use crate::domain::journey::raise::Raise;
use crate::domain::plan::Pace;

/// Standard deviations from the mean to the late end.
const LATE: f64 = 1.281_551_565_5;
/// Days in a year, as the calendar has them in the long run.
const YEAR: f64 = 365.2425;

/// Hours of work and least calendar time for a set of level steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// The steps to each level, from level 1 on.
    levels: [Steps; 5],
    /// The longest chain of one skill, in months.
    months: u32,
}

/// The steps to one level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Steps {
    /// How many they are.
    count: u32,
    /// Six times the mean, in hours: a whole number.
    sixths: u32,
    /// Six times the deviation, in hours: the sum of P − O.
    spread: u32,
}

impl Steps {
    fn and(self, other: Self) -> Self {
        Self { count: self.count + other.count, sixths: self.sixths + other.sixths, spread: self.spread + other.spread }
    }

    /// The hours, as the mean and so many deviations. Hours of one's own are the mean of each step, and the deviation keeps its share of it.
    fn hours(self, deviations: f64, own: Option<u16>, correction: f64) -> f64 {
        let guessed = f64::from(self.sixths) + deviations * f64::from(self.spread);
        match own {
            Some(own) if self.sixths > 0 => f64::from(self.count) * f64::from(own) * guessed / f64::from(self.sixths),
            Some(own) => f64::from(self.count) * f64::from(own),
            None => guessed / 6.0 * correction,
        }
    }
}

/// Six times the mean hours to reach a level of a skill from the one below.
pub fn mean_sixths(guide: &Guide, skill: SkillIx, level: Proficiency) -> u32 {
    hours(guide, skill, level).map_or(0, |h| u32::from(h.optimistic) + 4 * u32::from(h.likely) + u32::from(h.pessimistic))
}

/// The three guesses for a level of a skill; `None` for level 0.
pub fn hours(guide: &Guide, skill: SkillIx, level: Proficiency) -> Option<&Hours> {
    guide.effort(level).map(|effort| effort.hours(guide.dimension(skill)))
}

impl Effort {
    /// The effort to reach a level from the one below.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::guide::Proficiency;
    /// use career_explorer::domain::journey::pace::Effort;
    /// use career_explorer::domain::plan::Pace;
    ///
    /// let guide = content::guide().unwrap();
    /// let (skill, level) = (guide.skills().next().unwrap(), Proficiency::new(3).unwrap());
    /// let hours = guide.effort(level).unwrap().hours(guide.dimension(skill));
    /// let mean = f64::from(hours.optimistic + 4 * hours.likely + hours.pessimistic) / 6.0;
    /// assert_eq!(Effort::of_step(&guide, skill, level).likely_hours(Pace::default()), mean);
    /// ```
    pub fn of_step(guide: &Guide, skill: SkillIx, level: Proficiency) -> Self {
        let spread = hours(guide, skill, level).map_or(0, |h| u32::from(h.pessimistic.saturating_sub(h.optimistic)));
        let months = guide.effort(level).map_or(0, |effort| effort.months.into());
        let mut levels = [Steps::default(); 5];
        if let Some(steps) = levels.get_mut(usize::from(level.get()).wrapping_sub(1)) {
            *steps = Steps { count: 1, sixths: mean_sixths(guide, skill, level), spread };
        }
        Self { levels, months }
    }

    /// The effort of one skill from one level to a higher one.
    pub fn of_raise(guide: &Guide, raise: &Raise) -> Self {
        raise.steps().map(|level| Self::of_step(guide, raise.skill, level)).fold(Self::default(), Self::then)
    }

    /// The effort of raises of different skills.
    pub fn of_raises(guide: &Guide, raises: &[Raise]) -> Self {
        raises.iter().map(|raise| Self::of_raise(guide, raise)).fold(Self::default(), Self::beside)
    }

    /// Both, the other one after this one: for levels of one skill.
    pub fn then(self, other: Self) -> Self {
        let mut levels = self.levels;
        levels.iter_mut().zip(other.levels).for_each(|(steps, more)| *steps = steps.and(more));
        Self { levels, months: self.months + other.months }
    }

    /// Both side by side: for different skills.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::guide::Proficiency;
    /// use career_explorer::domain::journey::pace::Effort;
    ///
    /// let guide = content::guide().unwrap();
    /// let mut skills = guide.skills();
    /// let level = Proficiency::MAX;
    /// let one = Effort::of_step(&guide, skills.next().unwrap(), level);
    /// let other = Effort::of_step(&guide, skills.next().unwrap(), level);
    /// // Hours add up either way; calendar time does for one skill only.
    /// assert_eq!(one.beside(other).months(), one.months().max(other.months()));
    /// assert_eq!(one.then(other).months(), one.months() + other.months());
    /// ```
    pub fn beside(self, other: Self) -> Self {
        Self { months: self.months.max(other.months), ..self.then(other) }
    }

    /// The same hours with another least calendar time, in months.
    pub fn lasting(self, months: u32) -> Self {
        Self { months, ..self }
    }

    /// The least calendar time, in months.
    pub fn months(self) -> u32 {
        self.months
    }

    /// The hours that it likely takes, at this pace's correction of the table.
    pub fn likely_hours(self, pace: Pace) -> f64 {
        self.hours(pace, 0.0)
    }

    /// The hours that it takes if it takes long.
    pub fn late_hours(self, pace: Pace) -> f64 {
        self.hours(pace, LATE)
    }

    fn hours(self, pace: Pace, deviations: f64) -> f64 {
        let correction = f64::from(pace.effort_percent) / 100.0;
        self.levels.iter().zip(pace.own_hours).map(|(steps, own)| steps.hours(deviations, own, correction)).sum()
    }

    /// The days that it takes at a pace: likely, and late.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::guide::Proficiency;
    /// use career_explorer::domain::journey::pace::Effort;
    /// use career_explorer::domain::plan::Pace;
    ///
    /// let guide = content::guide().unwrap();
    /// let effort = Effort::of_step(&guide, guide.skills().next().unwrap(), Proficiency::new(1).unwrap());
    /// let (likely, late) = effort.days(Pace::default());
    /// assert!(likely <= late);
    /// ```
    pub fn days(self, pace: Pace) -> (u32, u32) {
        let least = days(f64::from(self.months) / 12.0);
        let worked = |hours: f64| (hours / f64::from(pace.hours_per_week.max(1)) * 7.0).ceil() as u32;
        (worked(self.likely_hours(pace)).max(least), worked(self.late_hours(pace)).max(least))
    }

    /// The two days, counted from today, by which it is done: likely, and late.
    pub fn dates(self, pace: Pace, today: Day) -> (Day, Day) {
        let (likely, late) = self.days(pace);
        (today.plus_days(likely), today.plus_days(late))
    }

    /// The fewest hours a week that are likely to be enough within this many years; `None` if its least calendar time is longer, or
    /// even [`Pace::MAX_HOURS`] are too few.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::guide::Proficiency;
    /// use career_explorer::domain::journey::pace::{Effort, days};
    /// use career_explorer::domain::plan::Pace;
    ///
    /// let guide = content::guide().unwrap();
    /// let effort = Effort::of_step(&guide, guide.skills().next().unwrap(), Proficiency::MAX);
    /// let hours_per_week = effort.hours_for(Pace::default(), 5).unwrap();
    /// assert!(effort.days(Pace { hours_per_week, ..Pace::default() }).0 <= days(5.0));
    /// ```
    pub fn hours_for(self, pace: Pace, years: u32) -> Option<u8> {
        let within = days(f64::from(years));
        (1..=Pace::MAX_HOURS).find(|&hours_per_week| self.days(Pace { hours_per_week, ..pace }).0 <= within)
    }
}

/// Years in whole days, rounded up.
pub fn days(years: f64) -> u32 {
    (years * YEAR).ceil() as u32
}
