//! Stored plans: no text makes the reader panic, and what is read is, written and read again, the same without a warning.
#![no_main]

use career_explorer::content;
use career_explorer::domain::guide::Guide;
use career_explorer::domain::plan::document::write;
use career_explorer::domain::plan::merge::merge;
use career_explorer::domain::store::{PackRef, backup, read_slot, restore, write_slot};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static GUIDE: LazyLock<Guide> = LazyLock::new(|| content::guide().expect("the embedded guide is sound"));

fuzz_target!(|text: &str| {
    if let Ok(slot) = read_slot(text) {
        let again = read_slot(&write_slot(&slot.write, write(&slot.stored.plan), &slot.stored.pack)).expect("what the app writes");
        assert_eq!((again.seq, again.stored.plan), (slot.seq, slot.stored.plan));
    }
    for schema in [1, 2] {
        let plan = format!(r#"{{"app":"career-explorer","schema":{schema},"plan":{text}}}"#);
        for text in [text, plan.as_str()] {
            if let Ok(stored) = restore(text) {
                // What was not understood is carried along, and is as little understood as before.
                let again = restore(&backup(&stored.plan, &GUIDE)).expect("what the app writes");
                assert_eq!((&again.plan, again.pack), (&stored.plan, PackRef::of(&GUIDE)));
                let (empty, document) = (Default::default(), write(&stored.plan));
                assert_eq!(merge(&empty, &empty, &document), document);
            }
        }
    }
});
