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
            "Day {} of your first {FIRST_DAYS}. Home and the calendar file remind you of days 30, 60 and\u{a0}{FIRST_DAYS}.",
            began.days_until(today) + 1
        ),
        Some(_) => "It dates this job in your résumé file.".to_owned(),
        None => format!(
            "It dates this job in your résumé file. In a new title, Home and the calendar file remind you of days 30, 60 and\u{a0}{FIRST_DAYS}."
        ),
    }
}

/// What the day is for, where one takes a title up.
pub const WHY: &str = "Your first 90 days count from it. It may stay empty.";

/// What is said of a day that is still to come.
pub fn to_come(day: Day) -> String {
    format!("{} is still to come. Give today or a day before it, or leave the field empty.", dates::day(day))
}

/// What is said of the present title on its page.
pub fn held(began: Option<Day>) -> String {
    match began {
        Some(day) => format!("This is your title since {}.", dates::day(day)),
        None => "This is your title now.".to_owned(),
    }
}

/// What is said once a title is taken up.
pub fn noted_now(title: &str, began: Option<Day>) -> String {
    match began {
        Some(day) => format!("{title} is your title since {}.", dates::day(day)),
        None => format!("{title} is your title now."),
    }
}

/// What was noted.
pub fn noted(title: &str, began: Option<Day>) -> String {
    match began {
        Some(day) => format!("{title} since {}.", dates::day(day)),
        None => "The day is taken out.".to_owned(),
    }
}
