//! The laws of merging, against a model: a plan as a flat list of entries.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/plans.rs"]
mod plans;

use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::Proficiency;
use career_explorer::domain::plan::document::{complete, differing, read, write};
use career_explorer::domain::plan::edit::{PlanEdit, apply};
use career_explorer::domain::plan::history::History;
use career_explorer::domain::plan::merge::{changes, merge as merge_documents};
use career_explorer::domain::plan::records::{List, Record, RecordId};
use career_explorer::domain::plan::{MAX_SNAPSHOTS, Pace, Plan, SnapshotId, Step};
use plans::plan;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Plans are merged as documents.
fn merge(base: &Plan, mine: &Plan, theirs: &Plan) -> Plan {
    let [base, mine, theirs] = [base, mine, theirs].map(write);
    let mut merged = merge_documents(&base, &mine, &theirs);
    complete(&mut merged, [&mine, &theirs]);
    read(merged, &mut Vec::new())
}

/// A plan without its route as entries: a name and a value each, nothing for what is not set.
fn entries(plan: &Plan) -> BTreeMap<String, String> {
    let mut entries = BTreeMap::new();
    let mut add = |name: String, value: String| assert_eq!(entries.insert(name, value), None);
    plan.from.iter().for_each(|id| add("from".into(), id.to_string()));
    plan.to.iter().for_each(|id| add("to".into(), id.to_string()));
    plan.years.iter().for_each(|years| add("years".into(), years.to_string()));
    add("hours".into(), plan.pace.hours_per_week.to_string());
    add("effort".into(), plan.pace.effort_percent.to_string());
    let own = (1..).zip(plan.pace.own_hours).filter_map(|(level, hours)| Some((level, hours?)));
    own.for_each(|(level, hours): (u8, u16)| add(format!("own hours {level}"), hours.to_string()));
    plan.ratings.iter().for_each(|(id, level)| add(format!("rating {id}"), level.to_string()));
    plan.evidence.iter().for_each(|(id, note)| add(format!("note {id}"), note.clone()));
    plan.done.iter().for_each(|(step, day)| add(format!("tick {}", String::from(step.clone())), day.to_string()));
    plan.goals.iter().for_each(|id| add(format!("goal {id}"), String::new()));
    plan.snapshots.iter().for_each(|one| add(format!("snapshot {}", one.id.as_str()), format!("{one:?}")));
    entries
}

/// The rule itself: who changed an entry has it, and both of them means mine.
fn model(base: &Plan, mine: &Plan, theirs: &Plan) -> BTreeMap<String, String> {
    let [base, mine, theirs] = [base, mine, theirs].map(entries);
    let names = base.keys().chain(mine.keys()).chain(theirs.keys());
    let merged = names.filter_map(|name| {
        let value = if mine.get(name) == base.get(name) { theirs.get(name) } else { mine.get(name) };
        Some((name.clone(), value?.clone()))
    });
    merged.collect()
}

/// The same for records, by list and id. A record that one side removed and the other changed stays; one that both changed goes field by
/// field.
fn record_model(base: &Plan, mine: &Plan, theirs: &Plan) -> BTreeMap<(String, RecordId), Record> {
    let [base, mine, theirs] = [base, mine, theirs].map(records);
    let names = base.keys().chain(mine.keys()).chain(theirs.keys());
    let merged = names.filter_map(|name| {
        let value = match (base.get(name), mine.get(name), theirs.get(name)) {
            (was, is, there) if is == was => there.cloned(),
            (was, is, there) if there == was => is.cloned(),
            (_, None, there) => there.cloned(),
            (_, is, None) => is.cloned(),
            (was, Some(is), Some(there)) => {
                let nothing = Record::default();
                let was = was.unwrap_or(&nothing);
                let keys = was.fields().keys().chain(is.fields().keys()).chain(there.fields().keys());
                let field = |record: &Record, key: &String| record.fields().get(key).cloned();
                Some(keys.fold(Record::default(), |record, key| {
                    let value = if field(is, key) == field(was, key) { field(there, key) } else { field(is, key) };
                    record.with(key, value)
                }))
            }
        };
        Some((name.clone(), value?))
    });
    merged.collect()
}

fn records(plan: &Plan) -> BTreeMap<(String, RecordId), Record> {
    let lists = plan.records.lists();
    lists.flat_map(|(list, all)| all.iter().map(move |(id, one)| ((list.to_owned(), id.clone()), one.clone()))).collect()
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
        (0..3u8).prop_map(|n| PlanEdit::DoFirst(Some(format!("skill-{n}").as_str().into()))),
        (1..9u8).prop_map(|hours_per_week| PlanEdit::SetPace(Pace { hours_per_week, effort_percent: 100, ..Pace::default() })),
        (skill(), proptest::bool::ANY).prop_map(move |(id, done)| PlanEdit::Tick {
            step: Step { skill: id.into(), level: Proficiency::MAX },
            done: done.then_some(day)
        }),
        ("[ab]", proptest::option::of("[xy]{0,2}"), proptest::bool::ANY).prop_map(|(id, text, typing)| PlanEdit::Record {
            list: List::Evidence,
            id: RecordId::new(&id).unwrap(),
            record: text.map(|text| Record::default().with_text("line", &text)),
            typing,
        }),
        Just(PlanEdit::TakeSnapshot { name: "kept".to_owned(), day }),
        (0..4usize).prop_map(|place| PlanEdit::DropSnapshot(SnapshotId::new(place.to_string()))),
        plan().prop_map(move |plan| PlanEdit::SwitchTo { plan: Box::new(plan), name: "mine".to_owned(), day }),
        plan().prop_map(|plan| PlanEdit::Replace(Box::new(plan))),
        Just(PlanEdit::Erase),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_documents_without_what_is_the_same_differ_as_the_whole_ones_do(before in plan(), changed in plan(), other in plan()) {
        // Also where both grew out of one plan and share most of it.
        let later = merge(&before, &changed, &Plan { records: other.records, ..before.clone() });
        for after in [&changed, &later] {
            let (was, is) = differing(&before, after);
            prop_assert_eq!(changes(&was, &is), changes(&write(&before), &write(after)));
        }
        let (was, is) = differing(&before, &before);
        prop_assert_eq!(was, is);
    }

    #[test]
    fn who_changed_nothing_has_no_say(base in plan(), changed in plan()) {
        prop_assert_eq!(&merge(&base, &base, &changed), &changed);
        prop_assert_eq!(&merge(&base, &changed, &base), &changed);
        prop_assert_eq!(&merge(&base, &changed, &changed), &changed);
    }

    #[test]
    fn each_entry_goes_by_itself(base in plan(), mine in plan(), theirs in plan()) {
        let merged = merge(&base, &mine, &theirs);
        prop_assert_eq!(entries(&merged), model(&base, &mine, &theirs));
        prop_assert_eq!(records(&merged), record_model(&base, &mine, &theirs));
        let route = if mine.route == base.route { theirs.route } else { mine.route };
        let leads = route.first() == merged.from.as_ref() && route.last() == merged.to.as_ref();
        prop_assert_eq!(merged.route, if leads { route } else { Vec::new() });
    }

    /// Whatever is merged, each snapshot has its records as they were.
    #[test]
    fn snapshots_keep_their_records(base in plan(), mine in edit(), theirs in edit()) {
        let [mine, theirs] = [mine, theirs].map(|edit| apply(&base, &edit));
        let merged = merge(&base, &mine, &theirs);
        for one in &merged.snapshots {
            let of = [&mine, &theirs].into_iter().find(|plan| plan.snapshot(&one.id).is_some()).unwrap();
            prop_assert_eq!(merged.state_of(one), of.state_of(of.snapshot(&one.id).unwrap()));
        }
    }

    #[test]
    fn undo_and_redo_go_back_and_forth(before in plan(), edit in edit()) {
        let after = apply(&before, &edit);
        prop_assert_eq!(&merge(&after, &before, &after), &before);
        prop_assert_eq!(&merge(&before, &after, &before), &after);
    }

    #[test]
    fn what_differs_does_as_well_as_the_whole(base in plan(), mine in plan(), theirs in plan()) {
        let [base, mine, theirs] = [base, mine, theirs].map(|plan| write(&plan));
        let (was, is) = changes(&base, &mine);
        prop_assert_eq!(merge_documents(&was, &is, &theirs), merge_documents(&base, &mine, &theirs));
        prop_assert_eq!(changes(&base, &base), changes(&Default::default(), &Default::default()));
    }

    #[test]
    fn all_edits_can_be_undone_and_done_again_whatever_came_from_elsewhere(edits in proptest::collection::vec(edit(), 1..6), foreign in 0..9u8) {
        let foreign = PlanEdit::Rate { skill: "from-elsewhere".into(), level: Proficiency::new(foreign) };
        let mut history = History::default();
        let mut states = vec![Plan::default()];
        for edit in edits {
            let before = states.last().unwrap().clone();
            // The snapshot that is to be dropped is named by its place here.
            let edit = match edit {
                PlanEdit::DropSnapshot(place) => {
                    let place: usize = place.as_str().parse().unwrap();
                    PlanEdit::DropSnapshot(before.snapshots.get(place).map_or(place_of_none(), |one| one.id.clone()))
                }
                edit => edit,
            };
            let after = apply(&before, &edit);
            if after != before {
                history.record(&edit, before, after.clone());
                states.push(after);
            }
        }
        history.close_note();
        let elsewhere = |plan: &Plan| apply(plan, &foreign);
        let mut now = elsewhere(states.last().unwrap());
        // What a note goes through while it is written is one edit.
        let mut count = 0;
        while let Some((_, before)) = history.undo(&now) {
            now = before;
            count += 1;
            history.settle();
        }
        prop_assert_eq!(&now, &elsewhere(&states[0]));
        while let Some((_, after)) = history.redo(&now) {
            now = after;
            count -= 1;
        }
        prop_assert_eq!(count, 0);
        prop_assert_eq!(&now, &elsewhere(states.last().unwrap()));
    }

    #[test]
    fn undo_keeps_what_came_from_elsewhere(before in plan(), mine in edit(), theirs in edit()) {
        let after = apply(&before, &mine);
        let now = apply(&after, &theirs);
        let undone = merge(&after, &before, &now);
        prop_assert_eq!(entries(&undone), model(&after, &before, &now));
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

fn place_of_none() -> SnapshotId {
    SnapshotId::new("none")
}

#[test]
fn a_note_is_one_edit_while_it_is_written() {
    let mut history = History::default();
    let mut now = Plan::default();
    let type_in = |history: &mut History, now: &Plan, text: &str| {
        let edit = PlanEdit::Note { skill: "leadership".into(), text: text.to_owned() };
        let after = apply(now, &edit);
        history.record(&edit, now.clone(), after.clone());
        after
    };
    for text in ["R", "Ra", "Ran"] {
        now = type_in(&mut history, &now, text);
    }
    // In the middle of it another tab rates something, and it is saved.
    history.settle();
    now = apply(&now, &PlanEdit::Rate { skill: "communication".into(), level: Proficiency::new(2) });
    for text in ["Ran i", "Ran it"] {
        now = type_in(&mut history, &now, text);
    }
    history.close_note();
    let done = now.clone();
    now = type_in(&mut history, &now, "Ran it well");
    let (_, back) = history.undo(&now).unwrap();
    assert_eq!(back, done, "what was written after leaving the field is another edit");
    let (_, back) = history.undo(&back).unwrap();
    assert_eq!((back.evidence.len(), back.ratings.len()), (0, 1), "the rating is not part of the note");
    assert!(history.undo(&back).is_none());
    assert_eq!(history.redo(&back).unwrap().1, done);
}

#[test]
fn what_was_typed_into_a_record_that_another_tab_removed_is_taken_back_to_the_whole_record() {
    let id = RecordId::new("b").unwrap();
    let write_to = |plan: &Plan, record: Record| apply(plan, &PlanEdit::write(List::Actions, id.clone(), record));
    for before in [
        Record::default().with_text("what", "Write it"),
        Record::default().with("skills", Some(serde_json::json!({"communication": 3}))),
        Record::default(),
    ] {
        let began = write_to(&Plan::default(), before.clone());
        let edit = PlanEdit::write(List::Actions, id.clone(), before.clone().with_text("note", "n"));
        let after = apply(&began, &edit);
        let mut history = History::default();
        history.record(&edit, began.clone(), after.clone());
        history.settle();
        let removed = apply(&after, &PlanEdit::remove(List::Actions, id.clone()));
        let (_, undone) = history.undo(&removed).unwrap();
        assert_eq!(undone.records.get(List::Actions, &id), Some(&before));
        let (_, again) = history.redo(&removed).unwrap();
        assert_eq!(again.records, after.records);
    }
}

#[test]
fn an_entry_that_one_removed_and_the_other_changed_stays_whole() {
    let document = |text: &str| match serde_json::from_str(text).unwrap() {
        serde_json::Value::Object(fields) => fields,
        _ => panic!("no document"),
    };
    let base = document(r#"{"log":{"a":{"what":"x","when":1},"b":{"what":"y"}},"order":["a","b"]}"#);
    let removed = document(r#"{"log":{"b":{"what":"y"}},"order":["b"]}"#);
    let changed = document(r#"{"log":{"a":{"what":"z","when":1},"b":{"what":"y"}},"order":["b","a"]}"#);
    let both = document(r#"{"log":{"a":{"what":"z","when":1},"b":{"what":"y"}},"order":["b"]}"#);
    assert_eq!(merge_documents(&base, &removed, &changed), both, "a list is one value, of which mine counts");
    assert_eq!(merge_documents(&base, &changed, &removed)["log"], both["log"]);
}
