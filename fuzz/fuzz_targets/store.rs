//! Stored plans: no text makes the reader panic, and what is read is, written and read again, the same without a warning.
#![no_main]

use career_explorer::content;
use career_explorer::domain::guide::Guide;
use career_explorer::domain::plan::merge::merge;
use career_explorer::domain::store::{backup, choose, read_slot, restore, write_slot};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static GUIDE: LazyLock<Guide> = LazyLock::new(|| content::guide().expect("the embedded guide is sound"));

fuzz_target!(|text: &str| {
    let _ = (read_slot(text), choose(Some(text), None));
    let plan = format!(r#"{{"app":"career-explorer","schema":1,"plan":{text}}}"#);
    for text in [text, plan.as_str()] {
        if let Ok(stored) = restore(text) {
            let again = restore(&backup(&stored.plan, &GUIDE)).expect("what the app writes");
            assert!(again.plan == stored.plan && again.warnings.is_empty());
            let slot = read_slot(&write_slot(1, &stored.plan, &GUIDE)).expect("what the app writes");
            assert_eq!(slot.stored.plan, stored.plan);
            let empty = Default::default();
            assert_eq!(merge(&empty, &empty, &stored.plan), stored.plan);
        }
    }
});
