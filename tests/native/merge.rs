//! The laws of merging, against a model: a plan as a flat list of entries.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/plans.rs"]
mod plans;

use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::Proficiency;
use career_explorer::domain::plan::edit::{PlanEdit, apply};
use career_explorer::domain::plan::merge::merge;
use career_explorer::domain::plan::{MAX_SNAPSHOTS, Pace, Plan, Snapshot, Step};
use plans::plan;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A plan without its route as entries: a name and a value each, nothing for what is not set.
fn entries(plan: &Plan) -> BTreeMap<String, String> {
    let mut entries = BTreeMap::new();
    let mut add = |name: String, value: String| assert_eq!(entries.insert(name, value), None);
    plan.from.iter().for_each(|id| add("from".into(), id.to_string()));
    plan.to.iter().for_each(|id| add("to".into(), id.to_string()));
    plan.years.iter().for_each(|years| add("years".into(), years.to_string()));
    add("hours".into(), plan.pace.hours_per_week.to_string());
    add("effort".into(), plan.pace.effort_percent.to_string());
    plan.ratings.iter().for_each(|(id, level)| add(format!("rating {id}"), level.to_string()));
    plan.evidence.iter().for_each(|(id, note)| add(format!("note {id}"), note.clone()));
    plan.done.iter().for_each(|(step, day)| add(format!("tick {}", String::from(step.clone())), day.to_string()));
    plan.goals.iter().for_each(|id| add(format!("goal {id}"), String::new()));
    let mut seen: Vec<&Snapshot> = Vec::new();
    for one in &plan.snapshots {
        add(format!("snapshot {one:?} {}", seen.iter().filter(|other| **other == one).count()), String::new());
        seen.push(one);
    }
    entries
}

/// The rule itself: who changed an entry has it, and both of them means mine.
fn model(base: &Plan, mine: &Plan, theirs: &Plan) -> Vec<(String, String)> {
    let [base, mine, theirs] = [base, mine, theirs].map(entries);
    let names = base.keys().chain(mine.keys()).chain(theirs.keys());
    let merged = names.filter_map(|name| {
        let value = if mine.get(name) == base.get(name) { theirs.get(name) } else { mine.get(name) };
        Some((name.clone(), value?.clone()))
    });
    flat(merged.collect())
}

/// Entries for comparison: where the first of two equal snapshots is gone, the second one moves up.
fn flat(entries: BTreeMap<String, String>) -> Vec<(String, String)> {
    let name = |name: String| if name.starts_with("snapshot") { name.trim_end_matches(char::is_numeric).to_owned() } else { name };
    entries.into_iter().map(|(of, value)| (name(of), value)).collect()
}

fn edit() -> impl Strategy<Value = PlanEdit> {
    let title = || proptest::sample::select(vec!["senior-engineer", "technical-lead", "head-of-engineering"]);
    let skill = || proptest::sample::select(vec!["communication", "leadership"]);
    let day = Day::parse("2026-11-23").unwrap();
    prop_oneof![
        title().prop_map(|id| PlanEdit::SetTarget(id.into())),
        title().prop_map(|id| PlanEdit::SetCurrent(id.into())),
        (skill(), proptest::option::of(0..6u8))
            .prop_map(|(id, level)| PlanEdit::Rate { skill: id.into(), level: level.and_then(Proficiency::new) }),
        (skill(), "[ab]{0,2}").prop_map(|(id, text)| PlanEdit::Note { skill: id.into(), text }),
        (1..9u8).prop_map(|hours_per_week| PlanEdit::SetPace(Pace { hours_per_week, effort_percent: 100 })),
        (skill(), proptest::bool::ANY).prop_map(move |(id, done)| PlanEdit::Tick {
            step: Step { skill: id.into(), level: Proficiency::MAX },
            done: done.then_some(day)
        }),
        Just(PlanEdit::TakeSnapshot { name: "kept".to_owned(), day }),
        Just(PlanEdit::DropSnapshot(0)),
        plan().prop_map(move |plan| PlanEdit::SwitchTo { plan: Box::new(plan), name: "mine".to_owned(), day }),
        plan().prop_map(|plan| PlanEdit::Replace(Box::new(plan))),
        Just(PlanEdit::Erase),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn who_changed_nothing_has_no_say(base in plan(), changed in plan()) {
        prop_assert_eq!(&merge(&base, &base, &changed), &changed);
        prop_assert_eq!(&merge(&base, &changed, &base), &changed);
        prop_assert_eq!(&merge(&base, &changed, &changed), &changed);
    }

    #[test]
    fn each_entry_goes_by_itself(base in plan(), mine in plan(), theirs in plan()) {
        let merged = merge(&base, &mine, &theirs);
        prop_assert_eq!(flat(entries(&merged)), model(&base, &mine, &theirs));
        let route = if mine.route == base.route { theirs.route } else { mine.route };
        let leads = route.first() == merged.from.as_ref() && route.last() == merged.to.as_ref();
        prop_assert_eq!(merged.route, if leads { route } else { Vec::new() });
    }

    #[test]
    fn undo_and_redo_go_back_and_forth(before in plan(), edit in edit()) {
        let after = apply(&before, &edit);
        prop_assert_eq!(&merge(&after, &before, &after), &before);
        prop_assert_eq!(&merge(&before, &after, &before), &after);
    }

    #[test]
    fn undo_keeps_what_came_from_elsewhere(before in plan(), mine in edit(), theirs in edit()) {
        let after = apply(&before, &mine);
        let now = apply(&after, &theirs);
        let undone = merge(&after, &before, &now);
        prop_assert_eq!(flat(entries(&undone)), model(&after, &before, &now));
    }
}

#[test]
fn a_route_that_lost_an_end_goes() {
    let base = Plan { from: Some("a".into()), to: Some("c".into()), ..Plan::default() };
    let mine = apply(&base, &PlanEdit::ChooseRoute(vec!["a".into(), "b".into(), "c".into()]));
    let theirs = apply(&base, &PlanEdit::SetTarget("d".into()));
    let merged = merge(&base, &mine, &theirs);
    assert_eq!((merged.to, merged.route), (Some("d".into()), Vec::new()));
}

#[test]
fn the_oldest_snapshots_go_where_both_sides_together_have_too_many() {
    let keep =
        |plan: &Plan, name: String, day: u8| apply(plan, &PlanEdit::TakeSnapshot { name, day: Day::new(2026, 1, day).unwrap() });
    let base = (0..MAX_SNAPSHOTS - 1).fold(Plan::default(), |plan, number| keep(&plan, number.to_string(), 1));
    let merged = merge(&base, &keep(&base, "mine".into(), 3), &keep(&base, "theirs".into(), 2));
    let names: Vec<_> = merged.snapshots.iter().map(|one| one.name.as_str()).collect();
    assert_eq!((names.len(), names[0], &names[MAX_SNAPSHOTS - 2..]), (MAX_SNAPSHOTS, "1", &["theirs", "mine"][..]));
}
