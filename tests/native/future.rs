//! What a version does not know it keeps, at every level of the document, whatever is done with the plan; and where the stored form
//! itself is newer it touches nothing.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "tabs/disk.rs"]
#[allow(dead_code)]
mod disk;
#[path = "support/plans.rs"]
mod plans;
mod support;

use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::{Guide, Proficiency};
use career_explorer::domain::plan::document::{read, write};
use career_explorer::domain::plan::edit::{PlanEdit, apply};
use career_explorer::domain::plan::fields::Fields;
use career_explorer::domain::plan::history::History;
use career_explorer::domain::plan::merge::merge;
use career_explorer::domain::plan::records::List;
use career_explorer::domain::plan::{Pace, Plan, Step};
use career_explorer::domain::store::keys::Keys;
use career_explorer::domain::store::{Ledger, PackRef, Problem, Storage, Trouble, backup, restore};
use disk::{Disk, Mood, Seen, View};
use plans::plan;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static GUIDE: LazyLock<Guide> = LazyLock::new(support::guide);

const BACKUP: &str = include_str!("../fixtures/plan-v2-future.json");
const SLOT: &str = include_str!("../fixtures/slot-v2-future.txt");
const NEWER: &str = include_str!("../fixtures/slot-v3.txt");

fn day() -> Day {
    Day::new(2026, 11, 23).unwrap()
}

fn fields(value: Value) -> Fields {
    if let Value::Object(fields) = value { fields } else { panic!("no object") }
}

/// The envelope of a text, without what the guide and the version write anew.
fn envelope(text: &str) -> Fields {
    let mut fields = fields(serde_json::from_str(text).unwrap());
    fields.remove("write");
    fields
}

/// The same, as a version writes it that knows of records.
fn with_lists(mut envelope: Fields) -> Fields {
    let lists: Fields = List::ALL.iter().map(|list| (list.key().to_owned(), json!({}))).collect();
    envelope["plan"]["records"] = Value::Object(lists);
    envelope
}

/// All maps within a document, by their place.
fn maps(fields: &Fields, place: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    found.push(place.clone());
    for (key, value) in fields {
        if let Value::Object(inner) = value {
            place.push(key.clone());
            maps(inner, place, found);
            place.pop();
        }
    }
}

fn at<'a>(fields: &'a mut Fields, place: &[String]) -> &'a mut Fields {
    place.iter().fold(fields, |fields, key| match fields.get_mut(key) {
        Some(Value::Object(inner)) => inner,
        _ => panic!("no map at {key}"),
    })
}

/// Values that no version so far has a meaning for, in any place.
fn strange() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!({"since": "2027-01-01", "by": ["a", {"b": null}]})),
        Just(json!([1, 2, {"x": {}}])),
        Just(json!({})),
        Just(Value::Null),
        Just(json!(-7)),
    ]
}

/// A document with fields of the future in some of its maps, at whatever level, and their places.
fn document() -> impl Strategy<Value = (Fields, Vec<(Vec<String>, Value)>)> {
    (plan(), proptest::collection::vec((any::<proptest::sample::Index>(), strange()), 1..8)).prop_map(|(plan, strange)| {
        let mut document = write(&plan);
        let mut places = Vec::new();
        maps(&document, &mut Vec::new(), &mut places);
        let mut added = Vec::new();
        for (number, (index, value)) in strange.into_iter().enumerate() {
            let mut place = index.get(&places).clone();
            let key = format!("future-{number}");
            at(&mut document, &place).insert(key.clone(), value.clone());
            place.push(key);
            added.push((place, value));
        }
        (document, added)
    })
}

fn has(document: &Fields, added: &[(Vec<String>, Value)]) -> Result<(), TestCaseError> {
    for (place, value) in added {
        let (key, place) = place.split_last().unwrap();
        let mut map = document;
        for key in place {
            // A snapshot may have been dropped to make room, with what is in it; here there is room.
            map = map.get(key).and_then(Value::as_object).ok_or_else(|| TestCaseError::fail(format!("{place:?} is gone")))?;
        }
        prop_assert_eq!(map.get(key), Some(value), "{:?} › {}", place, key);
    }
    Ok(())
}

/// Edits that leave what they do not name as it is.
fn edits() -> Vec<PlanEdit> {
    vec![
        PlanEdit::Start { from: "technical-lead".into(), to: "vp-of-engineering".into(), years: 9, since: Some(6) },
        PlanEdit::Rate { skill: "communication".into(), level: Some(Proficiency::MAX) },
        PlanEdit::Rate { skill: "leadership".into(), level: None },
        PlanEdit::Note { skill: "communication".into(), text: "new".to_owned() },
        PlanEdit::SetPace(Pace { hours_per_week: 9, effort_percent: 90 }),
        PlanEdit::Tick { step: Step { skill: "leadership".into(), level: Proficiency::MAX }, done: Some(day()) },
        PlanEdit::ChooseGoal { goal: "goal-1".into(), chosen: true },
        PlanEdit::ChooseGoal { goal: "goal-2".into(), chosen: false },
        PlanEdit::TakeSnapshot { name: "now".to_owned(), day: day() },
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_known_comes_back_from_reading(document in document()) {
        let (document, added) = document;
        let plan = read(document.clone(), &mut Vec::new());
        prop_assert_eq!(write(&plan), document.clone());
        has(&document, &added)?;
        let restored = restore(&backup(&plan, &GUIDE)).unwrap();
        prop_assert_eq!(write(&restored.plan), document);
        // What the fields of a record mean is for its tool to say.
        let in_a_record = |(place, _): &(Vec<String>, Value)| matches!(place[0].as_str(), "records" | "archive") && place.len() > 2;
        prop_assert!(!restored.warnings.is_empty() || added.iter().all(in_a_record), "and it is said");
    }

    #[test]
    fn it_stays_through_edits_undo_and_redo(document in document()) {
        let (document, added) = document;
        let first = read(document, &mut Vec::new());
        let mut plan = first.clone();
        let mut history = History::default();
        for edit in edits() {
            let after = apply(&plan, &edit);
            if after != plan {
                history.record(&edit, plan, after.clone());
            }
            plan = after;
            has(&write(&plan), &added)?;
        }
        let last = plan.clone();
        while let Some((_, before)) = history.undo(&plan) {
            plan = before;
            has(&write(&plan), &added)?;
        }
        prop_assert_eq!(write(&plan), write(&first));
        while let Some((_, after)) = history.redo(&plan) {
            plan = after;
        }
        prop_assert_eq!(write(&plan), write(&last));
        let erased = apply(&plan, &PlanEdit::Erase);
        history.record(&PlanEdit::Erase, plan.clone(), erased.clone());
        prop_assert!(erased.is_empty(), "what is erased is gone, also what is not known");
        prop_assert_eq!(history.undo(&erased).unwrap().1, plan);
    }

    #[test]
    fn it_stays_through_a_snapshot_and_back(document in document()) {
        let (document, added) = document;
        let plan = read(document, &mut Vec::new());
        let taken = apply(&plan, &PlanEdit::SwitchTo { plan: Box::default(), name: "mine".to_owned(), day: day() });
        let kept = taken.snapshots.iter().find(|one| one.name == "mine").map(|one| one.id.clone());
        let Some(snapshot) = kept else {
            prop_assert!(plan.without_snapshots().is_empty());
            return Ok(());
        };
        let back = apply(&taken, &PlanEdit::Restore { snapshot, name: "other".to_owned(), day: day() });
        has(&write(&back), &added)?;
    }

    #[test]
    fn it_stays_through_merging_from_either_side(document in document(), number in 0..9usize, other in 0..9usize) {
        let (document, added) = document;
        let base = read(document.clone(), &mut Vec::new());
        let without = read(added.iter().fold(document.clone(), |mut document, (place, _)| {
            let (key, place) = place.split_last().unwrap();
            at(&mut document, place).remove(key);
            document
        }), &mut Vec::new());
        let edits = edits();
        let (mine, theirs) = (write(&apply(&base, &edits[number])), write(&apply(&base, &edits[other])));
        has(&merge(&document, &mine, &theirs), &added)?;
        // Another tab, of the newer version, added it.
        let mine = write(&apply(&without, &edits[number]));
        has(&merge(&write(&without), &mine, &document), &added)?;
        has(&merge(&write(&without), &document, &mine), &added)?;
    }
}

#[test]
fn an_edit_in_the_place_of_something_unknown_counts() {
    let plan = read(fields(json!({"ratings": {"leadership": {"level": 4}, "mentorship": 9}, "years": "seven"})), &mut Vec::new());
    let rate = |plan: &Plan, level| apply(plan, &PlanEdit::Rate { skill: "leadership".into(), level });
    let rated = rate(&plan, Proficiency::new(3));
    assert_eq!(write(&rated)["ratings"], json!({"leadership": 3, "mentorship": 9}));
    assert_eq!(write(&rate(&rated, None))["ratings"], json!({"mentorship": 9}), "what was replaced does not show again");
    let started = apply(&rated, &PlanEdit::Start { from: "a".into(), to: "b".into(), years: 7, since: None });
    assert_eq!(write(&started)["years"], 7);
}

#[test]
fn the_backup_from_the_future_goes_through_everything() {
    let stored = restore(BACKUP).unwrap();
    assert_eq!(stored.plan.ratings.len(), 3);
    let unknown = |place: &str| stored.warnings.iter().any(|warning| warning.place == place);
    for place in [
        "language",
        "made_with",
        "mood",
        "achievements",
        "ratings › leadership-of-leaders",
        "done › communication:3.5",
        "goals › goal-2",
        "pace › weeks_off",
        "snapshots › 2026-05-01-000-5c2b5f0e › kept_by",
        "snapshots › 2026-05-01-000-5c2b5f0e › plan › mood",
        "snapshots › s-of-another-kind",
    ] {
        assert!(unknown(place), "{place} is not named in {:?}", stored.warnings);
    }
    assert!(stored.warnings.iter().all(|warning| !warning.problem.is_loss() && warning.problem != Problem::More));
    assert_eq!(envelope(&backup(&stored.plan, &GUIDE)), with_lists(envelope(BACKUP)));
    // What stands beside the plan stays there when a snapshot takes the plan's place.
    let snapshot = stored.plan.snapshots[0].id.clone();
    let restored = apply(&stored.plan, &PlanEdit::Restore { snapshot, name: "n".to_owned(), day: day() });
    let written = envelope(&backup(&restored, &GUIDE));
    assert_eq!((&written["language"], &written["plan"]["mood"]), (&json!("cy"), &json!("low")));
    assert!(written["plan"]["snapshots"].get("s-of-another-kind").is_some());
}

struct Tab {
    ledger: Ledger,
    view: View,
    plan: Plan,
}

impl Tab {
    fn open(name: &str, disk: &mut Disk) -> Self {
        let pack = PackRef { id: "test-guide".to_owned(), version: 1 };
        let mut tab = Self { ledger: Ledger::new(name, pack, &Plan::default()), view: View::of(Mood::Well), plan: Plan::default() };
        tab.save(disk).ok();
        tab
    }

    fn save(&mut self, disk: &mut Disk) -> Result<(), Trouble> {
        let len = disk.len();
        self.view.tell(disk, len);
        let outcome = self.ledger.save(&mut Seen { disk, view: &mut self.view }, &self.plan);
        if let Some(plan) = outcome.plan {
            self.plan = plan;
        }
        outcome.saved.map(|_| ())
    }

    fn rate(&mut self, skill: &str) {
        self.plan = apply(&self.plan, &PlanEdit::Rate { skill: skill.into(), level: Some(Proficiency::MAX) });
    }

    fn texts(&mut self, disk: &mut Disk) -> Vec<(String, String)> {
        let seen = Seen { disk, view: &mut self.view };
        let keys = seen.keys().unwrap();
        keys.into_iter().map(|key| (key.clone(), seen.read(&key).unwrap().unwrap())).collect()
    }
}

#[test]
fn a_slot_from_the_future_is_carried_through_edits_in_two_tabs() {
    let mut disk = Disk::default();
    disk::put(&mut disk, &Keys::of("test-guide").slot("m8", 52), SLOT);
    let (mut one, mut other) = (Tab::open("one", &mut disk), Tab::open("other", &mut disk));
    one.rate("leadership");
    other.rate("data-engineering");
    one.save(&mut disk).unwrap();
    other.save(&mut disk).unwrap();
    one.save(&mut disk).unwrap();
    assert_eq!(one.plan, other.plan);
    let mut expected = with_lists(envelope(SLOT.split_once('\n').unwrap().1));
    expected["plan"]["ratings"]["leadership"] = json!(5);
    expected["plan"]["ratings"]["data-engineering"] = json!(5);
    let newest = one.texts(&mut disk).into_iter().map(|(_, text)| text).max_by_key(|text| seq(text)).unwrap();
    assert_eq!(envelope(newest.split_once('\n').unwrap().1), expected);
}

fn seq(text: &str) -> u64 {
    text.split(' ').nth(1).unwrap().parse().unwrap()
}

#[test]
fn where_a_newer_form_stands_nothing_is_touched() {
    // Found at the start, beside a slot that can be read; and written by another tab while this one is open.
    for is_there_at_start in [true, false] {
        let mut disk = Disk::default();
        let keys = Keys::of("test-guide");
        disk::put(&mut disk, &keys.slot("m8", 52), SLOT);
        disk::put(&mut disk, &keys.slot("k1", 3), "cut off");
        let mut tab = Tab::open("one", &mut disk);
        tab.rate("leadership");
        if is_there_at_start {
            disk::put(&mut disk, &keys.slot("m9", 60), NEWER);
            tab = Tab::open("two", &mut disk);
            assert_eq!(tab.plan.years, Some(7), "what can be read is shown");
            tab.rate("leadership");
        } else {
            disk::put(&mut disk, &keys.slot("m9", 60), NEWER);
        }
        let before = disk.len();
        for _ in 0..3 {
            assert_eq!(tab.save(&mut disk), Err(Trouble::Newer { schema: 3 }));
            tab.rate("mentorship");
        }
        let erased = tab.ledger.erase(&mut Seen { disk: &mut disk, view: &mut tab.view });
        assert_eq!(erased.unwrap_err(), Trouble::Newer { schema: 3 });
        assert_eq!(disk.len(), before, "nothing was written or removed");
        assert!(tab.texts(&mut disk).iter().any(|(_, text)| text == NEWER));
        assert!(tab.ledger.aside().iter().all(|aside| aside.text != NEWER), "it is not called damaged");
    }
}
