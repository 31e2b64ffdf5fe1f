//! The one way to change a plan: an event becomes one [`PlanEdit`], and [`apply`] gives the plan after it.

use crate::domain::base::day::Day;
use crate::domain::base::sorted::SortedMap;
use crate::domain::guide::{ItemId, Proficiency, SkillId, TitleId};
use crate::domain::plan::document::{self, Unknown, snapshot_id, sort_snapshots};
use crate::domain::plan::merge::merge;
use crate::domain::plan::records::{Archive, List, MAX_RECORD, Record, RecordId};
use crate::domain::plan::{MAX_NOTE, MAX_SNAPSHOTS, MAX_YEARS, Pace, Plan, Snapshot, SnapshotId, Step};

/// One change of a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanEdit {
    /// Says where from, where to and how many years.
    Start {
        /// The title held now.
        from: TitleId,
        /// The title aimed for.
        to: TitleId,
        /// Years of experience so far.
        years: u8,
        /// Years of experience on taking up the title held now, if it is known.
        since: Option<u8>,
    },
    /// Sets the title aimed for.
    SetTarget(TitleId),
    /// Sets the title held now.
    SetCurrent(TitleId),
    /// Rates a skill, or takes the rating back. Steps above the rating are ticked off no longer.
    Rate {
        /// The skill.
        skill: SkillId,
        /// The rating; `None` makes it unrated.
        level: Option<Proficiency>,
    },
    /// Takes over several ratings at once, each as [`PlanEdit::Rate`] does.
    AdoptRatings(SortedMap<SkillId, Proficiency>),
    /// Writes the evidence note of a skill; blank text removes it. One of more than [`MAX_NOTE`] characters is refused: it changes
    /// nothing, unless it shortens one that was too long before.
    Note {
        /// The skill.
        skill: SkillId,
        /// The note.
        text: String,
    },
    /// Chooses a route by its titles, both ends included; an empty list takes the choice back.
    ChooseRoute(Vec<TitleId>),
    /// Sets the pace.
    SetPace(Pace),
    /// Ticks a level step off, which raises the rating to its level, or takes the tick back, which lowers the rating to below it.
    Tick {
        /// The step.
        step: Step,
        /// The day it was done; `None` takes the tick back.
        done: Option<Day>,
    },
    /// Puts the next step of a skill before all others; `None` goes back to the order by weight.
    DoFirst(Option<SkillId>),
    /// Chooses a goal of the guide, or lets it go.
    ChooseGoal {
        /// The goal.
        goal: ItemId,
        /// Whether it is chosen.
        chosen: bool,
    },
    /// Writes a record of a list, or removes it. One of more than [`MAX_RECORD`] characters, and a new one beyond what the list holds, is
    /// refused: it changes nothing. The tool says so before.
    Record {
        /// The list.
        list: List,
        /// Which record.
        id: RecordId,
        /// What it holds from now on; `None` removes it.
        record: Option<Record>,
        /// Whether it is being typed: what is typed next into the same record belongs to the same change, for undo.
        typing: bool,
    },
    /// Several edits as one. What the first does names it.
    Several(Vec<PlanEdit>),
    /// Keeps the present state under a name.
    TakeSnapshot {
        /// Why it is kept.
        name: String,
        /// The day.
        day: Day,
    },
    /// Makes another plan one's own: the present one becomes a snapshot, and earlier snapshots stay.
    SwitchTo {
        /// The other plan; its own snapshots come along.
        plan: Box<Plan>,
        /// The name of the snapshot that holds the present plan.
        name: String,
        /// The day.
        day: Day,
    },
    /// Goes back to a snapshot; the present state becomes a snapshot.
    Restore {
        /// The snapshot.
        snapshot: SnapshotId,
        /// The name of the snapshot that holds the present plan.
        name: String,
        /// The day.
        day: Day,
    },
    /// Drops a snapshot.
    DropSnapshot(SnapshotId),
    /// Replaces everything, snapshots included.
    Replace(Box<Plan>),
    /// Goes on with one of two plans between which the person chose; the other one is a snapshot in it.
    Choose(Box<Plan>),
    /// Empties the plan, snapshots included.
    Erase,
}

/// Which edit a [`PlanEdit`] is, without what it sets: enough to name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditKind {
    /// [`PlanEdit::Start`].
    Start,
    /// [`PlanEdit::SetTarget`].
    SetTarget,
    /// [`PlanEdit::SetCurrent`].
    SetCurrent,
    /// [`PlanEdit::Rate`].
    Rate,
    /// [`PlanEdit::AdoptRatings`].
    AdoptRatings,
    /// [`PlanEdit::Note`].
    Note,
    /// [`PlanEdit::ChooseRoute`].
    ChooseRoute,
    /// [`PlanEdit::SetPace`].
    SetPace,
    /// [`PlanEdit::Tick`].
    Tick,
    /// [`PlanEdit::DoFirst`].
    DoFirst,
    /// [`PlanEdit::ChooseGoal`].
    ChooseGoal,
    /// [`PlanEdit::Record`], of a list: what became of the record.
    Record(List, Did),
    /// [`PlanEdit::TakeSnapshot`].
    TakeSnapshot,
    /// [`PlanEdit::SwitchTo`].
    SwitchTo,
    /// [`PlanEdit::Restore`].
    Restore,
    /// [`PlanEdit::DropSnapshot`].
    DropSnapshot,
    /// [`PlanEdit::Replace`].
    Replace,
    /// [`PlanEdit::Choose`].
    Choose,
    /// [`PlanEdit::Erase`].
    Erase,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// It was written: added, or changed.
    Wrote,
    /// It was removed.
    Removed,
}

impl PlanEdit {
    /// The edit that writes a record.
    pub fn write(list: List, id: RecordId, record: Record) -> Self {
        Self::Record { list, id, record: Some(record), typing: false }
    }

    /// The edit that removes a record.
    pub fn remove(list: List, id: RecordId) -> Self {
        Self::Record { list, id, record: None, typing: false }
    }

    /// Which edit it is.
    pub fn kind(&self) -> EditKind {
        match self {
            Self::Record { list, record, .. } => EditKind::Record(*list, if record.is_some() { Did::Wrote } else { Did::Removed }),
            Self::Several(edits) => edits.first().map_or(EditKind::Replace, Self::kind),
            Self::Start { .. } => EditKind::Start,
            Self::SetTarget(_) => EditKind::SetTarget,
            Self::SetCurrent(_) => EditKind::SetCurrent,
            Self::Rate { .. } => EditKind::Rate,
            Self::AdoptRatings(_) => EditKind::AdoptRatings,
            Self::Note { .. } => EditKind::Note,
            Self::ChooseRoute(_) => EditKind::ChooseRoute,
            Self::SetPace(_) => EditKind::SetPace,
            Self::Tick { .. } => EditKind::Tick,
            Self::DoFirst(_) => EditKind::DoFirst,
            Self::ChooseGoal { .. } => EditKind::ChooseGoal,
            Self::TakeSnapshot { .. } => EditKind::TakeSnapshot,
            Self::SwitchTo { .. } => EditKind::SwitchTo,
            Self::Restore { .. } => EditKind::Restore,
            Self::DropSnapshot(_) => EditKind::DropSnapshot,
            Self::Choose(_) => EditKind::Choose,
            Self::Replace(_) => EditKind::Replace,
            Self::Erase => EditKind::Erase,
        }
    }
}

/// The plan after an edit. Values beyond their limits are brought to the nearest one within. What of the plan this version does not
/// understand stays, unless the edit puts something else in its very place.
pub fn apply(plan: &Plan, edit: &PlanEdit) -> Plan {
    let mut next = plan.clone();
    match edit {
        PlanEdit::Start { from, to, years, since } => {
            retarget(&mut next, Some(from), Some(to));
            let years = (*years).min(MAX_YEARS);
            next.years = Some(years);
            next.since = since.filter(|since| *since <= years);
        }
        PlanEdit::SetTarget(to) => retarget(&mut next, None, Some(to)),
        PlanEdit::SetCurrent(from) => retarget(&mut next, Some(from), None),
        PlanEdit::Rate { skill, level } => rate(&mut next, skill, *level),
        PlanEdit::AdoptRatings(ratings) => ratings.iter().for_each(|(skill, level)| rate(&mut next, skill, Some(*level))),
        PlanEdit::Note { skill, text } => {
            let before = plan.evidence.get(skill).map_or(0, |note| note.chars().count());
            if text.trim().is_empty() {
                next.evidence.remove(skill);
            } else if text.chars().count() <= before.max(MAX_NOTE) {
                next.evidence.insert(skill.clone(), text.clone());
            }
        }
        PlanEdit::ChooseRoute(titles) => next.route.clone_from(titles),
        PlanEdit::SetPace(pace) => next.pace = pace.within_limits(),
        PlanEdit::Tick { step, done: Some(day) } => {
            let level = next.level(&step.skill).max(Some(step.level));
            next.done.insert(step.clone(), *day);
            next.first = next.first.filter(|first| *first != step.skill);
            rate(&mut next, &step.skill, level);
        }
        PlanEdit::Tick { step, done: None } => {
            if next.level(&step.skill) >= Some(step.level) {
                rate(&mut next, &step.skill, Proficiency::new(step.level.get().saturating_sub(1)));
            }
        }
        PlanEdit::DoFirst(skill) => next.first.clone_from(skill),
        PlanEdit::ChooseGoal { goal, chosen } => {
            if *chosen {
                next.goals.insert(goal.clone());
            } else {
                next.goals.remove(goal);
            }
        }
        PlanEdit::Record { list, id, record, typing: _ } => {
            let is_there = plan.records.get(*list, id).is_some();
            let fits = record.as_ref().is_none_or(|record| {
                let before = plan.records.get(*list, id).map_or(0, Record::length);
                (is_there || plan.records.len(*list) < list.most()) && record.length() <= before.max(MAX_RECORD)
            });
            if fits && (is_there || record.is_some()) {
                next.records.set(list.key(), id, record.clone());
            }
        }
        PlanEdit::Several(edits) => return edits.iter().fold(next, |plan, edit| apply(&plan, edit)),
        PlanEdit::TakeSnapshot { name, day } => {
            let (snapshots, archive) = with_snapshot(plan, name, *day);
            (next.snapshots, next.archive) = (snapshots, archive);
        }
        PlanEdit::DropSnapshot(id) => {
            next.snapshots.retain(|one| one.id != *id);
            next.archive.tidy(&next.snapshots);
        }
        // These put another plan in the place of this one.
        PlanEdit::SwitchTo { plan: other, name, day } => {
            let (mut snapshots, mut archive) = if plan.without_snapshots().is_empty() {
                (plan.snapshots.clone(), plan.archive.clone())
            } else {
                with_snapshot(plan, name, *day)
            };
            // The one that was made just now may be among them: an id is made of what is kept.
            let is_new = |one: &&Snapshot| snapshots.iter().all(|own| own.id != one.id);
            let theirs: Vec<Snapshot> = other.snapshots.iter().filter(is_new).cloned().collect();
            snapshots.extend(theirs);
            archive.absorb(&other.archive);
            trim(&mut snapshots, &mut archive);
            let unknown = other.unknown.clone().and_what_stays_of(&plan.unknown);
            return Plan { snapshots, archive, unknown, ..(**other).clone() };
        }
        PlanEdit::Restore { snapshot, name, day } => {
            let Some(snapshot) = plan.snapshot(snapshot) else { return next };
            let (snapshots, archive) = with_snapshot(plan, name, *day);
            let state = plan.state_of(snapshot).without_snapshots();
            let unknown = state.unknown.clone().and_what_stays_of(&plan.unknown);
            return Plan { snapshots, archive, unknown, ..state };
        }
        PlanEdit::Replace(other) | PlanEdit::Choose(other) => return (**other).clone(),
        PlanEdit::Erase => return Plan::default(),
    }
    if plan.unknown.is_empty() { next } else { over_unknown(plan, &next) }
}

/// The plan after an edit, where the edit may have put something in the place of what was not understood: an entry that it set or
/// removed is so, whatever stood there.
fn over_unknown(before: &Plan, after: &Plan) -> Plan {
    let known = |plan: &Plan| document::write(&Plan { unknown: Unknown::default(), ..plan.clone() });
    document::read(merge(&known(before), &known(after), &document::write(before)), &mut Vec::new())
}

/// Rates a skill. A step is done where the rating has reached it, so ticks above it go.
fn rate(plan: &mut Plan, skill: &SkillId, level: Option<Proficiency>) {
    match level {
        Some(level) => plan.ratings.insert(skill.clone(), level),
        None => plan.ratings.remove(skill),
    };
    plan.done.retain(|step, _| step.skill != *skill || Some(step.level) <= level);
}

/// Sets either end. A chosen route belongs to its ends, so it goes when one of them changes; and since when a title is held belongs
/// to that title.
fn retarget(plan: &mut Plan, from: Option<&TitleId>, to: Option<&TitleId>) {
    let before = (plan.from.clone(), plan.to.clone());
    if let Some(from) = from {
        if plan.from.as_ref() != Some(from) {
            plan.since = None;
        }
        plan.from = Some(from.clone());
    }
    if let Some(to) = to {
        plan.to = Some(to.clone());
    }
    if before != (plan.from.clone(), plan.to.clone()) {
        plan.route.clear();
    }
}

/// The snapshots of a plan and one more, of its present state.
fn with_snapshot(plan: &Plan, name: &str, day: Day) -> (Vec<Snapshot>, Archive) {
    let (mut snapshots, mut archive) = (plan.snapshots.clone(), plan.archive.clone());
    let mut state = plan.without_snapshots();
    let (members, new) = archive.tokens(&std::mem::take(&mut state.records));
    let id = snapshot_id(&snapshots, name, day, (&state, &members));
    archive.add(&id, new);
    snapshots.push(Snapshot { id, name: name.to_owned(), day, plan: state, members, unknown: Unknown::default() });
    trim(&mut snapshots, &mut archive);
    (snapshots, archive)
}

fn trim(snapshots: &mut Vec<Snapshot>, archive: &mut Archive) {
    sort_snapshots(snapshots);
    if snapshots.len() > MAX_SNAPSHOTS {
        snapshots.drain(..snapshots.len() - MAX_SNAPSHOTS);
        archive.tidy(snapshots);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Day {
        Day::parse("2026-11-23").expect("a day")
    }

    fn rated_plan() -> Plan {
        let start = PlanEdit::Start { from: "a".into(), to: "b".into(), years: 7, since: Some(5) };
        let rate = PlanEdit::Rate { skill: "s".into(), level: Proficiency::new(3) };
        apply(&apply(&Plan::default(), &start), &rate)
    }

    #[test]
    fn since_when_a_title_is_held_goes_with_the_title() {
        assert_eq!(rated_plan().since, Some(5));
        assert_eq!(rated_plan().experience().map(|so_far| so_far.served), Some(2));
        assert_eq!(apply(&rated_plan(), &PlanEdit::SetTarget("c".into())).since, Some(5));
        assert_eq!(apply(&rated_plan(), &PlanEdit::SetCurrent("a".into())).since, Some(5));
        assert_eq!(apply(&rated_plan(), &PlanEdit::SetCurrent("c".into())).since, None);
    }

    #[test]
    fn a_change_of_either_end_drops_the_chosen_route_and_the_same_end_keeps_it() {
        let plan = apply(&rated_plan(), &PlanEdit::ChooseRoute(vec!["a".into(), "b".into()]));
        assert_eq!(apply(&plan, &PlanEdit::SetTarget("b".into())), plan);
        assert!(apply(&plan, &PlanEdit::SetTarget("c".into())).route.is_empty());
        assert!(apply(&plan, &PlanEdit::SetCurrent("c".into())).route.is_empty());
    }

    #[test]
    fn what_comes_first_does_so_until_its_step_is_taken() {
        let first = apply(&rated_plan(), &PlanEdit::DoFirst(Some("s".into())));
        let tick = |skill: &str| PlanEdit::Tick { step: Step { skill: skill.into(), level: Proficiency::MAX }, done: Some(day()) };
        assert_eq!(apply(&first, &tick("t")).first, Some("s".into()));
        assert_eq!(apply(&first, &tick("s")).first, None);
        assert_eq!(apply(&first, &PlanEdit::DoFirst(None)), rated_plan());
    }

    #[test]
    fn steps_and_ratings_say_the_same() {
        let level = |n| Proficiency::new(n).expect("a level");
        let step = |n| Step { skill: "s".into(), level: level(n) };
        let tick = |plan: &Plan, n, done: Option<Day>| apply(plan, &PlanEdit::Tick { step: step(n), done });
        let rated = |plan: &Plan| plan.ratings.get(&SkillId::new("s")).map(|l| l.get());
        let ticked = |plan: &Plan| plan.done.keys().map(|s| s.level.get()).collect::<Vec<_>>();

        let four = tick(&rated_plan(), 4, Some(day()));
        assert_eq!((rated(&four), ticked(&four)), (Some(4), vec![4]), "from 3, a tick of 4 raises to 4");
        let below = tick(&four, 2, Some(day()));
        assert_eq!(rated(&below), Some(4), "a tick below the rating leaves it");
        let back = tick(&below, 4, None);
        assert_eq!((rated(&back), ticked(&back)), (Some(3), vec![2]), "a tick taken back lowers to below it");
        assert_eq!(rated(&tick(&below, 3, None)), Some(2), "also a step that was never ticked, and all above it");
        assert_eq!(tick(&back, 5, None), back, "what is not done cannot be taken back");
        let lower = apply(&four, &PlanEdit::Rate { skill: "s".into(), level: Some(level(2)) });
        assert_eq!((rated(&lower), ticked(&lower)), (Some(2), vec![]), "a lower rating opens the steps above it");
        assert!(apply(&four, &PlanEdit::Rate { skill: "s".into(), level: None }).done.is_empty());
        let adopted = apply(&four, &PlanEdit::AdoptRatings([("s".into(), level(1)), ("t".into(), level(5))].into()));
        assert_eq!((rated(&adopted), ticked(&adopted), adopted.ratings.len()), (Some(1), vec![], 2));

        // A plan of an earlier version, in which a tick did not rate.
        let mut old = rated_plan();
        old.done.insert(step(5), day());
        assert_eq!((old.level(&"s".into()), old.levels().get(&SkillId::new("s"))), (Some(level(5)), Some(&level(5))));
        assert_eq!(rated(&tick(&old, 2, Some(day()))), Some(5));
    }

    #[test]
    fn values_beyond_their_limits_come_to_the_nearest_within() {
        let pace = Pace { hours_per_week: 0, effort_percent: 9_999, ..Pace::default() };
        let plan = apply(&rated_plan(), &PlanEdit::SetPace(pace));
        assert_eq!(plan.pace, Pace { hours_per_week: 1, effort_percent: Pace::MAX_EFFORT, ..Pace::default() });
        let plan = apply(&plan, &PlanEdit::Start { from: "a".into(), to: "b".into(), years: 255, since: Some(61) });
        assert_eq!((plan.years, plan.since), (Some(MAX_YEARS), None), "nobody takes up a title after today");
    }

    #[test]
    fn a_note_that_is_too_long_is_refused_and_never_cut() {
        let note = |plan: &Plan, length| apply(plan, &PlanEdit::Note { skill: "s".into(), text: "é".repeat(length) });
        let full = note(&rated_plan(), MAX_NOTE);
        assert_eq!(full.evidence[&"s".into()].chars().count(), MAX_NOTE);
        assert_eq!(note(&full, MAX_NOTE + 1), full);
        // One that came from elsewhere can be shortened little by little.
        let mut long = full.clone();
        long.evidence.insert("s".into(), "é".repeat(MAX_NOTE + 9));
        assert_eq!(note(&long, MAX_NOTE + 10), long);
        assert_eq!(note(&long, MAX_NOTE + 8).evidence[&"s".into()].chars().count(), MAX_NOTE + 8);
    }

    #[test]
    fn taking_a_plan_over_and_going_back_lose_nothing() {
        let mine = rated_plan();
        let other = Plan { years: Some(2), ..Plan::default() };
        let edit = PlanEdit::SwitchTo { plan: Box::new(other.clone()), name: "Mine".into(), day: day() };
        let taken = apply(&mine, &edit);
        assert_eq!(taken.without_snapshots(), other);
        assert_eq!(taken.snapshots[0].plan, mine);
        let snapshot = taken.snapshots[0].id.clone();
        let back = apply(&taken, &PlanEdit::Restore { snapshot, name: "Theirs".into(), day: day() });
        assert_eq!(back.without_snapshots(), mine);
        assert_eq!(back.snapshots.len(), 2);
        let again = PlanEdit::SwitchTo { plan: Box::new(taken.clone()), name: "Mine".into(), day: day() };
        assert_eq!(apply(&mine, &again), taken, "the same state is kept once");
        assert!(apply(&Plan::default(), &edit).snapshots.is_empty(), "an empty plan is not worth a snapshot");
    }

    #[test]
    fn snapshots_are_bounded_and_one_that_is_not_there_changes_nothing() {
        let mut plan = rated_plan();
        for number in 0..MAX_SNAPSHOTS + 3 {
            plan = apply(&plan, &PlanEdit::TakeSnapshot { name: number.to_string(), day: day() });
        }
        assert_eq!(plan.snapshots.len(), MAX_SNAPSHOTS);
        assert_eq!(plan.snapshots[0].name, "3");
        let nowhere = SnapshotId::new("nowhere");
        assert_eq!(apply(&plan, &PlanEdit::DropSnapshot(nowhere.clone())), plan);
        assert_eq!(apply(&plan, &PlanEdit::Restore { snapshot: nowhere, name: String::new(), day: day() }), plan);
    }
}
