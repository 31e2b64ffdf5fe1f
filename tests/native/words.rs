//! The words for what the model gives: sentences that say what to do, and lines about oneself that read about another.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use career_explorer::content;
use career_explorer::domain::guide::{Guide, Proficiency};
use career_explorer::domain::link::{LinkError, Warning};
use career_explorer::domain::page::Page;
use career_explorer::domain::plan::document::{self, Problem};
use career_explorer::domain::plan::edit::PlanEdit;
use career_explorer::domain::plan::{Plan, Ratings};
use career_explorer::domain::standing;
use career_explorer::domain::standing::gap::{Gap, gaps};
use career_explorer::domain::store::{PackRef, StoreError, Trouble, since};
use career_explorer::ui::words::{behaviours, edits, gate, links, marks, pages, saving};
use std::collections::BTreeSet;

/// One or two sentences, of which none is loud.
fn is_calm(text: &str) -> bool {
    text.ends_with('.') && !text.contains('!') && text.matches(". ").count() <= 1
}

#[test]
fn what_is_wrong_with_a_link_says_what_to_do() {
    let errors = [
        LinkError::Truncated,
        LinkError::Altered,
        LinkError::NewerVersion,
        LinkError::OtherGuide { code: 7 },
        LinkError::NotOurs,
        LinkError::TooLong,
    ];
    let texts: BTreeSet<String> = errors.map(links::fault).into();
    assert!(texts.len() == errors.len() && texts.iter().all(|text| is_calm(text)), "{texts:?}");
    assert!(links::fault(LinkError::OtherGuide { code: 7 }).contains("(number 7)"));
    for (warning, words) in [
        (Warning::Ratings(1), "1 rating is for a skill that this guide does not have."),
        (Warning::Ratings(2), "2 ratings are for skills that this guide does not have."),
        (Warning::Goals(1), "1 goal is not in this guide."),
        (Warning::Goals(3), "3 goals are not in this guide."),
        (Warning::Route, "The chosen route has a title that this guide does not have, so no route is chosen."),
    ] {
        assert_eq!(links::left_out(warning), words);
    }
}

#[test]
fn what_is_wrong_with_a_stored_plan_says_what_to_do() {
    let errors = [
        StoreError::TooLarge,
        StoreError::TooMany { entries: 60_000 },
        StoreError::NotJson,
        StoreError::NotOurs,
        StoreError::NewerSchema { schema: 9 },
        StoreError::Damaged,
    ];
    let texts: BTreeSet<String> = errors.map(saving::refusal).into();
    assert!(texts.len() == errors.len() && texts.iter().all(|text| text.ends_with('.') && !text.contains('!')), "{texts:?}");
    assert!(saving::refusal(StoreError::NewerSchema { schema: 9 }).contains("(format 9, this one reads 2)"));
    let troubles = [Trouble::Blocked, Trouble::Full, Trouble::Failed, Trouble::Ignored, Trouble::Newer { schema: 9 }];
    let notices: Vec<saving::Notice> = troubles.into_iter().map(saving::trouble).collect();
    assert_eq!(notices.iter().map(|(headline, _)| headline).collect::<BTreeSet<_>>().len(), troubles.len());
    for (headline, explanation) in notices.into_iter().chain([saving::damage(), saving::cleared(), saving::other_plan()]) {
        assert!(is_calm(headline) && explanation.ends_with('.') && !explanation.contains('!'), "{headline} {explanation}");
    }
}

#[test]
fn an_odd_entry_is_named_with_its_place() {
    let odd = |problem, place: &str| saving::warning(&document::Warning { place: place.to_owned(), problem });
    assert_eq!(
        odd(Problem::Range, "ratings › communication"),
        "ratings › communication is out of range. It is kept, and counts for nothing."
    );
    assert_eq!(odd(Problem::ManySnapshots, "snapshots"), "snapshots are more than 50; the oldest were left out.");
    assert_eq!(odd(Problem::More, ""), "There are more entries like these.");
}

#[test]
fn what_changed_in_the_guide_is_told_only_where_something_did() {
    let guide = content::guide().unwrap();
    let mut plan = Plan { from: Some("no-title".into()), ..Plan::default() };
    assert!(saving::since(&since(&PackRef::of(&guide), &Plan::default(), &guide)).is_empty());
    plan.goals.insert("no-goal".into());
    let first = PackRef { version: 1, ..PackRef::of(&guide) };
    let told: Vec<&String> = guide.pack().changes.iter().map(|change| &change.text).collect();
    assert!(!told.is_empty());
    assert_eq!(saving::since(&since(&first, &Plan::default(), &guide)).iter().collect::<Vec<_>>(), told);
    assert_eq!(
        saving::since(&since(&PackRef { id: "another".to_owned(), version: 1 }, &plan, &guide)),
        [
            "It was made with another guide, “another”.",
            "Titles that this guide does not have: no-title.",
            "Goals that this guide does not have: no-goal."
        ]
    );
}

#[test]
fn an_edit_is_named_on_the_buttons_and_in_what_is_announced() {
    let kind = PlanEdit::SetTarget("head-of-engineering".into()).kind();
    assert_eq!([edits::undo(kind), edits::redo(kind)], ["Undo: change of destination", "Redo: change of destination"]);
    assert_eq!(
        [edits::undone(kind), edits::done_again(kind)],
        ["Undone: change of destination.", "Done again: change of destination."]
    );
}

#[test]
fn pages_are_named_by_what_they_show() {
    let guide = content::guide().unwrap();
    for (address, words) in [
        ("#/", pages::HOME),
        ("#/map", "Which titles are there, and where do they lead?"),
        ("#/map/head-of-engineering", "Head of Engineering: what it asks for, and where it leads"),
        ("#/map/head-of-engineering/vs/x", "Head of Engineering and unknown title: what is the difference?"),
        ("#/map/x", "Unknown title: what it asks for, and where it leads"),
        ("#/assess/skill/communication", "How good are you at Communication?"),
        ("#/guide/skills/communication", "Communication: what the guide says"),
        ("#/guide/titles/head-of-engineering", "Head of Engineering: what the guide says"),
        ("#/guide?q=ci%2Fcd", "Search the guide: ci/cd"),
        ("#/guide/x", "The guide"),
        ("#/x", "There is no page at this address"),
    ] {
        assert_eq!(pages::title(&Page::parse(address), &guide), words, "{address}");
    }
    assert_eq!(pages::in_browser("Gaps"), "Gaps – Career Explorer");
}

#[test]
fn every_line_reads_about_another_person() {
    let guide = content::guide().unwrap();
    assert_eq!(
        behaviours::of_another("mend what you broke in your team yourself"),
        "mend what they broke in their team themselves"
    );
    for line in guide.skills().flat_map(|skill| &guide.skill(skill).can) {
        let words = behaviours::of_another(line);
        assert!(
            words
                .split(|c: char| !c.is_alphabetic())
                .all(|w| !w.to_lowercase().starts_with("you") || w == "young" || w == "younger"),
            "{words}"
        );
    }
}

/// The gaps of a title with every skill at one level, but for some at another.
fn gaps_with(guide: &Guide, title: &str, all: Option<u8>, but: &[(&str, Option<u8>)]) -> Vec<Gap> {
    let level = |level: Option<u8>| level.map(|level| Proficiency::new(level).unwrap());
    let mut values = vec![level(all); guide.skills().len()];
    for (skill, other) in but {
        values[guide.skill_by_id(&(*skill).into()).unwrap().index()] = level(*other);
    }
    gaps(guide, &Ratings::from_values(values), guide.title_by_id(&title.into()).unwrap())
}

#[test]
fn a_row_of_levels_says_its_finding() {
    let guide = content::guide().unwrap();
    for (rated, asked, words) in [
        (Some(2), 4, "Communication: 2 of 4 asked, two short"),
        (Some(4), 4, "Communication: 4 of 4 asked, met"),
        (Some(5), 4, "Communication: 5 of 4 asked, one above"),
        (None, 4, "Communication: unrated, 4 asked"),
        (Some(2), 0, "Communication: 2, and not asked"),
        (None, 0, "Communication: unrated, and not asked"),
    ] {
        let gap = gaps_with(&guide, "head-of-engineering", rated, &[])[0];
        let gap = Gap { required: Proficiency::new(asked).unwrap(), ..gap };
        assert_eq!(marks::levels("Communication", &gap), words);
    }
}

#[test]
fn the_gate_says_what_each_condition_finds() {
    let guide = content::guide().unwrap();
    let texts = |all, but: &[(&str, Option<u8>)]| {
        let gate = standing::gate::gate(&guide, &gaps_with(&guide, "head-of-engineering", all, but)).unwrap();
        let findings = gate::conditions(&guide, &gate).map(|c| c.finding);
        (gate::verdict(&gate), findings)
    };
    let (verdict, [critical, focus, far, share]) = texts(Some(2), &[]);
    assert_eq!(verdict, "The gate: none of four holds yet");
    assert!(critical.ends_with(" is short") && focus.ends_with(" skills are short"), "{critical}; {focus}");
    assert!(far.ends_with(" skills are two or more levels short"), "{far}");
    assert!(share.ends_with(" %"), "{share}");
    let (verdict, findings) = texts(Some(5), &[]);
    assert_eq!(verdict, "The gate: all four hold");
    assert_eq!(findings, ["all are", "all are", "no skill is two levels short", "100 %"]);
    let (verdict, [critical, focus, far, share]) = texts(Some(5), &[("software-architecture", None), ("communication", Some(3))]);
    assert_eq!(verdict, "The gate: one of four holds, one open");
    assert_eq!(critical, "Architecture is unrated");
    assert_eq!(focus, "Communication is short");
    assert_eq!(far, "Communication is two or more levels short, Architecture is unrated");
    assert!(share.ends_with("reached whatever the rest"), "{share}");
}
