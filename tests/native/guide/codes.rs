//! The stable codes of the embedded guide, held against a frozen list that may grow and never change.

use super::pack;
use career_explorer::domain::guide::Pack;
use std::collections::{BTreeMap, BTreeSet};

/// Everything in the guide that has a code: its kind and code, and its id.
fn codes(pack: &Pack) -> BTreeMap<(&'static str, u16), String> {
    let mut codes = BTreeMap::from([(("guide", pack.about.code), pack.about.id.clone())]);
    codes.extend(pack.skills.iter().map(|s| (("skill", s.code), s.id.to_string())));
    codes.extend(pack.titles.iter().map(|t| (("title", t.code), t.id.to_string())));
    let items = pack.sections.iter().flat_map(|s| &s.groups).flat_map(|g| &g.items).filter(|i| i.code > 0);
    codes.extend(items.map(|i| (("goal", i.code), i.id.to_string())));
    codes
}

const FROZEN: &str = include_str!("../../fixtures/codes.txt");

/// What is wrong between the codes of a guide and a frozen list of them.
fn broken(now: &BTreeMap<(&'static str, u16), String>, frozen: &str) -> Vec<String> {
    let mut broken = Vec::new();
    let mut left = now.clone();
    let (mut codes, mut ids) = (BTreeSet::new(), BTreeSet::new());
    for line in frozen.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let parts: Vec<&str> = line.split(' ').collect();
        let ([kind, code, id] | [kind, code, id, "gone"]) = parts[..] else {
            broken.push(format!("{line}: is no line of codes.txt"));
            continue;
        };
        let code: u16 = code.parse().expect("a code");
        if !codes.insert((kind, code)) | !ids.insert((kind, id)) {
            broken.push(format!("{line}: its code or id stands twice"));
        }
        let place = left.keys().find(|key| **key == (kind, code)).copied();
        match (place.and_then(|place| left.remove(&place)), parts.len()) {
            (Some(found), 3) if found == id => {}
            (None, 4) => {}
            (Some(found), _) => broken.push(format!("{line}: the code is that of {found} now")),
            (None, _) => broken.push(format!("{line}: is missing from the guide")),
        }
    }
    for ((kind, code), id) in left {
        let other = if ids.contains(&(kind, id.as_str())) { "had another code before" } else { "is new: add its line" };
        broken.push(format!("{kind} {code} {id}: {other}"));
    }
    broken
}

#[test]
fn codes_are_for_ever() {
    assert_eq!(broken(&codes(pack()), FROZEN), [""; 0], "see the head of tests/fixtures/codes.txt");
}

#[test]
fn a_code_that_changes_goes_or_comes_back_is_noticed() {
    let sound = codes(pack());
    let changed = |change: &dyn Fn(&mut Pack)| {
        let mut pack = pack().clone();
        change(&mut pack);
        broken(&codes(&pack), FROZEN)
    };
    assert_eq!(
        changed(&|p| p.skills[1].code = 28),
        ["skill 2 cloud-computing: is missing from the guide", "skill 28 cloud-computing: had another code before"]
    );
    assert_eq!(changed(&|p| p.titles.retain(|t| t.code != 24)), ["title 24 board-advisor: is missing from the guide"]);
    assert_eq!(changed(&|p| p.titles[0].id = "coder".into()), ["title 1 software-engineer: the code is that of coder now"]);
    assert_eq!(changed(&|p| p.about.code = 2).len(), 2);
    let mut grown = sound.clone();
    grown.insert(("goal", 21), "goal-new".to_owned());
    assert_eq!(broken(&grown, FROZEN), ["goal 21 goal-new: is new: add its line"]);
    assert_eq!(broken(&grown, &format!("{FROZEN}goal 21 goal-new\n")), [""; 0]);
    // One that is gone keeps its code and its id from being used again.
    let gone = format!("{FROZEN}goal 21 goal-old gone\n");
    assert_eq!(broken(&sound, &gone), [""; 0]);
    assert_eq!(broken(&grown, &gone), ["goal 21 goal-old gone: the code is that of goal-new now"]);
    let twice = format!("{FROZEN}goal 20 goal-again gone\n");
    assert_eq!(broken(&sound, &twice), ["goal 20 goal-again gone: its code or id stands twice"]);
}
