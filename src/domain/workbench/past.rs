//! How a plan went over time: what each snapshot says of readiness, and what changed from one state to another.

use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleId};
use crate::domain::plan::records::List;
use crate::domain::plan::{Plan, Ratings, SnapshotId};
use crate::domain::standing::gap::gaps;
use crate::domain::standing::gate::Standing;
use crate::domain::standing::readiness::Readiness;
use crate::domain::workbench::actions::tasks;
use crate::domain::workbench::aims::aims;

/// How ready one was.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The snapshot; none for now.
    pub snapshot: Option<SnapshotId>,
    /// Its name; empty for now.
    pub name: String,
    /// Its day.
    pub day: Day,
    /// Readiness for the destination of the present plan, so that all can be compared; none without one.
    pub readiness: Option<Readiness>,
}

/// The snapshots of a plan, oldest first, and now.
pub fn moments(guide: &Guide, plan: &Plan, today: Day) -> Vec<Moment> {
    let target = plan.to_in(guide);
    let readiness = |state: &Plan| {
        let target = target?;
        let gaps = gaps(guide, &Ratings::of(state, guide), target);
        Some(Standing::of(guide, target, &gaps)?.share())
    };
    let of = |one: &crate::domain::plan::Snapshot| Moment {
        snapshot: Some(one.id.clone()),
        name: one.name.clone(),
        day: one.day,
        readiness: readiness(&one.plan),
    };
    let now = Moment { snapshot: None, name: String::new(), day: today, readiness: readiness(plan) };
    plan.snapshots.iter().map(of).chain([now]).collect()
}

/// Something that differs between two states.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A rating: before and after.
    Rating(SkillIx, Option<Proficiency>, Option<Proficiency>),
    /// The title held.
    Current(Option<TitleId>, Option<TitleId>),
    /// The destination.
    Target(Option<TitleId>, Option<TitleId>),
    /// Hours a week.
    Hours(u8, u8),
    /// An action that was done.
    Done(String),
    /// An action that came in.
    Added(String),
    /// An action that went.
    Removed(String),
    /// A goal that came in.
    Goal(String),
    /// A goal that was reached.
    Reached(String),
    /// So many entries came into the log of evidence.
    Logged(usize),
}

/// What changed from one state to another: ends, pace, ratings in the guide's order, actions, goals, the log.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::plan::Plan;
/// use career_explorer::domain::workbench::past::{Change, changes};
///
/// let guide = content::guide().unwrap();
/// let (mut before, after) = (Plan::default(), Plan::default());
/// assert_eq!(changes(&guide, &before, &after), []);
/// before.pace.hours_per_week = 9;
/// assert_eq!(changes(&guide, &before, &after), [Change::Hours(9, 6)]);
/// ```
pub fn changes(guide: &Guide, before: &Plan, after: &Plan) -> Vec<Change> {
    let mut found = Vec::new();
    if before.from != after.from {
        found.push(Change::Current(before.from.clone(), after.from.clone()));
    }
    if before.to != after.to {
        found.push(Change::Target(before.to.clone(), after.to.clone()));
    }
    let (was, is) = (before.pace.hours_per_week, after.pace.hours_per_week);
    if was != is {
        found.push(Change::Hours(was, is));
    }
    for skill in guide.skills() {
        let id = &guide.skill(skill).id;
        let (was, is) = (before.level(id), after.level(id));
        if was != is {
            found.push(Change::Rating(skill, was, is));
        }
    }
    let (old, new) = (tasks(&before.records.of(List::Actions)), tasks(&after.records.of(List::Actions)));
    for (id, task) in &new {
        match old.iter().find(|(other, _)| other == id) {
            None => found.push(Change::Added(task.what.clone())),
            Some((_, was)) if was.done.is_none() && task.done.is_some() => found.push(Change::Done(task.what.clone())),
            Some(_) => {}
        }
    }
    found.extend(
        old.iter().filter(|(id, _)| !new.iter().any(|(other, _)| other == id)).map(|(_, task)| Change::Removed(task.what.clone())),
    );
    let (old, new) = (aims(&before.records.of(List::Goals)), aims(&after.records.of(List::Goals)));
    for (id, own) in &new {
        match old.iter().find(|(other, _)| other == id) {
            Some((_, was)) if was.progress < 100 && own.progress == 100 => found.push(Change::Reached(own.goal.what.clone())),
            Some(_) => {}
            None => found.push(Change::Goal(own.goal.what.clone())),
        }
    }
    let (old, new) = (before.records.of(List::Evidence), after.records.of(List::Evidence));
    let logged = new.keys().filter(|id| !old.contains_key(*id)).count();
    if logged > 0 {
        found.push(Change::Logged(logged));
    }
    found
}
