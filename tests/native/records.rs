//! Records of the tools: their limits, undo, snapshots that share them, and how much room and time the most of them take.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/shelf.rs"]
mod shelf;
mod support;

use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::Proficiency;
use career_explorer::domain::plan::document::write;
use career_explorer::domain::plan::edit::{Did, EditKind, PlanEdit, apply};
use career_explorer::domain::plan::history::History;
use career_explorer::domain::plan::records::{List, MAX_RECORD, Record, RecordId};
use career_explorer::domain::plan::{MAX_SNAPSHOTS, Plan};
use career_explorer::domain::store::{Ledger, Marks, PackRef, Seen, Write, WriteId, backup, read_slot, restore, write_slot};
use shelf::Shelf;
use std::time::Instant;

fn id(text: &str) -> RecordId {
    RecordId::new(text).unwrap()
}

fn line(text: &str) -> Record {
    Record::default().with_text("line", text)
}

fn rate(skill: &str, level: u8) -> PlanEdit {
    PlanEdit::Rate { skill: skill.into(), level: Proficiency::new(level) }
}

fn put(plan: &Plan, name: &str, record: Record) -> Plan {
    apply(plan, &PlanEdit::write(List::Evidence, id(name), record))
}

fn day() -> Day {
    Day::new(2026, 11, 23).unwrap()
}

fn snapshot(plan: &Plan, name: &str) -> Plan {
    apply(plan, &PlanEdit::TakeSnapshot { name: name.to_owned(), day: day() })
}

#[test]
fn ids_have_one_form() {
    for good in ["a1", "goal-1", "2026-11-23", "interview:q-7", "a.b"] {
        assert_eq!(RecordId::new(good).unwrap().as_str(), good);
    }
    for bad in ["", "A", "a b", "ä", "a/b", "\u{0}", &"x".repeat(65)] {
        assert_eq!(RecordId::new(bad), None, "{bad:?}");
    }
    assert_eq!(RecordId::fresh("K3f_9!").as_str(), "k3f9");
    assert!(RecordId::new(RecordId::fresh("").as_str()).is_some());
}

#[test]
fn what_is_beyond_the_limits_changes_nothing() {
    let plan = put(&Plan::default(), "a1", line(&"é".repeat(MAX_RECORD - 4)));
    assert_eq!(plan.records.len(List::Evidence), 1, "the longest");
    assert_eq!(put(&plan, "a1", line(&"é".repeat(MAX_RECORD))), plan);
    // One that came from elsewhere can be shortened little by little.
    let mut long = plan.clone();
    long.records.set(List::Evidence.key(), &id("a1"), Some(line(&"é".repeat(MAX_RECORD + 9))));
    assert_eq!(put(&long, "a1", line(&"é".repeat(MAX_RECORD + 10))), long);
    assert_ne!(put(&long, "a1", line(&"é".repeat(MAX_RECORD + 8))), long);
    for &list in List::ALL {
        let full = (0..list.most() + 1)
            .fold(Plan::default(), |plan, n| apply(&plan, &PlanEdit::write(list, id(&n.to_string()), line("x"))));
        assert_eq!(full.records.len(list), list.most(), "{list:?}");
        let changed = apply(&full, &PlanEdit::write(list, id("0"), line("y")));
        assert_eq!(changed.records.get(list, &id("0")), Some(&line("y")), "what is there can be changed");
    }
    let nothing = apply(&plan, &PlanEdit::remove(List::Actions, id("none")));
    assert_eq!(nothing, plan);
}

#[test]
fn lists_have_names_of_their_own() {
    let mut names: Vec<&str> = List::ALL.iter().map(|list| list.key()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), List::ALL.len());
    assert!(names.iter().all(|name| RecordId::new(name).is_some()));
}

#[test]
fn undo_takes_back_one_edit_or_all_that_was_typed_into_one_record() {
    let typed = |text: &str| PlanEdit::Record { list: List::Texts, id: id("why"), record: Some(line(text)), typing: true };
    let mut history = History::default();
    let mut plan = Plan::default();
    let edit = |plan: &mut Plan, history: &mut History, edit: PlanEdit| {
        let after = apply(plan, &edit);
        history.record(&edit, plan.clone(), after.clone());
        *plan = after;
    };
    edit(&mut plan, &mut history, PlanEdit::write(List::Texts, id("why"), line("B")));
    for text in ["Be", "Bec", "Because"] {
        edit(&mut plan, &mut history, typed(text));
    }
    assert_eq!(history.undoable(), Some(EditKind::Record(List::Texts, Did::Wrote)));
    let (_, before) = history.undo(&plan).unwrap();
    assert_eq!(before.records.get(List::Texts, &id("why")), Some(&line("B")));
    let (_, again) = history.redo(&before).unwrap();
    assert_eq!(again, plan);
    // Several edits are one.
    let both = PlanEdit::Several(vec![
        PlanEdit::remove(List::Texts, id("why")),
        PlanEdit::Note { skill: "communication".into(), text: "n".to_owned() },
    ]);
    edit(&mut plan, &mut history, both);
    assert_eq!((plan.records.len(List::Texts), plan.evidence.len()), (0, 1));
    assert_eq!(history.undoable(), Some(EditKind::Record(List::Texts, Did::Removed)));
    assert_eq!(history.undo(&plan).unwrap().1, again);
}

#[test]
fn each_edit_has_an_id_that_no_other_has_and_that_stays_with_it() {
    let mut history = History::default();
    let mut plan = Plan::default();
    let mut make = |history: &mut History, edit: &PlanEdit| {
        let after = apply(&plan, edit);
        let id = history.record(edit, plan.clone(), after.clone());
        plan = after;
        id
    };
    let note = |text: &str| PlanEdit::Note { skill: "communication".into(), text: text.to_owned() };
    assert_eq!(history.last(), None);
    let rating = make(&mut history, &rate("communication", 3));
    let typed = make(&mut history, &note("R"));
    assert_ne!(rating, typed);
    assert_eq!(make(&mut history, &note("Ran it")), typed, "what is typed in one go is one edit");
    history.close_note();
    let later = make(&mut history, &note("Ran it twice"));
    assert_ne!(later, typed);
    assert_eq!(history.last(), Some(later));
    let now = apply(&Plan::default(), &rate("communication", 3));
    let now = apply(&now, &note("Ran it twice"));
    let back = history.undo(&now).unwrap().1;
    assert_eq!(history.last(), Some(typed));
    assert!(history.stands(typed) && !history.stands(later), "what was taken back does not stand");
    let again = history.redo(&back).unwrap().1;
    assert_eq!(history.last(), Some(later), "done again, it is the same edit");
    history.undo(&again).unwrap();
    let other = history.record(&rate("communication", 4), back.clone(), apply(&back, &rate("communication", 4)));
    assert!(![rating, typed, later].contains(&other), "an id is never used twice");
}

#[test]
fn a_snapshot_has_its_records_and_goes_with_them() {
    let one = put(&put(&Plan::default(), "a1", line("one")), "a2", line("two"));
    let kept = snapshot(&one, "then");
    let now = snapshot(&put(&apply(&kept, &PlanEdit::remove(List::Evidence, id("a1"))), "a2", line("2")), "later");
    let state = |plan: &Plan, at: usize| plan.state_of(&plan.snapshots[at]).records;
    assert_eq!(state(&now, 0), one.records);
    assert_eq!(state(&now, 1), now.records);
    let back = apply(&now, &PlanEdit::Restore { snapshot: now.snapshots[0].id.clone(), name: "before".to_owned(), day: day() });
    assert_eq!((&back.records, back.snapshots.len()), (&one.records, 3));
    // What only the dropped one had is gone, for somebody may have meant to be rid of it.
    let dropped = apply(&now, &PlanEdit::DropSnapshot(now.snapshots[0].id.clone()));
    assert_eq!(state(&dropped, 0), now.records);
    assert!(!write(&dropped)["archive"].to_string().contains("one"));
    let none = apply(&dropped, &PlanEdit::DropSnapshot(dropped.snapshots[0].id.clone()));
    assert!(none.archive.is_empty());
    // The plan that another one takes the place of is a snapshot with its records, and the snapshots of the other one keep theirs.
    let switched = apply(&kept, &PlanEdit::SwitchTo { plan: Box::new(now.clone()), name: "mine".to_owned(), day: day() });
    for one in &switched.snapshots {
        let of = if one.name == "later" { &now } else { &kept };
        assert_eq!(switched.state_of(one).records, of.records, "{}", one.name);
    }
}

/// The most that fits: 500 achievements and 200 actions of usual length, and 50 snapshots that each have all of them, three changed since the last.
fn full() -> Plan {
    let words = "Moved the payments service to one path to production and cut the wait from 9 days to 1 ";
    let text = |n: usize, length: usize| format!("{n} {}", words.repeat(8).chars().take(length).collect::<String>());
    let achievement = |n: usize, version: usize| {
        line(&text(n, 70))
            .with_text("situation", &text(version, 60))
            .with_text("task", &text(n, 50))
            .with_text("action", &text(n, 70))
            .with_text("result", &text(n, 60))
            .with_text("when", "2026-03-14")
            .with("metric", Some(serde_json::json!({"change": {"from": "40", "to": "12", "unit": "minutes"}})))
            .with("skills", Some(serde_json::json!({"devops-ci-cd": 4, "communication": 3})))
    };
    let mut plan = support::SKILLS.iter().fold(Plan::default(), |plan, skill| {
        let rate = PlanEdit::Rate { skill: (*skill).into(), level: career_explorer::domain::guide::Proficiency::new(3) };
        apply(&plan, &rate)
    });
    for n in 0..List::Evidence.most() {
        plan = put(&plan, &format!("a{n:09}"), achievement(n, 0));
    }
    for n in 0..List::Actions.most() {
        let action =
            line(&text(n, 90)).with_text("skill", "devops-ci-cd").with_text("quarter", "2027-q1").with_text("note", &text(n, 100));
        plan = apply(&plan, &PlanEdit::write(List::Actions, id(&format!("b{n:09}")), action));
    }
    for kept in 0..MAX_SNAPSHOTS {
        for n in 0..3 {
            let n = kept * 3 + n;
            plan = put(&plan, &format!("a{n:09}"), achievement(n, kept + 1));
        }
        plan = snapshot(&plan, "Quarterly review");
    }
    plan
}

#[test]
fn the_most_records_and_snapshots_fit() {
    let plan = full();
    assert_eq!((plan.records.len(List::Evidence), plan.records.len(List::Actions), plan.snapshots.len()), (500, 200, 50));
    let by = WriteId { seq: 41, by: "k3f9q2xa".to_owned() };
    let slot = Write { marks: Marks::whole(&by), id: by, seen: Seen::default(), again: false };
    let pack = PackRef { id: "test-guide".to_owned(), version: 1 };
    let text = write_slot(&slot, &plan, &pack);
    assert_eq!(read_slot(&text).unwrap().stored.plan, plan);
    // Two slots are kept at rest.
    println!("one slot: {} bytes", text.len());
    assert!(2 * text.len() < 2_000_000, "{}", text.len());
    let backup = backup(&plan, &support::guide());
    assert_eq!(restore(&backup).unwrap().plan, plan, "a backup is taken back");

    let edit = PlanEdit::write(List::Evidence, id("a000000007"), line("changed"));
    let time = |what: &str, act: &mut dyn FnMut()| {
        let mut times: Vec<_> = (0..9)
            .map(|_| {
                let begun = Instant::now();
                act();
                begun.elapsed()
            })
            .collect();
        times.sort_unstable();
        println!("{what}: {:?}", times[4]);
    };
    let mut history = History::default();
    time("apply", &mut || drop(apply(&plan, &edit)));
    let after = apply(&plan, &edit);
    time("record", &mut || {
        history.record(&edit, plan.clone(), after.clone());
    });
    time("document", &mut || drop(write(&after)));
    time("document and text", &mut || drop(write_slot(&slot, &after, &pack)));
    time("read", &mut || drop(read_slot(&text)));
    time("settle and undo", &mut || {
        let mut history = History::default();
        history.record(&edit, plan.clone(), after.clone());
        history.undo(&after);
    });
    time("snapshot", &mut || drop(snapshot(&plan, "one more")));
    // What an edit costs behind the frame that shows it: the write, and what is kept for undo.
    let mut shelf = Shelf::default();
    let mut ledger = Ledger::new("k3f9q2xa", pack, &Plan::default());
    assert!(ledger.save(&mut shelf, &plan).saved.is_ok());
    let mut now = plan.clone();
    let mut n = 0;
    time("save after an edit", &mut || {
        n += 1;
        now = apply(&now, &PlanEdit::write(List::Evidence, id("a000000007"), line(&n.to_string())));
        assert!(ledger.save(&mut shelf, &now).saved.is_ok());
    });
    time("settle", &mut || {
        history.settle();
        history.record(&edit, plan.clone(), after.clone());
    });
    assert_eq!(shelf.0.len(), 2);
    assert_eq!(shelf.0.values().map(|text| read_slot(text).unwrap()).max_by_key(|slot| slot.seq).unwrap().stored.plan, now);
}
