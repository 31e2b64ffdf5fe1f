//! The words for what the model gives: sentences that say what to do, and lines about oneself that read about another.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use career_explorer::content;
use career_explorer::domain::analysis::Analysis;
use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::{Guide, Proficiency};
use career_explorer::domain::link::{LinkError, Warning};
use career_explorer::domain::page::Page;
use career_explorer::domain::plan::document::{self, Problem};
use career_explorer::domain::plan::edit::PlanEdit;
use career_explorer::domain::plan::{Plan, Ratings};
use career_explorer::domain::standing;
use career_explorer::domain::standing::bands::bands;
use career_explorer::domain::standing::enough::{certain, rounds};
use career_explorer::domain::standing::gap::{Gap, gaps as gaps_of};
use career_explorer::domain::store::{PackRef, StoreError, Trouble, since};
use career_explorer::ui::words::{
    assess, backing, behaviours, edits, figures, gaps, gate, guide as guide_words, home, learning, links, marks, pages, rough,
    routes, saving, way,
};
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
    gaps_of(guide, &Ratings::from_values(values), guide.title_by_id(&title.into()).unwrap())
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
    assert!(critical.ends_with(" is short") && focus.ends_with("\u{a0}skills are short"), "{critical}; {focus}");
    assert!(far.ends_with("\u{a0}skills are two or more levels short"), "{far}");
    assert!(share.ends_with("\u{a0}%"), "{share}");
    let (verdict, findings) = texts(Some(5), &[]);
    assert_eq!(verdict, "The gate: all four hold");
    assert_eq!(findings, ["all are", "all are", "no skill is two levels short", "100\u{a0}%"]);
    let (verdict, [critical, focus, far, share]) = texts(Some(5), &[("software-architecture", None), ("communication", Some(3))]);
    assert_eq!(verdict, "The gate: one of four holds, one open");
    assert_eq!(critical, "Architecture is unrated");
    assert_eq!(focus, "Communication is short");
    assert_eq!(far, "Communication is two or more levels short, Architecture is unrated");
    assert!(share.ends_with("reached whatever the rest"), "{share}");
}

/// Where a figure can be parted from its unit, or a part from its whole, at the end of a line.
fn parted(text: &str) -> Option<String> {
    const UNITS: [&str; 18] = [
        "%", "h", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "step", "steps", "skill",
        "skills", "point", "points",
    ];
    let words: Vec<&str> = text.split(' ').collect();
    let is_figure = |word: &str| word.ends_with(|c: char| c.is_ascii_digit() || c == '½');
    let unit = |word: &str| UNITS.contains(&word.trim_end_matches(['.', ',', ';', ':', '?']));
    let begins = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    words.windows(2).find(|pair| is_figure(pair[0]) && unit(pair[1])).map(|pair| pair.join(" ")).or_else(|| {
        let of = |three: &&[&str]| is_figure(three[0]) && three[1] == "of" && begins(three[2]);
        words.windows(3).find(of).map(|three| three.join(" "))
    })
}

/// A plan from one title to another with the first skills rated so.
fn planned(to: &str, rated: usize, level: u8) -> Plan {
    let guide = content::guide().unwrap();
    let ratings =
        guide.skills().take(rated).map(|skill| (guide.skill(skill).id.clone(), Proficiency::new(level).unwrap())).collect();
    Plan { from: Some("engineering-manager".into()), to: Some(to.into()), years: Some(7), ratings, ..Plan::default() }
}

#[test]
fn a_figure_and_its_unit_stand_on_one_line() {
    assert_eq!(
        (parted("in 5 years."), parted("3 of 4 hold"), parted("12\u{a0}steps in 9\u{a0}skills")),
        (Some("5 years.".into()), Some("3 of 4".into()), None)
    );
    let guide = content::guide().unwrap();
    let day = |text: &str| Day::parse(text).unwrap();
    let mut said = vec![
        marks::gate_label(),
        way::hours_a_week(6),
        way::hours_to(Proficiency::new(3).unwrap(), Some(40)),
        way::estimate((10, 22)),
        way::steps_in_skills(12, 9),
        way::span(200),
        way::span(800),
        way::from_to((2, 4)),
        way::from_to((1, 1)),
        assess::progress(9, 27),
        rough::stays(814, true),
        rough::stays(999, false),
        home::due_in(day("2026-01-01"), day("2026-01-12")).0,
        home::due_in(day("2026-01-01"), day("2026-03-12")).0,
        learning::steps(1, 4, "Jira"),
        backing::count(3),
        guide_words::so_far(3, "step", "steps"),
        gaps::round(5, 39, 20),
        figures::so_many(3, "skill", "skills"),
        figures::out_of(3, 4),
    ];
    for title in guide.titles() {
        said.extend([routes::usually(&guide, title), routes::bands(&guide, title)]);
    }
    for to in ["head-of-engineering", "director-of-engineering", "engineering-consultant"] {
        for (rated, level) in [(0, 0), (9, 2), (20, 3), (27, 3), (27, 5)] {
            let now = Analysis::of(&guide, &planned(to, rated, level));
            let journey = now.stage.journey().unwrap();
            let aim = &journey.aim;
            for who in [gaps::Who::You, gaps::Who::They] {
                let gaps::Summary { before, finding, after } = gaps::summary(&guide, who, aim);
                said.push(format!("{before}{finding}{after}"));
                said.push(gaps::areas(who, aim.readiness, aim.unrated(&guide)));
            }
            let found = bands(&guide, aim.target, &aim.gaps);
            said.push(gaps::strip_name(&guide, "it", aim.readiness, &found, aim.has_gate()));
            said.extend([gaps::figure(aim.readiness), figures::readiness(aim.readiness)]);
            if let Some(gate) = aim.gate() {
                said.extend(gate::conditions(&guide, gate).into_iter().flat_map(|one| [one.asks, one.finding]));
            }
            if let Some(certain) = certain(&guide, aim.target, &aim.gaps) {
                said.push(assess::enough_lead(&certain, aim.unrated(&guide)));
                said.extend(certain.enough().map(|enough| assess::enough_heading(&certain, enough, "it")));
                said.push(home::headline(&guide, journey, now.travel(&guide).map(|travel| &**travel), None, Some(&certain)));
            }
            said.extend(rounds(&aim.gaps).iter().map(assess::round));
            if let Some(travel) = now.travel(&guide) {
                said.extend([home::years(travel), home::route(travel), home::moves_and_years(travel)]);
                said.extend(travel.followed.legs.iter().map(|leg| way::jump(&guide, leg)));
            }
        }
    }
    assert!(said.len() > 150, "{}", said.len());
    let parted: Vec<_> = said.iter().filter_map(|text| parted(text).map(|at| (at, text))).collect();
    assert!(parted.is_empty(), "{parted:#?}");
}
