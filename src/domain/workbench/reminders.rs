//! What a calendar reminds of: the review of each quarter, goals by their dates, actions by the end of their quarter, steps by their likely days,
//! the refresh of LinkedIn, and the first 90 days in a new title.

use crate::domain::base::day::Day;
use crate::domain::guide::{Proficiency, SkillIx, TitleId};
use crate::domain::journey::steps::Action;
use crate::domain::plan::Plan;
use crate::domain::plan::records::List;
use crate::domain::workbench::actions::tasks;
use crate::domain::workbench::aims::aims;
use crate::domain::workbench::export::calendar::months_later;
use crate::domain::workbench::linkedin::refreshed;
use crate::domain::workbench::quarter::Quarter;
use crate::domain::workbench::tenure::{began, thirds};

/// How many days before the end of a quarter its review is.
pub const REVIEW_BEFORE: u32 = 7;
/// Months between two refreshes of a profile: the guide says 3 to 6.
const REFRESH: u8 = 4;

/// Something to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// The review of a quarter, every three months from this day on.
    Review(Day),
    /// The refresh of LinkedIn: its first day, and the months between two of them.
    Profile(Day, u8),
    /// A third of the first 90 days in a title is over: after how many days, the title, the day.
    FirstDays(u8, TitleId, Day),
    /// A goal is due: its id, what it is, the day.
    Goal(String, String, Day),
    /// The actions of a quarter are due on its last day.
    Actions(Quarter, Vec<String>),
    /// A step is likely done.
    Step(SkillIx, Proficiency, Day),
}

/// What to be reminded of from today on. `steps` are the open ones of the next leg.
///
/// ```
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::plan::Plan;
/// use career_explorer::domain::workbench::reminders::{Reminder, due};
///
/// let day = |text| Day::parse(text).unwrap();
/// let due = due(&Plan::default(), &[], day("2026-11-25"));
/// assert_eq!(due, [Reminder::Review(day("2026-12-24")), Reminder::Profile(day("2027-01-24"), 4)]);
/// ```
pub fn due(plan: &Plan, steps: &[Action], today: Day) -> Vec<Reminder> {
    let mut quarter = Quarter::of(today);
    let review =
        |quarter: Quarter| quarter.first_day().plus_days(quarter.first_day().days_until(quarter.last_day()) - REVIEW_BEFORE);
    if review(quarter) < today {
        quarter = quarter.next();
    }
    let review = review(quarter);
    // Where the last refresh was noted, so long after it; else a month after the review, so that the two do not come at once.
    let profile = refreshed(plan).and_then(|day| months_later(day, REFRESH.into())).map(|day| day.max(today));
    let mut found = vec![Reminder::Review(review), Reminder::Profile(profile.unwrap_or(review.plus_days(31)), REFRESH)];
    if let Some((title, day)) = plan.from.as_ref().and_then(|title| Some((title, began(plan, title)?))) {
        let ahead = thirds(day).into_iter().filter(|(_, over)| *over >= today);
        found.extend(ahead.map(|(days, over)| Reminder::FirstDays(days, title.clone(), over)));
    }
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
    found.extend(steps.iter().map(|step| Reminder::Step(step.skill, step.level, step.by.0)));
    found
}
