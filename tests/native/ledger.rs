//! Saving, case by case: what is said to be saved or erased is so, what cannot be read is set aside and never replaced, and what the
//! first version wrote is taken over.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[allow(dead_code)]
#[path = "tabs/disk.rs"]
mod disk;
#[path = "tabs/old.rs"]
mod old;
#[path = "support/plans.rs"]
mod plans;

use career_explorer::domain::guide::Proficiency;
use career_explorer::domain::plan::Plan;
use career_explorer::domain::plan::document::write;
use career_explorer::domain::plan::edit::{PlanEdit, apply};
use career_explorer::domain::store::keys::{Keys, OLD_ASIDE, OLD_SLOTS};
use career_explorer::domain::store::{Erased, Ledger, Outcome, PackRef, Storage, Trouble, read_slot};
use disk::{Disk, Mood, Seen, View};
use proptest::prelude::*;
use std::collections::BTreeMap;

const SLOT_V1: &str = include_str!("../fixtures/slot-v1.txt");

struct Tab {
    ledger: Ledger,
    plan: Plan,
    view: View,
}

impl Tab {
    fn new(name: &str, mood: Mood) -> Self {
        let pack = PackRef { id: "test-guide".to_owned(), version: 1 };
        Self { ledger: Ledger::new(name, pack, &Plan::default()), plan: Plan::default(), view: View::of(mood) }
    }

    fn open(name: &str, disk: &mut Disk) -> Self {
        let mut tab = Self::new(name, Mood::Well);
        // What comes of it is in the tab, and in what is asked of it next.
        let _ = tab.look(disk);
        tab
    }

    fn tell(&mut self, disk: &Disk) {
        let len = disk.len();
        for (key, text) in self.view.tell(disk, len) {
            self.ledger.hear(&key, &text);
        }
    }

    fn take(&mut self, outcome: Outcome) -> Result<bool, Trouble> {
        if let Some(plan) = outcome.plan {
            self.plan = plan;
        }
        outcome.saved.map(|saved| saved.is_some())
    }

    fn look(&mut self, disk: &mut Disk) -> Result<bool, Trouble> {
        self.tell(disk);
        let outcome = self.ledger.look(&mut Seen { disk, view: &mut self.view }, &self.plan);
        self.take(outcome)
    }

    fn save(&mut self, disk: &mut Disk) -> Result<bool, Trouble> {
        self.tell(disk);
        let outcome = self.ledger.save(&mut Seen { disk, view: &mut self.view }, &self.plan);
        self.take(outcome)
    }

    fn erase(&mut self, disk: &mut Disk) -> Result<Erased, Trouble> {
        self.plan = Plan::default();
        self.ledger.erase(&mut Seen { disk, view: &mut self.view })
    }

    fn rate(&mut self, skill: &str, level: u8) {
        self.plan = apply(&self.plan, &PlanEdit::Rate { skill: skill.into(), level: Proficiency::new(level) });
    }

    fn take_back(&mut self, skill: &str) {
        self.plan = apply(&self.plan, &PlanEdit::Rate { skill: skill.into(), level: None });
    }

    fn ratings(&self) -> BTreeMap<&str, u8> {
        self.plan.ratings.iter().map(|(skill, level)| (skill.as_str(), level.get())).collect()
    }
}

/// What is in storage, all of it.
fn all(disk: &mut Disk) -> BTreeMap<String, String> {
    let mut view = View::default();
    let len = disk.len();
    view.tell(disk, len);
    let seen = Seen { disk, view: &mut view };
    seen.keys().unwrap().into_iter().map(|key| (key.clone(), seen.read(&key).unwrap().unwrap())).collect()
}

fn keys() -> Keys {
    Keys::of("test-guide")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// A slot is made from the text of the one before it, and reads as if it had been made from nothing.
    #[test]
    fn each_slot_has_the_text_of_its_plan(plans in proptest::collection::vec(plans::plan(), 1..5)) {
        let mut disk = Disk::default();
        let mut tab = Tab::open("a", &mut disk);
        for plan in plans {
            tab.plan = plan;
            prop_assert_eq!(tab.save(&mut disk), Ok(true));
            let slots = all(&mut disk);
            let Some(text) = slots.values().max_by_key(|text| read_slot(text).unwrap().seq) else { continue };
            prop_assert_eq!(&read_slot(text).unwrap().stored.plan, &tab.plan);
            let (_, envelope) = text.split_once('\n').unwrap();
            let value: serde_json::Value = serde_json::from_str(envelope).unwrap();
            prop_assert_eq!(value["plan"].as_object(), Some(&write(&tab.plan)));
            prop_assert_eq!(envelope, value.to_string());
        }
    }
}

#[test]
fn saved_is_what_was_read_back() {
    for (mood, trouble) in [(Mood::Ignoring, Trouble::Ignored), (Mood::Full, Trouble::Full), (Mood::Failing, Trouble::Failed)] {
        let mut disk = Disk::default();
        let mut tab = Tab::open("a", &mut disk);
        assert_eq!(tab.save(&mut disk), Ok(true), "nothing is to be saved");
        tab.rate("leadership", 3);
        assert_eq!(tab.look(&mut disk), Ok(false), "looking does not save");
        tab.view.mood = mood;
        assert_eq!(tab.save(&mut disk), Err(trouble));
        assert_eq!(tab.save(&mut disk), Err(trouble), "it stays due");
        assert!(all(&mut disk).is_empty());
        tab.view.mood = Mood::Well;
        assert_eq!(tab.save(&mut disk), Ok(true));
        assert_eq!(Tab::open("b", &mut disk).ratings(), [("leadership", 3)].into());
        let len = disk.len();
        assert_eq!(tab.save(&mut disk), Ok(true));
        assert_eq!(disk.len(), len, "what is saved is not saved again");
    }
}

#[test]
fn two_slots_stand_at_rest_and_the_older_one_helps_when_the_newer_is_damaged() {
    let mut disk = Disk::default();
    let mut tab = Tab::open("a", &mut disk);
    for level in 1..=5 {
        tab.rate("leadership", level);
        tab.save(&mut disk).unwrap();
    }
    let there = all(&mut disk);
    assert_eq!(there.len(), 2);
    let newest = there.iter().max_by_key(|(_, text)| text.split(' ').nth(1).unwrap().parse::<u64>().unwrap()).unwrap();
    disk::put(&mut disk, newest.0, &newest.1[..newest.1.len() - 1]);
    let mut fresh = Tab::open("b", &mut disk);
    assert_eq!(fresh.ratings(), [("leadership", 4)].into());
    assert!(fresh.ledger.found_damage());
    assert_eq!(fresh.ledger.aside()[0].text, newest.1[..newest.1.len() - 1]);
    fresh.rate("communication", 1);
    fresh.save(&mut disk).unwrap();
    assert_eq!(Tab::open("c", &mut disk).ratings(), [("leadership", 4), ("communication", 1)].into());
}

#[test]
fn what_could_not_be_read_at_the_start_is_never_written_over() {
    let mut disk = Disk::default();
    let mut before = Tab::open("a", &mut disk);
    before.rate("leadership", 3);
    before.save(&mut disk).unwrap();
    let there = all(&mut disk);
    let mut tab = Tab::new("b", Mood::Unreadable);
    assert_eq!(tab.look(&mut disk), Err(Trouble::Failed));
    tab.rate("communication", 2);
    assert_eq!(tab.save(&mut disk), Err(Trouble::Failed));
    assert_eq!(all(&mut disk), there, "nothing is written while nothing can be read");
    tab.view.mood = Mood::Well;
    assert_eq!(tab.save(&mut disk), Ok(true));
    assert_eq!(tab.ratings(), [("leadership", 3), ("communication", 2)].into());
}

#[test]
fn texts_set_aside_never_replace_one_another() {
    let mut disk = Disk::default();
    let texts = ["one", "two", "three", "career-explorer-slot 9"];
    for (number, text) in texts.iter().enumerate() {
        disk::put(&mut disk, &keys().slot("x", number as u64), text);
        // Each visit finds another one.
        Tab::open(&format!("t{number}"), &mut disk);
    }
    disk::put(&mut disk, &keys().slot("x", 99), "one");
    disk::put(&mut disk, OLD_ASIDE[0], "of the first version");
    disk::put(&mut disk, OLD_SLOTS[1], "also damaged");
    let mut tab = Tab::open("last", &mut disk);
    let mut found: Vec<String> = tab.ledger.aside().into_iter().map(|aside| aside.text).collect();
    found.sort();
    assert_eq!(found, ["also damaged", "career-explorer-slot 9", "of the first version", "one", "three", "two"]);
    assert!(all(&mut disk).keys().all(|key| key.starts_with(&keys().asides())), "each is set aside, and stands nowhere else");
    // They are removed, and put back.
    let gone = tab.ledger.forget_aside(&mut Seen { disk: &mut disk, view: &mut tab.view });
    assert_eq!((gone.len(), all(&mut disk).len()), (6, 0));
    tab.ledger.put_back(&mut Seen { disk: &mut disk, view: &mut tab.view }, &gone);
    assert_eq!(all(&mut disk).len(), 6);
    assert_eq!(Tab::open("again", &mut disk).ledger.aside(), tab.ledger.aside());
}

#[test]
fn without_room_a_damaged_text_stays_where_it_is() {
    let mut disk = Disk::default();
    disk::put(&mut disk, &keys().slot("x", 1), "damaged");
    let mut tab = Tab::new("a", Mood::Full);
    tab.look(&mut disk).unwrap();
    assert_eq!(tab.ledger.aside().len(), 1);
    assert_eq!(all(&mut disk).len(), 1);
    tab.rate("leadership", 1);
    assert_eq!(tab.save(&mut disk), Err(Trouble::Full));
    tab.view.mood = Mood::Well;
    assert_eq!(tab.save(&mut disk), Ok(true));
    assert!(all(&mut disk).values().any(|text| text == "damaged"));
}

#[test]
fn erasing_leaves_nothing_and_says_so_only_then() {
    let mut disk = Disk::default();
    disk::put(&mut disk, OLD_SLOTS[0], SLOT_V1);
    disk::put(&mut disk, OLD_ASIDE[1], "aside of old");
    disk::put(&mut disk, &keys().slot("x", 1), "damaged mentorship");
    let (mut tab, mut other) = (Tab::open("a", &mut disk), Tab::open("b", &mut disk));
    for level in 1..4 {
        tab.rate("leadership", level);
        tab.save(&mut disk).unwrap();
    }
    tab.view.mood = Mood::Ignoring;
    assert_eq!(tab.erase(&mut disk), Err(Trouble::Ignored));
    tab.view.mood = Mood::Well;
    tab.erase(&mut disk).unwrap();
    let left = all(&mut disk);
    assert_eq!(left.len(), 1);
    for word in ["leadership", "communication", "mentorship", "senior-engineer", "aside", "v1.ratings"] {
        assert!(!left.iter().any(|(key, text)| key.contains(word) || text.contains(word)), "{word} in {left:?}");
    }
    other.look(&mut disk).unwrap();
    assert!(other.plan.is_empty());
    // What another tab edits after that is there, and nothing else.
    other.rate("communication", 5);
    other.save(&mut disk).unwrap();
    tab.look(&mut disk).unwrap();
    assert_eq!(tab.ratings(), [("communication", 5)].into());
}

/// Both take it back at once: one that changed it and takes back the change, too, and one that never heard of that.
#[test]
fn what_two_tabs_took_back_at_once_does_not_come_again_from_a_third() {
    for erases in [true, false] {
        let mut disk = Disk::default();
        let mut other = Tab::open("b", &mut disk);
        for level in 1..4 {
            other.rate("leadership", level);
            other.save(&mut disk).unwrap();
        }
        let mut tab = Tab::open("a", &mut disk);
        other.rate("communication", 1);
        other.save(&mut disk).unwrap();
        if erases {
            other.erase(&mut disk).unwrap();
        } else {
            other.take_back("leadership");
            other.save(&mut disk).unwrap();
        }
        let save_untold = |tab: &mut Tab, disk: &mut Disk| {
            let outcome = tab.ledger.save(&mut Seen { disk, view: &mut tab.view }, &tab.plan);
            assert_eq!(tab.take(outcome), Ok(true));
        };
        tab.rate("leadership", 5);
        save_untold(&mut tab, &mut disk);
        let mut third = Tab::open("c", &mut disk);
        tab.take_back("leadership");
        save_untold(&mut tab, &mut disk);
        assert_eq!(third.ratings().get("leadership"), Some(&5), "a change that nobody took back stays");
        other.save(&mut disk).unwrap();
        for tab in [&mut third, &mut other, &mut tab] {
            tab.save(&mut disk).unwrap();
            assert_eq!(tab.ratings().get("leadership"), None, "erases: {erases}");
        }
        assert_eq!(third.plan, other.plan);
    }
}

#[test]
fn erasing_works_where_there_is_no_room() {
    let mut disk = Disk::default();
    let mut tab = Tab::open("a", &mut disk);
    tab.rate("leadership", 3);
    tab.save(&mut disk).unwrap();
    tab.view.mood = Mood::Full;
    assert_eq!(tab.erase(&mut disk), Err(Trouble::Full), "here there is no room even then");
    assert!(all(&mut disk).values().all(|text| !text.contains("leadership")));
}

#[test]
fn a_plan_is_written_again_where_the_storage_was_cleared() {
    let mut disk = Disk::default();
    let mut tab = Tab::open("a", &mut disk);
    tab.rate("leadership", 3);
    tab.save(&mut disk).unwrap();
    disk.clear();
    tab.tell(&disk);
    let outcome = tab.ledger.save(&mut Seen { disk: &mut disk, view: &mut tab.view }, &tab.plan);
    assert!(outcome.was_cleared && outcome.saved.is_ok());
    assert_eq!(Tab::open("b", &mut disk).plan, tab.plan);
    // An empty one is not.
    tab.erase(&mut disk).unwrap();
    disk.clear();
    assert_eq!(tab.save(&mut disk), Ok(true));
    assert!(all(&mut disk).is_empty());
}

#[test]
fn where_a_new_plan_was_begun_meanwhile_the_person_chooses() {
    for keeps_own in [true, false] {
        let mut disk = Disk::default();
        let mut tab = Tab::open("a", &mut disk);
        for level in 1..5 {
            tab.rate("leadership", level);
            tab.save(&mut disk).unwrap();
        }
        disk.clear();
        let mut new = Tab::open("b", &mut disk);
        new.rate("communication", 2);
        new.save(&mut disk).unwrap();
        // Neither takes the other's place, whatever their numbers.
        tab.save(&mut disk).unwrap();
        new.save(&mut disk).unwrap();
        assert_eq!(tab.ratings(), [("leadership", 4)].into());
        assert_eq!(new.ratings(), [("communication", 2)].into());
        assert_eq!(new.ledger.other(), Some(&tab.plan));
        assert_eq!(tab.ledger.other(), Some(&new.plan));
        // Who comes now has one of them, and is asked as well.
        assert!(Tab::open("c", &mut disk).ledger.other().is_some());
        let other = tab.ledger.take_other().unwrap();
        if !keeps_own {
            tab.plan = other;
        }
        tab.save(&mut disk).unwrap();
        new.look(&mut disk).unwrap();
        assert_eq!(new.plan, tab.plan);
        let fresh = Tab::open("d", &mut disk);
        assert_eq!((&fresh.plan, fresh.ledger.other(), tab.ledger.other(), new.ledger.other()), (&tab.plan, None, None, None));
    }
}

#[test]
fn the_highest_number_there_is_loses_nothing() {
    for (key, text) in [
        (OLD_SLOTS[0].to_owned(), old::sealed(u64::MAX, SLOT_V1.split_once('\n').unwrap().1)),
        (
            keys().slot("x", u64::MAX),
            old::sealed(u64::MAX, &SLOT_V1.split_once('\n').unwrap().1.replace("schema\":1", "schema\":2")),
        ),
    ] {
        let mut disk = Disk::default();
        disk::put(&mut disk, &key, &text);
        let (mut tab, mut other) = (Tab::open("a", &mut disk), Tab::open("b", &mut disk));
        for level in 1..4 {
            tab.rate("leadership", level);
            tab.save(&mut disk).unwrap();
            other.rate("data-engineering", level);
            other.save(&mut disk).unwrap();
        }
        tab.look(&mut disk).unwrap();
        let fresh = Tab::open("c", &mut disk);
        assert_eq!((fresh.ratings()["leadership"], fresh.ratings()["data-engineering"], fresh.ratings()["mentorship"]), (3, 3, 5));
        assert_eq!((&tab.plan, &other.plan), (&fresh.plan, &fresh.plan));
    }
}

#[test]
fn what_the_first_version_wrote_is_moved_once_and_its_open_tab_loses_nothing() {
    let mut disk = Disk::default();
    let mut plan = Plan { years: Some(7), ..Plan::default() };
    let mut rate = |disk: &mut Disk, seq: u64, skill: &str, level: u8| {
        plan = apply(&plan, &PlanEdit::Rate { skill: skill.into(), level: Proficiency::new(level) });
        disk::put(disk, old::key(seq), &old::slot(seq, &plan));
    };
    rate(&mut disk, 1, "leadership", 3);
    rate(&mut disk, 2, "communication", 2);
    let mut tab = Tab::open("a", &mut disk);
    assert_eq!(tab.ratings(), [("leadership", 3), ("communication", 2)].into());
    assert_eq!(tab.save(&mut disk), Ok(true));
    assert!(OLD_SLOTS.iter().all(|key| all(&mut disk).contains_key(*key)), "they stay while a tab may be open that wrote them");
    assert!(all(&mut disk).keys().any(|key| key.starts_with(&keys().slots())));
    // The old tab goes on, and so does the new one.
    tab.rate("leadership", 5);
    tab.save(&mut disk).unwrap();
    rate(&mut disk, 3, "mentorship", 1);
    tab.save(&mut disk).unwrap();
    assert_eq!(tab.ratings(), [("leadership", 5), ("communication", 2), ("mentorship", 1)].into());
    // At a later start, where nothing happened there since, they go.
    let mut later = Tab::open("b", &mut disk);
    later.save(&mut disk).unwrap();
    assert!(OLD_SLOTS.iter().all(|key| !all(&mut disk).contains_key(*key)));
    assert_eq!(later.plan, tab.plan);
    // And if that tab of old still writes, it is taken in: what it changed, and not what it never heard of.
    rate(&mut disk, 4, "communication", 9);
    rate(&mut disk, 5, "mentorship", 4);
    later.save(&mut disk).unwrap();
    tab.save(&mut disk).unwrap();
    let fresh = Tab::open("c", &mut disk);
    assert_eq!(fresh.ratings(), [("leadership", 5), ("mentorship", 4)].into());
    assert_eq!((&later.plan, &tab.plan), (&fresh.plan, &fresh.plan));
}

#[test]
fn what_an_old_tab_wrote_in_the_instant_of_the_move_comes_with_the_news_of_it() {
    let mut disk = Disk::default();
    let plan = |level| Plan { ratings: [("leadership".into(), Proficiency::new(level).unwrap())].into(), ..Plan::default() };
    disk::put(&mut disk, old::key(1), &old::slot(1, &plan(1)));
    Tab::open("a", &mut disk).save(&mut disk).unwrap();
    let mut tab = Tab::open("b", &mut disk);
    // It writes, and this tab, which has not been told, removes both slots.
    disk::put(&mut disk, old::key(2), &old::slot(2, &plan(4)));
    disk::put(&mut disk, old::key(3), &old::slot(3, &plan(5)));
    let outcome = tab.ledger.save(&mut Seen { disk: &mut disk, view: &mut tab.view }, &tab.plan);
    tab.take(outcome).unwrap();
    tab.save(&mut disk).unwrap();
    assert_eq!(tab.ratings(), [("leadership", 5)].into());
    assert_eq!(Tab::open("c", &mut disk).plan, tab.plan);
}

#[test]
fn another_guides_plan_is_left_alone() {
    let mut disk = Disk::default();
    disk::put(
        &mut disk,
        OLD_SLOTS[0],
        &old::sealed(1, r#"{"app":"career-explorer","schema":1,"pack":{"id":"other","version":1},"plan":{"years":3}}"#),
    );
    disk::put(&mut disk, &Keys::of("other").slot("x", 1), "whatever");
    let there = all(&mut disk);
    let mut tab = Tab::open("a", &mut disk);
    tab.rate("leadership", 3);
    tab.save(&mut disk).unwrap();
    assert_eq!(tab.plan.years, None);
    tab.erase(&mut disk).unwrap();
    let left = all(&mut disk);
    assert!(there.iter().all(|(key, text)| left.get(key) == Some(text)));
}

#[test]
fn what_a_tab_began_with_is_not_saved_before_it_is_changed() {
    let preset = Plan { years: Some(4), ..Plan::default() };
    let begin = |disk: &mut Disk| {
        let pack = PackRef { id: "test-guide".to_owned(), version: 1 };
        let mut tab = Tab { ledger: Ledger::new("p", pack, &preset), plan: preset.clone(), view: View::default() };
        tab.save(disk).unwrap();
        tab
    };
    let mut disk = Disk::default();
    let mut tab = begin(&mut disk);
    assert!(all(&mut disk).is_empty());
    tab.rate("leadership", 2);
    tab.save(&mut disk).unwrap();
    assert_eq!(Tab::open("a", &mut disk).plan, tab.plan);
    // A stored plan comes before it, an erased one does not.
    let mut other = Tab::open("b", &mut disk);
    other.plan.years = Some(9);
    other.save(&mut disk).unwrap();
    assert_eq!(begin(&mut disk).plan, other.plan);
    other.erase(&mut disk).unwrap();
    let len = disk.len();
    let mut tab = begin(&mut disk);
    assert_eq!((&tab.plan, disk.len()), (&preset, len));
    // And gives way to what is begun elsewhere.
    other.plan.years = Some(20);
    other.save(&mut disk).unwrap();
    tab.look(&mut disk).unwrap();
    assert_eq!(tab.plan, other.plan);
}

/// The scripts of the page look for a plan before the program is there, and save what they find when it has broken down.
#[test]
fn the_scripts_know_the_same_keys() {
    let pack = "${root.dataset.pack}";
    let (keys, base) = (Keys::of(pack), Keys::of(pack).setting(""));
    let own = |key: String| key.replace(&base, "${own}");
    let (before, start) = (include_str!("../../public/before.js"), include_str!("../../public/start.js"));
    assert!(before.contains(&format!("const own = `{base}`;")), "{base}");
    for key in [own(keys.slots()), own(keys.setting("theme"))] {
        assert!(before.contains(&format!("`{key}`")), "{key}");
    }
    assert!(start.contains(&format!("const own = `{}`;", keys.slots())), "{}", keys.slots());
    for script in [before, start] {
        assert!(OLD_SLOTS.iter().all(|key| script.contains(&format!("'{key}'"))));
    }
}
