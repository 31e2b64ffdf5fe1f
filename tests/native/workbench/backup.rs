//! The backup and the slot: whatever was typed into any of the tools comes back letter by letter, control characters and all.

use super::{GUIDE, awkward, day};
use career_explorer::domain::plan::Plan;
use career_explorer::domain::plan::edit::{PlanEdit, apply};
use career_explorer::domain::plan::records::{List, Record, RecordId};
use career_explorer::domain::store::{Marks, PackRef, Seen, Write, WriteId, backup, read_slot, restore, write_slot};

/// A plan with a text in each list, kept in a snapshot on a day too.
fn plan(text: &str, on: &str) -> Plan {
    let record = Record::default().with_text("text", text).with_text("day", on);
    let mut plan = Plan::default();
    for list in List::ALL {
        // Past the limit of what is written here, as a text from elsewhere may be.
        plan.records.set(list.key(), &RecordId::new("one").unwrap(), Some(record.clone()));
    }
    plan.evidence.insert("communication".into(), format!("{text}x"));
    apply(&plan, &PlanEdit::TakeSnapshot { name: text.to_owned(), day: day(on) })
}

#[test]
fn any_text_and_day_come_back_from_a_backup_and_from_a_slot() {
    for text in awkward() {
        for on in ["2026-12-31", "2027-01-01", "2028-02-29", "0001-01-01", "9999-12-31"] {
            let plan = plan(&text, on);
            let file = backup(&plan, &GUIDE);
            let restored = restore(&file).unwrap();
            assert_eq!(restored.plan, plan, "{on} {text:?}");
            let kept = restored.plan.state_of(&restored.plan.snapshots[0]);
            assert_eq!(kept.records, plan.records);
            let id = WriteId { seq: 1, by: "t".to_owned() };
            let write = Write { marks: Marks::whole(&id), id, seen: Seen::default(), again: false };
            let slot = write_slot(&write, &plan, &PackRef::of(&GUIDE));
            assert_eq!(read_slot(&slot).unwrap().stored.plan, plan, "{on} {text:?}");
            // A file that was opened and saved by an editor that adds a byte order mark is read as well.
            assert_eq!(restore(&format!("\u{FEFF}{file}")).unwrap().plan, plan);
        }
    }
}
