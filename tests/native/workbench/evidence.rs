//! The log: its limits, its search, and what stands behind a rating.

use super::{GUIDE, awkward, level, skill, skill_ids};
use career_explorer::domain::guide::{Proficiency, SkillId};
use career_explorer::domain::plan::Ratings;
use career_explorer::domain::workbench::evidence::{
    Achievement, AchievementId, Backing, EVIDENCE_FROM, Fault, Field, Log, MAX_ACHIEVEMENTS, MAX_LINE, MAX_PART, MAX_SKILLS,
    MAX_UNIT, backing, faults_of_new, find, unbacked,
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
    entries.iter().enumerate().map(|(n, one)| (AchievementId::fresh(n as u64), one.clone())).collect()
}

#[test]
fn an_achievement_comes_back_from_json_as_it_was() {
    let mut one = entry("Cut the build", "2026-03", &[("devops-ci-cd", 3)]);
    one.metric =
        Some(Metric::Change { from: Amount::parse("40").unwrap(), to: Amount::parse("12.5").unwrap(), unit: "minutes".into() });
    let text = serde_json::to_string(&one).unwrap();
    assert_eq!(
        text,
        r#"{"line":"Cut the build","metric":{"change":{"from":"40","to":"12.5","unit":"minutes"}},"when":"2026-03","skills":{"devops-ci-cd":3}}"#
    );
    assert_eq!(serde_json::from_str::<Achievement>(&text).unwrap(), one);
    for text in awkward() {
        one.line = text.clone();
        (one.situation, one.result) = (text.clone(), text.clone());
        let one = one.clone().cleaned();
        assert_eq!(serde_json::from_str::<Achievement>(&serde_json::to_string(&one).unwrap()).unwrap(), one);
        assert!(!one.line.contains('\n') && !one.situation.chars().any(|c| c.is_control() && c != '\n'));
        assert_eq!(one.situation, clean(&text));
    }
    for bad in [
        r#"{"line":"x"}"#,
        r#"{"line":"x","when":"2027-02-29"}"#,
        r#"{"line":"x","when":"2026","skills":{"a":6}}"#,
        r#"{"line":"x","when":"2026","metric":{"by":{"by":"1e3","unit":""}}}"#,
    ] {
        assert!(serde_json::from_str::<Achievement>(bad).is_err(), "{bad}");
    }
}

#[test]
fn ids_are_checked_and_fresh_ones_differ() {
    assert_eq!(AchievementId::fresh(10).as_str(), "a000000000000000a");
    assert_eq!(AchievementId::new(AchievementId::fresh(u64::MAX).as_str()), Some(AchievementId::fresh(u64::MAX)));
    for bad in ["", "A", "a b", "ä", &"a".repeat(41)] {
        assert_eq!(AchievementId::new(bad), None);
    }
    assert!(serde_json::from_str::<AchievementId>("\"../x\"").is_err());
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
    let bytes = serde_json::to_string(&log(&vec![one; MAX_ACHIEVEMENTS])).unwrap().len();
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
        find(&log, query, skill.as_ref())
            .into_iter()
            .map(|(_, one)| one.line.split(' ').next().unwrap().to_owned())
            .collect::<Vec<_>>()
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
        let _ = find(&log, &text, None);
    }
}

#[test]
fn a_rating_of_three_or_more_asks_for_evidence_at_its_level() {
    let log = log(&[
        entry("a", "2026", &[("communication", 2), ("leadership", 3)]),
        entry("b", "2026", &[("communication", 3), ("gone", 5)]),
    ]);
    let all = backing(&GUIDE, &log);
    assert_eq!(all[skill("communication").index()], Backing { entries: 2, shows: level(3) });
    assert_eq!(all[skill("leadership").index()], Backing { entries: 1, shows: level(3) });
    assert_eq!(all[skill("adaptability").index()], Backing::default());

    let rate = |id: &str| match id {
        "communication" => Some(level(4)), // shown at 3
        "leadership" => Some(level(3)),    // shown
        "adaptability" => Some(level(EVIDENCE_FROM)),
        "software-architecture" => Some(level(3)),
        "mentorship" => Some(level(2)), // shows itself
        _ => None,
    };
    let ratings = Ratings::from_values(GUIDE.skills().map(|s| rate(GUIDE.skill(s).id.as_str())).collect());
    let ids = |title| skill_ids(&unbacked(&GUIDE, &ratings, &log, title).iter().map(|u| u.skill).collect::<Vec<_>>());
    assert_eq!(ids(None), ["software-architecture", "communication", "adaptability"]);
    let title = GUIDE.title_by_id(&"director-of-engineering".into()).unwrap();
    let by_stake = unbacked(&GUIDE, &ratings, &log, Some(title));
    let stake = |s| GUIDE.weight(title, s).quarters() * u32::from(GUIDE.required(title, s).get());
    assert_eq!(by_stake.len(), 3);
    assert!(by_stake.windows(2).all(|p| stake(p[0].skill) >= stake(p[1].skill)));
    let communication = by_stake.iter().find(|u| u.skill == skill("communication")).unwrap();
    assert_eq!((communication.rated, communication.backing.shows), (level(4), level(3)));
    assert_eq!(unbacked(&GUIDE, &Ratings::from_values(Vec::new()), &log, Some(title)), []);
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
