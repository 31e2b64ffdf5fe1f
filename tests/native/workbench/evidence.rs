//! The log: its limits, its search, and what stands behind a rating.

use super::{GUIDE, awkward, level, skill, skill_ids};
use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::{Proficiency, SkillId};
use career_explorer::domain::plan::records::{List, Record};
use career_explorer::domain::plan::{Plan, Ratings};
use career_explorer::domain::workbench::evidence::{
    self, Achievement, AchievementId, Backing, EVIDENCE_FROM, Fault, Field, Index, Log, MAX_ACHIEVEMENTS, MAX_LINE, MAX_PART,
    MAX_SKILLS, MAX_UNIT, Use, backing, faults_of_new, for_skill, since, taken, unbacked,
};
use career_explorer::domain::workbench::metric::{Amount, Metric};
use career_explorer::domain::workbench::text::clean;
use career_explorer::domain::workbench::when::When;

fn when(text: &str) -> When {
    When::parse(text).unwrap()
}

fn entry(line: &str, day: &str, skills: &[(&str, u8)]) -> Achievement {
    let skills = skills.iter().map(|(id, l)| (SkillId::new(*id), level(*l))).collect();
    Achievement { skills, ..Achievement::new(line, when(day)) }
}

fn log(entries: &[Achievement]) -> Log {
    entries.iter().enumerate().map(|(n, one)| (AchievementId::fresh(&format!("a{n}")), one.clone())).collect()
}

#[test]
fn an_achievement_comes_back_from_its_record_as_it_was() {
    let mut one = entry("Cut the build", "2026-03", &[("devops-ci-cd", 3)]);
    one.metric =
        Some(Metric::Change { from: Amount::parse("40").unwrap(), to: Amount::parse("12.5").unwrap(), unit: "minutes".into() });
    one.uses = vec![Use::Brief, Use::Resume];
    let record = one.to_record(Record::default());
    assert_eq!(
        serde_json::to_string(record.fields()).unwrap(),
        r#"{"from":"40","line":"Cut the build","skills":{"devops-ci-cd":3},"to":"12.5","unit":"minutes","uses":{"brief":true,"resume":true},"when":"2026-03"}"#
    );
    assert_eq!(Achievement::of(&record), Some(one.clone()));
    // What a later version put there stays.
    let later = record.clone().with_text("mood", "good").with("uses", Some(serde_json::json!({"brief": true})));
    let changed = Achievement { metric: None, ..one.clone() }.to_record(later);
    assert_eq!((changed.text("mood"), changed.text("from"), changed.text("unit")), ("good", "", ""));
    for text in awkward() {
        one.line = text.clone();
        (one.situation, one.result) = (text.clone(), text.clone());
        let one = one.clone().cleaned();
        let there = Achievement::of(&one.to_record(Record::default()));
        assert_eq!(there, (!one.line.is_empty()).then(|| one.clone()));
        assert!(!one.line.contains('\n') && !one.situation.chars().any(|c| c.is_control() && c != '\n'));
        assert_eq!(one.situation, clean(&text));
    }
    for (metric, fields) in [
        (Metric::By { by: Amount::whole(3).unwrap(), unit: "%".into() }, ["", "", "3", "%"]),
        (Metric::Reached { to: Amount::whole(3).unwrap(), unit: String::new() }, ["", "3", "", ""]),
    ] {
        let one = Achievement { metric: Some(metric), ..entry("x", "2026", &[]) };
        let record = one.to_record(record.clone());
        assert_eq!(["from", "to", "by", "unit"].map(|key| record.text(key)), fields);
        assert_eq!(Achievement::of(&record), Some(one));
    }
    let plain = Record::default().with_text("line", "x");
    for bad in [
        Record::default().with_text("when", "2026"),
        plain.clone(),
        plain.clone().with_text("when", "2027-02-29"),
        plain.clone().with_text("when", "2026").with_text("line", "\u{0}"),
    ] {
        assert_eq!(Achievement::of(&bad), None, "{bad:?}");
    }
    let odd = plain
        .with_text("when", "2028-02-29")
        .with("skills", Some(serde_json::json!({"a": 6, "b": "3", "c": 3})))
        .with_text("by", "1e3");
    let read = Achievement::of(&odd).unwrap();
    assert_eq!((read.skills.len(), read.metric, read.when.to_string().as_str()), (1, None, "2028-02-29"));
}

#[test]
fn an_old_note_becomes_an_entry_and_nothing_of_it_is_lost() {
    let skill = SkillId::new("communication");
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let all = |one: &Achievement| [&one.line, &one.situation, &one.task, &one.action, &one.result].map(|part| words(part)).concat();
    let long = "word ".repeat(400);
    for note in ["Ran the review", "Ran the review.\nTwice a month.", "  Zoë 👩‍👩‍👧\r\n שלום ", long.as_str()] {
        let one = Achievement::of_note(&skill, note, Some(level(4)), when("2026")).unwrap();
        assert_eq!(all(&one), words(&clean(note)), "{note}");
        assert_eq!((one.faults(), one.skills.get(&skill)), (Vec::new(), Some(&level(4))));
    }
    assert_eq!(Achievement::of_note(&skill, &"x".repeat(10_000), None, when("2026")), None);
    assert_eq!(Achievement::of_note(&skill, " \n", None, when("2026")), None);
    assert!(Achievement::of_note(&skill, "x", None, when("2026")).unwrap().skills.is_empty());
}

#[test]
fn each_use_takes_what_was_chosen_for_it_and_else_what_says_most() {
    let metric = Some(Metric::Reached { to: Amount::whole(3).unwrap(), unit: String::new() });
    let log = log(&[
        entry("plain", "2026-09", &[("communication", 2)]),
        Achievement { metric, ..entry("measured", "2025-01", &[("communication", 4)]) },
        entry("at stake", "2025-02", &[("leadership", 3)]),
    ]);
    let lines = |found: Vec<(&AchievementId, &Achievement)>| found.into_iter().map(|(_, one)| one.line.clone()).collect::<Vec<_>>();
    let stakes: Vec<u32> = GUIDE.skills().map(|s| u32::from(GUIDE.skill(s).id.as_str() == "leadership")).collect();
    assert_eq!(lines(taken(&GUIDE, &log, Use::Resume, &stakes, 9)), ["measured", "at stake", "plain"]);
    assert_eq!(lines(taken(&GUIDE, &log, Use::Resume, &[], 2)), ["measured", "plain"]);
    let mut chosen = log.clone();
    chosen.get_mut(&AchievementId::fresh("a0")).unwrap().uses.push(Use::Resume);
    assert_eq!(lines(taken(&GUIDE, &chosen, Use::Resume, &stakes, 9)), ["plain"]);
    assert_eq!(lines(taken(&GUIDE, &chosen, Use::Brief, &stakes, 1)), ["measured"]);
    let skill = for_skill(&log, &SkillId::new("communication"));
    assert_eq!(skill.iter().map(|(_, one, l)| (one.line.as_str(), l.get())).collect::<Vec<_>>(), [("measured", 4), ("plain", 2)]);
    assert_eq!(lines(since(&log, Day::new(2026, 9, 30).unwrap())), ["plain"], "a month counts to its end");
    assert_eq!(lines(since(&log, Day::new(2026, 10, 1).unwrap())), [""; 0]);
}

#[test]
fn limits_are_said_and_nothing_is_cut() {
    let fits = Achievement {
        line: "👍".repeat(MAX_LINE),
        situation: "é".repeat(MAX_PART),
        metric: Some(Metric::By { by: Amount::default(), unit: "u".repeat(MAX_UNIT) }),
        ..entry("", "2026", &[])
    };
    assert_eq!(fits.faults(), []);
    let too_much = Achievement {
        line: "👍".repeat(10_000),
        task: "x".repeat(MAX_PART + 1),
        metric: Some(Metric::By { by: Amount::default(), unit: "u".repeat(MAX_UNIT + 1) }),
        skills: GUIDE.skills().take(MAX_SKILLS + 1).map(|s| (GUIDE.skill(s).id.clone(), level(1))).collect(),
        ..fits
    };
    let fault = |field, has, most| Fault::TooMuch { field, has, most };
    assert_eq!(
        too_much.faults(),
        [
            fault(Field::Line, 10_000, MAX_LINE),
            fault(Field::Task, MAX_PART + 1, MAX_PART),
            fault(Field::Unit, MAX_UNIT + 1, MAX_UNIT),
            fault(Field::Skills, MAX_SKILLS + 1, MAX_SKILLS),
        ]
    );
    assert_eq!(entry(" \n\t", "2026", &[]).faults(), [Fault::NoLine]);
    let full = log(&vec![entry("x", "2026", &[]); MAX_ACHIEVEMENTS]);
    assert_eq!(faults_of_new(&full, &entry("", "2026", &[])), [Fault::Full, Fault::NoLine]);
    assert_eq!(faults_of_new(&Log::new(), &entry("x", "2026", &[])), []);
}

#[test]
fn five_hundred_usual_entries_take_a_fifth_of_a_megabyte() {
    let one = Achievement {
        action: "What I did, told in a hundred and some characters, as people do when they have a minute and no more.".into(),
        result: "What came of it, told in a hundred and some characters, with a figure before and one after it, as well.".into(),
        metric: Some(Metric::Change { from: Amount::whole(40).unwrap(), to: Amount::whole(12).unwrap(), unit: "minutes".into() }),
        ..entry("Cut the build of the largest service to less than a third of its time", "2026-03", &[("devops-ci-cd", 3)])
    };
    let text = serde_json::to_string(one.to_record(Record::default()).fields()).unwrap();
    let bytes = (text.len() + "\"k3f9q2xa01\":,".len()) * MAX_ACHIEVEMENTS;
    assert!(bytes < 250_000, "{bytes}");
}

#[test]
fn the_log_is_searched_by_words_and_filtered_by_skill() {
    let mut split = entry("Split the ledger store", "2026-09", &[("data-engineering", 4), ("system-performance", 4)]);
    split.result = "Payments got faster".into();
    let log = log(&[
        entry("Hired six engineers", "2026-05-20", &[("leadership", 3)]),
        split,
        entry("Cut the build", "2026-09-15", &[("devops-ci-cd", 3)]),
        entry("Zoë’s café: moved its ledger", "2025", &[("data-engineering", 2)]),
    ]);
    let found = |query: &str, skill: Option<&str>| {
        let skill = skill.map(SkillId::new);
        let found = Index::of(&log).find(query).map(|id| &log[id]).collect::<Vec<_>>();
        let found = found.into_iter().filter(|one| skill.as_ref().is_none_or(|skill| one.skills.contains_key(skill)));
        found.map(|one| one.line.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("", None), ["Split", "Cut", "Hired", "Zoë’s"]);
    assert_eq!(found("ledger", None), ["Split", "Zoë’s"]);
    assert_eq!(found("LEDG split", None), ["Split"]);
    assert_eq!(found("payment fast", None), ["Split"], "in all its parts");
    assert_eq!(found("hiring", None), ["Hired"]);
    assert_eq!(found("ledger", Some("data-engineering")), ["Split", "Zoë’s"]);
    assert_eq!(found("", Some("devops-ci-cd")), ["Cut"]);
    assert_eq!(found("nothing", None), [""; 0]);
    assert_eq!(found("", Some("gone")), [""; 0]);
    for text in awkward() {
        let _ = Index::of(&log).find(&text).count();
    }
}

#[test]
fn a_rating_of_three_or_more_asks_for_evidence_at_its_level() {
    let log = log(&[
        entry("a", "2026", &[("communication", 2), ("leadership", 3)]),
        entry("b", "2026", &[("communication", 3), ("gone", 5)]),
    ]);
    let mut plan = Plan { evidence: [("data-analytics".into(), "n".to_owned())].into(), ..Plan::default() };
    for (id, one) in &log {
        plan.records.set(List::Evidence.key(), id, Some(one.to_record(Record::default())));
    }
    assert_eq!(evidence::log(&plan.records.of(List::Evidence)), log);
    let all = backing(&GUIDE, &plan);
    assert_eq!(all[skill("communication").index()], Backing { entries: 2, shows: level(3), noted: false });
    assert_eq!(all[skill("leadership").index()], Backing { entries: 1, shows: level(3), noted: false });
    assert_eq!(all[skill("data-analytics").index()], Backing { noted: true, ..Backing::default() });
    assert_eq!(all[skill("adaptability").index()], Backing::default());

    let rate = |id: &str| match id {
        "communication" => Some(level(4)), // shown at 3
        "leadership" => Some(level(3)),    // shown
        "adaptability" => Some(level(EVIDENCE_FROM)),
        "software-architecture" => Some(level(3)),
        "mentorship" => Some(level(2)),     // shows itself
        "data-analytics" => Some(level(5)), // has a note
        _ => None,
    };
    let ratings = Ratings::from_values(GUIDE.skills().map(|s| rate(GUIDE.skill(s).id.as_str())).collect());
    let ids = |title| skill_ids(&unbacked(&GUIDE, &ratings, &plan, title).iter().map(|u| u.skill).collect::<Vec<_>>());
    assert_eq!(ids(None), ["software-architecture", "communication", "adaptability"]);
    let title = GUIDE.title_by_id(&"director-of-engineering".into()).unwrap();
    let by_stake = unbacked(&GUIDE, &ratings, &plan, Some(title));
    let stake = |s| GUIDE.weight(title, s).quarters() * u32::from(GUIDE.required(title, s).get());
    assert_eq!(by_stake.len(), 3);
    assert!(by_stake.windows(2).all(|p| stake(p[0].skill) >= stake(p[1].skill)));
    let communication = by_stake.iter().find(|u| u.skill == skill("communication")).unwrap();
    assert_eq!((communication.rated, communication.backing.shows), (level(4), level(3)));
    assert_eq!(unbacked(&GUIDE, &Ratings::from_values(Vec::new()), &plan, Some(title)), []);
    assert_eq!(Backing::default().shows, Proficiency::NONE);
}

#[test]
fn a_story_has_all_four_parts() {
    let mut one = entry("x", "2026", &[]);
    assert!(!one.is_story());
    (one.situation, one.task, one.action, one.result) = ("s".into(), "t".into(), "a".into(), " ".into());
    assert!(!one.is_story());
    one.result = "r".into();
    assert!(one.is_story());
}
