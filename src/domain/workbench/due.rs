//! What is due on a day: actions of the present quarter and of those before it, goals by their days, the quarterly review, the check-in on one's
//! balance, and the next look at LinkedIn.
//!
//! It reads records by the few fields that it needs, so that the first page has it without the tools that write them. Absent on purpose: the
//! first 90 days of a title, of which the calendar file reminds. Other than [`reminders`](super::reminders), which look ahead, this looks at what is
//! there to be done now or late.

use crate::domain::base::day::Day;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::plan::Plan;
use crate::domain::plan::records::{List, Record, RecordId};
use crate::domain::workbench::balance::QUESTIONS;
use crate::domain::workbench::linkedin::{refresh, refreshed};
use crate::domain::workbench::quarter::Quarter;
use crate::domain::workbench::reminders::REVIEW_BEFORE;

/// How many days ahead a goal is said to be due.
pub const GOAL_AHEAD: u32 = 30;
/// After how many days a check-in is due again, of whoever has made one.
pub const CHECK_IN_EVERY: u32 = 30;

/// What is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Open actions of one quarter, or of all quarters before the present one.
    Actions {
        /// How many.
        count: usize,
        /// The first of them, in their order.
        first: String,
    },
    /// A goal, by its id: what to reach.
    Goal(RecordId, String),
    /// The review of a quarter.
    Review(Quarter),
    /// A check-in on one's balance.
    CheckIn,
    /// Another look at one's profile on LinkedIn.
    Profile,
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What it is.
    pub what: What,
    /// The day by which to do it; it is late after that.
    pub by: Day,
}

/// What is due today, the earliest day first.
///
/// ```
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::plan::Plan;
/// use career_explorer::domain::plan::records::{Record, RecordId};
/// use career_explorer::domain::workbench::due::{What, due};
///
/// let day = |text| Day::parse(text).unwrap();
/// let mut plan = Plan::default();
/// assert_eq!(due(&plan, day("2026-11-25")), []);
/// let goal = Record::default().with_text("what", "Publish two articles").with_text("by", "2026-12-01");
/// plan.records.set("aims", &RecordId::fresh("a"), Some(goal));
/// let due = due(&plan, day("2026-11-25"));
/// assert_eq!((due.len(), due[0].by), (1, day("2026-12-01")));
/// assert!(matches!(&due[0].what, What::Goal(_, what) if what == "Publish two articles"));
/// ```
pub fn due(plan: &Plan, today: Day) -> Vec<Due> {
    let now = Quarter::of(today);
    let mut found = Vec::new();
    // Those of all earlier quarters in one: they are late since the last of these.
    let (mut open, mut late) = (Vec::new(), Vec::new());
    let mut late_since = None::<Quarter>;
    for record in plan.records.of(List::Actions).values() {
        let of = Quarter::parse(record.text("quarter")).filter(|of| *of <= now && Day::parse(record.text("done")).is_none());
        if let (Some(of), Some(what)) = (of, what(record)) {
            let line = (record.number("place").unwrap_or(u64::MAX), what);
            if of == now {
                open.push(line);
            } else {
                late_since = late_since.max(Some(of));
                late.push(line);
            }
        }
    }
    let mut actions = |mut lines: Vec<(u64, String)>, of: Quarter| {
        sort_by_key(&mut lines, |(place, _)| *place);
        let count = lines.len();
        if let Some((_, first)) = lines.into_iter().next() {
            found.push(Due { what: What::Actions { count, first }, by: of.last_day() });
        }
    };
    actions(late, late_since.unwrap_or(now));
    actions(open, now);
    for (id, record) in plan.records.of(List::Goals).iter() {
        let by = Day::parse(record.text("by")).filter(|by| *by <= today.plus_days(GOAL_AHEAD));
        let is_open = record.number("progress").unwrap_or(0) < 100;
        if let (Some(by), Some(what), true) = (by, what(record), is_open) {
            found.push(Due { what: What::Goal(id.clone(), what), by });
        }
    }
    found.extend(review(plan, today));
    let is_check_in = |record: &Record| QUESTIONS.iter().all(|question| record.number(question).is_some());
    let check_ins = plan.records.of(List::CheckIns);
    let last = check_ins.iter().filter(|(_, record)| is_check_in(record)).filter_map(|(id, _)| Day::parse(id.as_str())).max();
    if let Some(by) = last.map(|last| last.plus_days(CHECK_IN_EVERY)).filter(|by| *by <= today) {
        found.push(Due { what: What::CheckIn, by });
    }
    if let Some((_, by)) = refreshed(plan).map(refresh).filter(|(from, _)| *from <= today) {
        found.push(Due { what: What::Profile, by });
    }
    sort_by_key(&mut found, |one| one.by);
    found
}

/// What a record of an action or a goal says; none for one that says nothing.
fn what(record: &Record) -> Option<String> {
    Some(record.text("what").trim()).filter(|what| !what.is_empty()).map(str::to_owned)
}

/// The first day on which the review of a quarter is due.
fn review_from(quarter: Quarter) -> Day {
    let first = quarter.first_day();
    first.plus_days(first.days_until(quarter.last_day()) - REVIEW_BEFORE)
}

/// The review of the quarter that ends within a week, or else of the one before, unless there was one since it came due. It is asked of
/// whoever has something to look back on: actions, steps that were taken, a snapshot or a review of that quarter or before.
fn review(plan: &Plan, today: Day) -> Option<Due> {
    let now = Quarter::of(today);
    let of = if review_from(now) <= today { now } else { now.before() };
    let (from, last) = (review_from(of), of.last_day());
    let (actions, reviews) = (plan.records.of(List::Actions), plan.records.of(List::Reviews));
    let day_of = |record: &Record| Day::parse(record.text("day"));
    let is_done = reviews.values().any(|record| {
        day_of(record).is_some_and(|day| day >= from) || Quarter::parse(record.text("quarter")).is_some_and(|quarter| quarter >= of)
    });
    let is_action = |record: &Record| {
        Quarter::parse(record.text("quarter")).is_some_and(|quarter| quarter <= of)
            || Day::parse(record.text("done")).is_some_and(|day| day <= last)
    };
    let has_begun = actions.values().any(is_action)
        || reviews.values().filter_map(day_of).any(|day| day <= last)
        || plan.done.values().any(|day| *day <= last)
        || plan.snapshots.iter().any(|one| one.day <= last);
    (has_begun && !is_done).then_some(Due { what: What::Review(of), by: last })
}
