//! Backup files and slots: round trips, damage, lenient reading, the choice of a slot, and what changed in the guide.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/plans.rs"]
mod plans;
mod support;

use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::{Guide, Proficiency};
use career_explorer::domain::plan::{MAX_NOTE, MAX_SNAPSHOTS, Pace, Plan, Snapshot, Step};
use career_explorer::domain::store::{
    MAX_BYTES, PackRef, Place, Since, StoreError, Stored, backup, choose, read_slot, restore, since, write_slot,
};
use plans::plan;
use proptest::prelude::*;
use std::sync::LazyLock;

static GUIDE: LazyLock<Guide> = LazyLock::new(support::guide);

fn pack() -> PackRef {
    PackRef { id: "test-guide".to_owned(), version: 1 }
}

fn rated(number: u8) -> Plan {
    Plan { ratings: [("leadership".into(), Proficiency::new(number).unwrap())].into(), ..Plan::default() }
}

/// The envelope around a plan given as JSON.
fn file(plan: &str) -> String {
    format!(r#"{{"app":"career-explorer","schema":1,"pack":{{"id":"test-guide","version":1}},"plan":{plan}}}"#)
}

fn warnings(text: &str) -> (Plan, Vec<String>) {
    let stored = restore(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    (stored.plan, stored.warnings.iter().map(ToString::to_string).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_comes_back(plan in plan(), seq in proptest::num::u64::ANY) {
        let stored = Stored { plan: plan.clone(), pack: pack(), warnings: Vec::new() };
        prop_assert_eq!(restore(&backup(&plan, &GUIDE)), Ok(stored.clone()));
        let text = write_slot(seq, &plan, &GUIDE);
        let slot = read_slot(&text).unwrap();
        prop_assert_eq!((slot.seq, slot.stored), (seq, stored.clone()));
        prop_assert_eq!(restore(&text), Ok(stored));
    }

    #[test]
    fn a_slot_cut_or_changed_anywhere_is_never_read(plan in plan(), place in 0..10_000usize, by in 1..128u8) {
        let mut bytes = write_slot(7, &plan, &GUIDE).into_bytes();
        let place = place % bytes.len();
        let cut = String::from_utf8_lossy(&bytes[..place]).into_owned();
        prop_assert!(read_slot(&cut).is_err());
        bytes[place] ^= by;
        prop_assert!(read_slot(&String::from_utf8_lossy(&bytes)).is_err());
    }

    #[test]
    fn any_text_gets_an_answer(text in "\\PC{0,60}", value in "[\\[\\]{}\":,a-z0-9 -]{0,40}") {
        let _ = (restore(&text), read_slot(&text), restore(&file(&value)), restore(&file(&format!(r#"{{"years":{value}}}"#))));
    }
}

/// A file and a slot as the first release wrote them. They are added to, never changed.
#[test]
fn what_was_kept_long_ago_is_still_read() {
    let file = include_str!("../fixtures/plan-v1.json");
    let stored = restore(file).unwrap();
    let title = |id: &str| Some(id.into());
    let level = |number| Proficiency::new(number).unwrap();
    let before = Plan { from: title("senior-engineer"), ratings: [("communication".into(), level(2))].into(), ..Plan::default() };
    let plan = Plan {
        from: title("senior-engineer"),
        to: title("head-of-engineering"),
        years: Some(7),
        ratings: [("communication".into(), level(3)), ("leadership".into(), level(0)), ("mentorship".into(), level(5))].into(),
        evidence: [("communication".into(), "Ran the “design review”.\nTwice a month.".to_owned())].into(),
        route: vec!["senior-engineer".into(), "engineering-manager".into(), "head-of-engineering".into()],
        done: [(Step::try_from("communication:3".to_owned()).unwrap(), Day::new(2026, 11, 23).unwrap())].into(),
        goals: ["goal-1".into(), "goal-20".into()].into(),
        pace: Pace { hours_per_week: 5, effort_percent: 150 },
        snapshots: vec![Snapshot { name: "Before the review".to_owned(), day: Day::new(2026, 5, 1).unwrap(), plan: before }],
    };
    assert_eq!(stored, Stored { plan: plan.clone(), pack: pack(), warnings: Vec::new() });
    assert_eq!(backup(&plan, &GUIDE), file.trim_end());
    let slot = read_slot(include_str!("../fixtures/slot-v1.txt")).unwrap();
    assert_eq!((slot.seq, slot.stored), (41, stored));
}

#[test]
fn what_is_no_plan_says_why() {
    for (text, error) in [
        ("", StoreError::NotJson),
        ("hello", StoreError::NotJson),
        (r#"{"app":"career-explorer","schema":1,"#, StoreError::NotJson),
        ("[1,2]", StoreError::NotOurs),
        ("{}", StoreError::NotOurs),
        (r#"{"app":"other","schema":1,"plan":{}}"#, StoreError::NotOurs),
        (r#"{"app":"career-explorer","plan":{}}"#, StoreError::NotOurs),
        (r#"{"app":"career-explorer","schema":0,"plan":{}}"#, StoreError::NotOurs),
        (r#"{"app":"career-explorer","schema":1,"plan":[]}"#, StoreError::NotOurs),
        (r#"{"app":"career-explorer","schema":2,"plan":"?"}"#, StoreError::NewerSchema { schema: 2 }),
        ("career-explorer-slot 1", StoreError::Damaged),
    ] {
        assert_eq!(restore(text), Err(error), "{text}");
        let message = error.to_string();
        assert!(message.ends_with('.') && !message.contains('!'), "{message}");
    }
    assert_eq!(restore(&"[".repeat(100_000)), Err(StoreError::NotJson));
    assert_eq!(restore(&" ".repeat(MAX_BYTES + 1)), Err(StoreError::TooLarge));
    assert_eq!(read_slot(&file("{}")), Err(StoreError::NotOurs));
}

#[test]
fn a_bad_entry_is_left_out_and_named_and_the_rest_is_kept() {
    for (entry, warning) in [
        (r#""years":61"#, "years is out of range."),
        (r#""years":-1"#, "years is out of range."),
        (r#""years":"7""#, "years is out of range."),
        (r#""from":"Not An Id""#, "from is not an id."),
        (r#""to":7"#, "to is not an id."),
        (r#""ratings":{"communication":6}"#, "ratings › communication is out of range."),
        (r#""ratings":{"":1}"#, "ratings ›  is not the id of a skill."),
        (r#""ratings":7"#, "ratings has the wrong form."),
        (r#""evidence":{"communication":7}"#, "evidence › communication is not text."),
        (r#""done":{"communication":"2026-11-23"}"#, "done › communication is not a level step."),
        (r#""done":{"communication:4":"soon"}"#, "done › communication:4 has no day such as 2026-11-23."),
        (r#""done":{"communication:0":"2026-11-23"}"#, "done › communication:0 is not a level step."),
        (r#""goals":["a b"]"#, "goals › 1 is not an id."),
        (r#""pace":{"hours_per_week":0}"#, "pace › hours_per_week is out of range."),
        (r#""pace":{"effort_percent":401}"#, "pace › effort_percent is out of range."),
        (r#""pace":{"sprint":1}"#, "pace › sprint is something that this version of the app does not know."),
        (r#""mood":"good""#, "mood is something that this version of the app does not know."),
        (r#""route":["a","b"]"#, "route does not lead from the current title to the destination."),
        (r#""snapshots":[7]"#, "snapshots › 1 has the wrong form."),
        (r#""snapshots":[{"name":"n","plan":{}}]"#, "snapshots › 1 is not a snapshot with its day and its plan."),
    ] {
        let sound = if entry.starts_with("\"ratings") { r#""years":7"# } else { r#""ratings":{"leadership":4}"# };
        let (plan, said) = warnings(&file(&format!("{{{entry},{sound}}}")));
        assert_eq!(said, [warning]);
        assert!(plan.years == Some(7) || plan.ratings == rated(4).ratings);
    }
    let (plan, said) = warnings(&file(
        r#"{"from":"a","to":"b","years":99,"ratings":{"leadership":4,"communication":9},
            "snapshots":[{"name":"n","day":"2026-11-23","plan":{"years":77,"to":"c"}}]}"#,
    ));
    assert_eq!((plan.from, plan.to, plan.ratings), (Some("a".into()), Some("b".into()), rated(4).ratings));
    assert_eq!(plan.snapshots[0].plan.to, Some("c".into()));
    let expected =
        ["ratings › communication is out of range.", "snapshots › 1 › plan › years is out of range.", "years is out of range."];
    assert_eq!(said, expected);
}

#[test]
fn too_much_is_cut_and_said() {
    let text = file(&format!(r#"{{"evidence":{{"leadership":"{}"}}}}"#, "ä".repeat(MAX_NOTE + 1)));
    let (plan, said) = warnings(&text);
    assert_eq!(plan.evidence[&"leadership".into()].chars().count(), MAX_NOTE);
    assert_eq!(said, ["evidence › leadership is too long and was cut."]);

    let snapshot = r#"{"name":"n","day":"2026-11-23","plan":{}}"#;
    let (plan, said) = warnings(&file(&format!(r#"{{"snapshots":[{}]}}"#, vec![snapshot; MAX_SNAPSHOTS + 1].join(","))));
    assert_eq!((plan.snapshots.len(), said.len()), (MAX_SNAPSHOTS, 1));

    let many: Vec<_> = (0..500).map(|number| format!(r#""s{number}":9"#)).collect();
    let (_, said) = warnings(&file(&format!(r#"{{"ratings":{{{}}}}}"#, many.join(","))));
    assert_eq!((said.len(), said.last().map(String::as_str)), (101, Some("More entries were left out.")));
}

#[test]
fn the_largest_plan_can_be_restored() {
    let notes =
        Plan { evidence: support::SKILLS.iter().map(|&id| (id.into(), "\u{1}".repeat(MAX_NOTE))).collect(), ..Plan::default() };
    let snapshot = Snapshot { name: "n".to_owned(), day: Day::new(2026, 11, 23).unwrap(), plan: notes.clone() };
    let plan = Plan { snapshots: vec![snapshot; MAX_SNAPSHOTS], ..notes };
    let text = write_slot(1, &plan, &GUIDE);
    assert!(text.len() < MAX_BYTES, "{}", text.len());
    assert_eq!(restore(&text).unwrap().plan, plan);
}

#[test]
fn the_newest_sound_slot_is_taken_and_the_damaged_one_set_aside() {
    let [old, new] = [(8, 1), (9, 2)].map(|(seq, level)| write_slot(seq, &rated(level), &GUIDE));
    let damaged = new.replace(":2", ":3");
    let newer = {
        let (_, envelope) = new.split_once('\n').unwrap();
        let envelope = envelope.replace("\"schema\":1", "\"schema\":2");
        let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
        let sum = checksum.checksum(&[&10u64.to_le_bytes(), envelope.as_bytes()].concat());
        format!("career-explorer-slot 10 {sum:08x}\n{envelope}")
    };
    let partly = write_slot(9, &Plan { years: Some(200), ..rated(2) }, &GUIDE);
    use Place::{First, Second};
    for (first, second, seq, next, aside) in [
        (None, None, None, First, &[][..]),
        (Some(&old), None, Some(8), Second, &[]),
        (None, Some(&old), Some(8), First, &[]),
        (Some(&old), Some(&new), Some(9), First, &[]),
        (Some(&new), Some(&old), Some(9), Second, &[]),
        (Some(&new), Some(&new), Some(9), Second, &[]),
        (Some(&old), Some(&damaged), Some(8), Second, &[(Second, Some(StoreError::Damaged))]),
        (Some(&damaged), Some(&old), Some(8), First, &[(First, Some(StoreError::Damaged))]),
        (Some(&damaged), None, None, First, &[(First, Some(StoreError::Damaged))]),
        (Some(&newer), Some(&old), Some(8), First, &[(First, Some(StoreError::NewerSchema { schema: 2 }))]),
        (Some(&old), Some(&partly), Some(9), First, &[(Second, None)]),
    ] {
        let loaded = choose(first.map(String::as_str), second.map(String::as_str));
        assert_eq!((loaded.slot.as_ref().map(|slot| slot.seq), loaded.next), (seq, next));
        assert_eq!(loaded.next_seq(), seq.unwrap_or(0) + 1);
        let texts = [first, second];
        let said: Vec<_> = loaded.aside.iter().map(|one| (one.place, one.error)).collect();
        assert_eq!(said, aside);
        for one in loaded.aside {
            assert_eq!(Some(&one.text), texts[usize::from(one.place == Second)]);
        }
    }
}

#[test]
fn what_the_guide_lacks_is_listed_and_stays_in_the_plan() {
    let mut plan = rated(4);
    assert!(since(&pack(), &plan, &GUIDE).is_nothing());
    plan.from = Some("gone-title".into());
    plan.route = vec!["gone-title".into(), "head-of-engineering".into()];
    plan.evidence.insert("gone-skill".into(), "n".to_owned());
    plan.ratings.insert("gone-skill".into(), Proficiency::MAX);
    plan.goals = ["goal-1".into(), "gone-goal".into()].into();
    let expected = Since {
        other_guide: Some("older".to_owned()),
        version: Some(7),
        titles: vec!["gone-title".into()],
        skills: vec!["gone-skill".into()],
        goals: vec!["gone-goal".into()],
    };
    assert_eq!(since(&PackRef { id: "older".to_owned(), version: 7 }, &plan, &GUIDE), expected);
}

/// What the start script saves when the app has broken down: the text of each slot, one below the other.
#[test]
fn of_several_slots_the_newest_sound_one_is_restored() {
    let [old, new] = [(8, 1), (9, 2)].map(|(seq, level)| write_slot(seq, &rated(level), &GUIDE));
    let damaged = new.replace(":2", ":3");
    let cut = &new[..new.len() - 1];
    for (texts, expected) in [
        (vec![old.as_str(), new.as_str()], Ok(rated(2))),
        (vec![&new, &old], Ok(rated(2))),
        (vec![&old, &damaged], Ok(rated(1))),
        (vec![&damaged, &old], Ok(rated(1))),
        (vec!["career-explorer-slot\nx\ny\nz", &old], Ok(rated(1))),
        (vec![&old, cut], Ok(rated(1))),
        (vec![&damaged, cut], Err(StoreError::Damaged)),
    ] {
        assert_eq!(restore(&texts.join("\n")).map(|stored| stored.plan), expected, "{texts:?}");
        assert_eq!(restore(&format!("\u{FEFF}{}\r\n", texts.join("\r\n"))).map(|stored| stored.plan), expected, "{texts:?}");
    }
}
