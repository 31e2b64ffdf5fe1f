//! Since when a title is held.

use super::way::someone;
use super::{dates, lower};
use crate::domain::base::day::Day;
use crate::domain::workbench::tenure::FIRST_DAYS;

/// The question.
pub fn ask(title: &str) -> String {
    format!("When did you become {}?", lower(&someone(title)))
}

/// What the day is for.
pub fn how(began: Option<Day>, today: Day) -> String {
    match began {
        Some(began) if began.days_until(today) < FIRST_DAYS => format!(
            "Day {} of your first {FIRST_DAYS}. The calendar file reminds you after 30, 60 and {FIRST_DAYS}\u{a0}days.",
            began.days_until(today) + 1
        ),
        Some(_) => "It dates this job in your résumé file.".to_owned(),
        None => format!(
            "It dates this job in your résumé file. For a new title the calendar file reminds you after 30, 60 and {FIRST_DAYS}\u{a0}days."
        ),
    }
}

/// What was noted.
pub fn noted(title: &str, began: Option<Day>) -> String {
    match began {
        Some(day) => format!("{title} since {}.", dates::day(day)),
        None => "The day is taken out.".to_owned(),
    }
}
