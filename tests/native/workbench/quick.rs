//! One line, and what is read from it. Today is 24 November 2026 throughout.

use super::{GUIDE, awkward, day, skill_ids};
use career_explorer::domain::base::day::Day;
use career_explorer::domain::workbench::lexicon::{Lexicon, MAX_PROPOSED};
use career_explorer::domain::workbench::metric::Metric;
use career_explorer::domain::workbench::quick::{Note, Reading, read};
use career_explorer::domain::workbench::text::one_line;
use proptest::prelude::*;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&GUIDE));

fn today() -> Day {
    day("2026-11-24")
}

fn reading(line: &str) -> Reading {
    read(&LEXICON, line, today())
}

fn told(metric: Option<&Metric>) -> String {
    match metric {
        None => String::new(),
        Some(Metric::Change { from, to, unit }) => format!("{from} > {to} {unit}"),
        Some(Metric::By { by, unit }) => format!("by {by} {unit}"),
        Some(Metric::Reached { to, unit }) => format!("{to} {unit}"),
    }
}

#[test]
fn a_line_gives_its_date_its_metric_and_its_skills() {
    let read = reading("Cut the build from 40 to 12 minutes, March 2026");
    assert_eq!(read.line, "Cut the build from 40 to 12 minutes");
    assert_eq!((read.when.to_string().as_str(), read.dated), ("2026-03", true));
    assert_eq!(told(read.metric.as_ref()), "40 > 12 minutes");
    assert_eq!(skill_ids(&read.skills), ["devops-ci-cd"]);
    assert_eq!(read.notes, []);
}

#[test]
fn metrics_are_read_where_they_are_stated_plainly() {
    for (line, metric) in [
        ("from 40 to 12 minutes", "40 > 12 minutes"),
        ("from 40 minutes to 12", "40 > 12 minutes"),
        ("from 40 min to 12 minutes", "40 > 12 minutes"),
        ("from 40 minutes on average to 12", "40 > 12 minutes"),
        ("from 40 all the way down to 12 minutes", "40 > 12 minutes"),
        ("meetings 9 → 5 hours a week", "9 > 5 hours a week"),
        ("meetings 9 -> 5 h", "9 > 5 h"),
        ("9 => 5", "9 > 5 "),
        ("to 12 minutes from 40", "40 > 12 minutes"),
        ("31 → 19 €", "31 > 19 €"),
        ("€31 to €19", "31 > 19 €"),
        ("from $1.2m to $800k a month", "1200000 > 800000 $ a month"),
        ("from 9 to 12 million requests", "9000000 > 12000000 requests"),
        ("from 40 to 52k users", "40000 > 52000 users"),
        ("from 99.9 % to 99.95 %", "99.9 > 99.95 %"),
        ("60 to 25 percent", "60 > 25 %"),
        ("60 to 25 per cent", "60 > 25 %"),
        ("840ms → 310ms", "840 > 310 ms"),
        ("from 1,200 to 1,450 tests", "1200 > 1450 tests"),
        ("from 12,5 to 9,75 %", "12.5 > 9.75 %"),
        ("from 1.234.567 to 2.000.000 users", "1234567 > 2000000 users"),
        ("from 1'200 to 1’450", "1200 > 1450 "),
        ("from 1\u{202f}200 to 1\u{a0}450 users", "1200 > 1450 users"),
        ("from nine to two incidents a quarter", "9 > 2 incidents a quarter"),
        ("Cut cost by 30 %", "by 30 %"),
        ("Cut the bill by €40k per month", "by 40000 € per month"),
        ("Grew the team to 12 engineers", "12 engineers"),
        ("Availability of 99.95 % for a year", "99.95 %"),
        ("Saved €1.5m", "1500000 €"),
        // Not stated, or not plainly.
        ("Hired well", ""),
        ("Moved to 12", ""),
        ("Upgraded to version v2.3.1 from v1", ""),
        ("From Berlin to Paris with 3 people", ""),
        ("Version 1.2.3", ""),
        ("Worked 9–5", ""),
        ("one path to production", ""),
        ("p95 and 42", ""),
        ("from 1,2,3 to 4", ""),
        ("from 40, and then to 12", ""),
        ("from 123456789012345678901234567890 to 1", ""),
    ] {
        assert_eq!(told(reading(line).metric.as_ref()), metric, "{line}");
    }
    let differ = reading("from 2 weeks to 3 days");
    assert_eq!((differ.metric, differ.notes), (None, vec![Note::UnitsDiffer]));
}

#[test]
fn dates_are_read_in_the_forms_that_people_use() {
    for (line, when) in [
        ("Did it, March 2026", "2026-03"),
        ("Did it, Mar 2026", "2026-03"),
        ("Did it (Mar. 2026)", "2026-03"),
        ("Did it in Sept 2025.", "2025-09"),
        ("Did it on 14 March 2026", "2026-03-14"),
        ("Did it on the 14th of March, 2026", "2026-03-14"),
        ("March 14, 2026: did it", "2026-03-14"),
        ("March 1st 2026 did it", "2026-03-01"),
        ("2026-03-14 did it", "2026-03-14"),
        ("did it 2026-03", "2026-03"),
        ("did it 2026/3/14", "2026-03-14"),
        ("did it 14.03.2026", "2026-03-14"),
        ("did it 4.3.2026", "2026-03-04"),
        ("did it 03.2026", "2026-03"),
        ("did it 14/3/2026", "2026-03-14"),
        ("did it 3/14/2026", "2026-03-14"),
        ("did it 3/3/2026", "2026-03-03"),
        ("did it 03/2026", "2026-03"),
        ("did it in Q3 2025", "2025-09"),
        ("2025 Q1: did it", "2025-03"),
        ("did it in Q4", "2026-11"), // the quarter that it is
        ("did it in Q3", "2026-09"),
        ("did it in 2025", "2025"),
        ("did it, 2025", "2025"),
        ("did it (2024)", "2024"),
        // Without a year it is the latest that has come.
        ("did it in March", "2026-03"),
        ("did it in December", "2025-12"),
        ("did it on 24 November", "2026-11-24"),
        ("did it on 25 November", "2025-11-25"),
        ("did it on Nov 25th", "2025-11-25"),
        ("did it in November", "2026-11"),
        ("did it on 29 February", "2024-02-29"),
        ("did it on 31 December 2025", "2025-12-31"),
        ("did it on 1 January 2026", "2026-01-01"),
        ("did it on 29 February 2028 minus nothing", "2028-02-29"),
        // Relative to today.
        ("did it today", "2026-11-24"),
        ("did it yesterday", "2026-11-23"),
        ("did it last week", "2026-11"),
        ("did it this month", "2026-11"),
        ("did it last month", "2026-10"),
        ("did it last quarter", "2026-09"),
        ("did it last year", "2025"),
    ] {
        let read = reading(line);
        assert_eq!((read.when.to_string().as_str(), read.dated), (when, true), "{line}");
        assert!(read.metric.is_none(), "{line}: a date is no figure");
    }
    // Around the ends of months and years.
    for (now, line, when) in [
        ("2026-01-01", "yesterday", "2025-12-31"),
        ("2028-03-01", "yesterday", "2028-02-29"),
        ("2027-03-01", "yesterday", "2027-02-28"),
        ("2026-01-15", "last month", "2025-12"),
        ("2026-02-15", "last quarter", "2025-12"),
        ("2026-01-03", "last week", "2025-12"),
        ("2028-02-29", "today", "2028-02-29"),
        ("2028-02-28", "on 29 February", "2024-02-29"),
        ("2026-01-01", "in Q1", "2026-01"),
        ("0001-01-01", "yesterday", "0001-01-01"),
    ] {
        assert_eq!(read(&LEXICON, line, day(now)).when.to_string(), when, "{line} on {now}");
    }
}

#[test]
fn what_is_no_date_is_not_taken_for_one() {
    for line in [
        "We may ship it",
        "March on with 12 people",
        "The second in command",
        "Room 2026 is free",
        "Paired 2 juniors with Jan",
        "2026 tests",
        "12.5 percent",
        "call 030/1234",
        "In May5 it worked",
        "Q5 review",
        "1800-01",
    ] {
        let read = reading(line);
        assert_eq!((read.when.to_string().as_str(), read.dated), ("2026-11-24", false), "{line}");
        assert_eq!(read.line, line);
        assert_eq!(read.notes, [], "{line}");
    }
}

#[test]
fn what_needs_a_look_is_noted() {
    for (line, note, dated) in [
        ("did it on 29 February 2027", Note::NoSuchDay, false),
        ("did it on 31.04.2026", Note::NoSuchDay, false),
        ("did it 2026-13-01", Note::NoSuchDay, false),
        ("did it on 3/4/2026", Note::AmbiguousDate, false),
        ("do it by March 2027", Note::InFuture, true),
        ("done on 25 November 2026", Note::InFuture, true),
        ("in March 2025, again in April 2026", Note::SeveralDates, true),
    ] {
        let read = reading(line);
        assert_eq!((read.notes, read.dated), (vec![note], dated), "{line}");
    }
    assert_eq!(reading("in March 2025, again in April 2026").when.to_string(), "2026-04");
    assert_eq!(reading("in March 2026, yes, in March 2026").notes, [], "one date said twice");
}

#[test]
fn the_date_goes_from_the_ends_of_a_line_and_stays_within_it() {
    for (line, kept) in [
        ("Cut the build, in March 2026.", "Cut the build"),
        ("Cut the build (March 2026)", "Cut the build"),
        ("March 2026: cut the build.", "cut the build."),
        ("In March 2026, cut the build", "cut the build"),
        ("In March 2026 the build was cut by half", "the build was cut by half"),
        ("Cut the March 2026 build", "Cut the March 2026 build"),
        ("March 2026", "March 2026"),
        ("  two\n lines  ", "two lines"),
        ("Cut the build on 29 February 2027", "Cut the build on 29 February 2027"),
    ] {
        assert_eq!(reading(line).line, kept);
    }
}

#[test]
fn likely_skills_are_the_ones_that_a_person_would_name() {
    for (line, skills) in [
        ("Paired two seniors with two juniors, each pair with a goal and an end date", &["mentorship"][..]),
        ("Put three services on one path to production", &["devops-ci-cd"]),
        ("Spread on-call over three time zones, after two teams had refused", &["remote-leadership", "conflict-resolution"]),
        ("Split the ledger store so that a payment query reads one table", &["data-engineering"]),
        ("Stopped the rewrite after a two-week trial", &["strategic-thinking"]),
        ("Hired six engineers by a scorecard", &["leadership"]),
        ("Took the payments team through its PCI audit", &["security-compliance"]),
        ("Planned checkout across four teams, with one board and one list of risks", &["project-management"]),
        ("Turned round two engineers who had missed their goals", &["performance-management"]),
        ("Found the cause behind repeated outages: one shared database", &["problem-solving", "data-engineering"]),
        ("Turned down three roadmap requests, with figures the CFO used", &["strategic-vision", "data-driven-decisions"]),
        ("Merged two weekly meetings into one", &["time-management"]),
        ("Gave a talk on our API gateway at a conference", &["communication", "api-development"]),
        ("Rolled out Kubernetes for all services", &["cloud-computing"]),
        ("Shipped a support assistant on a language model", &["ai-ml-integration"]),
    ] {
        let found = skill_ids(&reading(line).skills);
        assert!(found.len() <= MAX_PROPOSED && skills.iter().all(|s| found.contains(s)), "{line}: {found:?}");
    }
    for line in ["", "Lorem ipsum", "👍", "I did what I could"] {
        assert_eq!(reading(line).skills, [], "{line}");
    }
    // Every skill is found by its own name, and first.
    for skill in GUIDE.skills() {
        for name in [&GUIDE.skill(skill).name, &GUIDE.skill(skill).short] {
            assert_eq!(reading(name).skills[0], skill, "{name}");
        }
    }
}

#[test]
fn nothing_that_can_be_typed_breaks_it_or_is_lost() {
    for text in awkward() {
        let read = reading(&text);
        let readable = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).count();
        assert_eq!(readable(&read.line), readable(&text), "{}", text.chars().take(40).collect::<String>());
        let dated = reading(&format!("{text} from 40 to 12 minutes, March 2026"));
        let seen = one_line(&text).chars().count() < 500;
        assert_eq!(dated.dated, seen);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_line_is_read_without_breaking(line in r"([a-zA-Z0-9äß€$%→./,'\- ]|(from|to|by|in|March|may|Q1|2026|40|12|minutes|%|->) ){0,40}") {
        let read = reading(&line);
        prop_assert!(read.line.len() <= line.len());
        prop_assert!(read.skills.len() <= MAX_PROPOSED);
    }

    #[test]
    fn a_change_with_a_month_is_read_back(from in 0..100_000u32, to in 0..100_000u32, month in 0..12usize, year in 1960..2026i32) {
        let name = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][month];
        let read = reading(&format!("Cut the build from {from} to {to} minutes, {name} {year}"));
        prop_assert_eq!(told(read.metric.as_ref()), format!("{from} > {to} minutes"));
        prop_assert_eq!(read.when.to_string(), format!("{year}-{:02}", month + 1));
        prop_assert_eq!(read.line, format!("Cut the build from {from} to {to} minutes"));
    }
}
