//! What is due on a day: actions of the present quarter and of those before it, goals by their days, the quarterly review, the first days in a
//! title, the check-in on one's balance, and the next look at LinkedIn.
//!
//! It reads records by the few fields that it needs, so that the first page has it without the tools that write them. Other than
//! [`reminders`](super::reminders), which look ahead, this looks at what is there to be done now or late.

use crate::domain::base::day::Day;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::TitleId;
use crate::domain::plan::Plan;
use crate::domain::plan::records::{List, Record, RecordId};
use crate::domain::workbench::balance::QUESTIONS;
use crate::domain::workbench::linkedin::{refresh, refreshed};
use crate::domain::workbench::quarter::Quarter;
use crate::domain::workbench::reminders::REVIEW_BEFORE;
use crate::domain::workbench::tenure::{began, thirds};

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
    /// What to do in the third of the first 90 days in a title that is under way: after how many days it is over, and the title.
    FirstDays(u8, TitleId),
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
    found.extend(review_due(plan, today).map(|of| Due { what: What::Review(of), by: of.last_day() }));
    found.extend(first_days(plan, today));
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

/// The quarter whose review is due: of those that are over, or end within a week, and came after the last one that was reviewed, the latest in
/// which there was work; without work in any of them the last one, of whoever has something to look back on. A review covers the quarters
/// before it, so that whoever was away has one to do, not a row of them.
///
/// ```
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::plan::Plan;
/// use career_explorer::domain::plan::records::{Record, RecordId};
/// use career_explorer::domain::workbench::due::review_due;
/// use career_explorer::domain::workbench::quarter::Quarter;
///
/// let mut plan = Plan::default();
/// let action = Record::default().with_text("what", "Write the design note").with_text("quarter", "2026-q4");
/// plan.records.set("actions", &RecordId::fresh("a"), Some(action));
/// let on = |day| review_due(&plan, Day::parse(day).unwrap());
/// assert_eq!((on("2026-11-25"), on("2027-01-04")), (None, Quarter::parse("2026-q4")));
/// ```
pub fn review_due(plan: &Plan, today: Day) -> Option<Quarter> {
    let now = Quarter::of(today);
    let last = if review_from(now) <= today { now } else { now.before() };
    let (actions, reviews) = (plan.records.of(List::Actions), plan.records.of(List::Reviews));
    let day_of = |record: &Record, field: &str| Day::parse(record.text(field));
    let quarter_of = |record: &Record| Quarter::parse(record.text("quarter"));
    // A review that does not say of which quarter it is covers the one that was due on its day.
    let covers = |record: &Record| {
        let on = || day_of(record, "day").map(|day| (day, Quarter::of(day)));
        quarter_of(record).or_else(|| on().map(|(day, of)| if review_from(of) <= day { of } else { of.before() }))
    };
    let reviewed = reviews.values().filter_map(covers).max();
    if reviewed.is_some_and(|reviewed| reviewed >= last) {
        return None;
    }
    let planned = actions.values().filter_map(quarter_of);
    let done = actions.values().filter_map(|record| day_of(record, "done")).chain(plan.done.values().copied()).map(Quarter::of);
    let worked = planned.chain(done).filter(|of| *of <= last).max();
    let has_begun = worked.is_some()
        || reviews.values().filter_map(|record| day_of(record, "day")).any(|day| day <= last.last_day())
        || plan.snapshots.iter().any(|one| one.day <= last.last_day());
    has_begun.then(|| worked.filter(|of| Some(*of) > reviewed).unwrap_or(last))
}

/// The third of the first 90 days in the present title that is under way. It is over when its day is, as nothing ticks it off.
fn first_days(plan: &Plan, today: Day) -> Option<Due> {
    let title = plan.from.clone()?;
    let began = began(plan, &title).filter(|began| *began <= today)?;
    let (days, by) = thirds(began).into_iter().find(|(_, over)| *over >= today)?;
    Some(Due { what: What::FirstDays(days, title), by })
}
