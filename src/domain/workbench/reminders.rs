//! What a calendar reminds of: the review of each quarter, goals by their dates, actions by the end of their quarter, and the refresh of LinkedIn.

use crate::domain::base::day::Day;
use crate::domain::plan::Plan;
use crate::domain::plan::records::List;
use crate::domain::workbench::actions::tasks;
use crate::domain::workbench::aims::aims;
use crate::domain::workbench::quarter::Quarter;

/// How many days before the end of a quarter its review is.
pub const REVIEW_BEFORE: u32 = 7;

/// Something to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// The review of a quarter, every three months from this day on.
    Review(Day),
    /// The refresh of LinkedIn, every three months from this day on: a month after the review.
    Profile(Day),
    /// A goal is due: its id, what it is, the day.
    Goal(String, String, Day),
    /// The actions of a quarter are due on its last day.
    Actions(Quarter, Vec<String>),
}

/// What to be reminded of from today on.
///
/// ```
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::plan::Plan;
/// use career_explorer::domain::workbench::reminders::{Reminder, due};
///
/// let day = |text| Day::parse(text).unwrap();
/// let due = due(&Plan::default(), day("2026-11-25"));
/// assert_eq!(due, [Reminder::Review(day("2026-12-24")), Reminder::Profile(day("2027-01-24"))]);
/// ```
pub fn due(plan: &Plan, today: Day) -> Vec<Reminder> {
    let mut quarter = Quarter::of(today);
    let review =
        |quarter: Quarter| quarter.first_day().plus_days(quarter.first_day().days_until(quarter.last_day()) - REVIEW_BEFORE);
    if review(quarter) < today {
        quarter = quarter.next();
    }
    let review = review(quarter);
    let mut found = vec![Reminder::Review(review), Reminder::Profile(review.plus_days(31))];
    for (id, goal) in aims(&plan.records.of(List::Goals)) {
        if let Some(by) = goal.goal.by.filter(|by| *by >= today && goal.progress < 100) {
            found.push(Reminder::Goal(id.as_str().to_owned(), goal.goal.what, by));
        }
    }
    let mut quarters: Vec<(Quarter, Vec<String>)> = Vec::new();
    for (_, task) in tasks(&plan.records.of(List::Actions)) {
        if let Some(of) = task.quarter.filter(|of| task.done.is_none() && of.last_day() >= today) {
            match quarters.iter_mut().find(|(quarter, _)| *quarter == of) {
                Some((_, actions)) => actions.push(task.what),
                None => quarters.push((of, vec![task.what])),
            }
        }
    }
    found.extend(quarters.into_iter().map(|(quarter, actions)| Reminder::Actions(quarter, actions)));
    found
}
