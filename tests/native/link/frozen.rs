//! Links that were given out: each must mean for ever what it meant. Lines are added to the file, never changed.

use super::GUIDE;
use career_explorer::domain::base::sorted::SortedMap;
use career_explorer::domain::link::{RateRequest, RatedReply, Shared, SharedPlan, decode, encode, open};
use career_explorer::domain::plan::Pace;
use std::fmt::Write as _;

const FROZEN: &str = include_str!("../../fixtures/links-v1.txt");
const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The links of the file, each with its readable text.
fn frozen() -> Vec<(&'static str, &'static str)> {
    let lines = FROZEN.lines().filter(|line| !line.starts_with("# ") && !line.is_empty());
    let pairs: Vec<_> = lines.map(|line| line.split_once(" = ").unwrap()).collect();
    assert!(pairs.len() >= 25);
    pairs
}

/// What a link says, in the form of the file.
fn describe(value: &Shared) -> String {
    let mut text = String::new();
    let (from, to, ratings) = match value {
        Shared::Plan(SharedPlan { from, to, ratings, .. }) => {
            text.push_str("plan");
            (from, to, ratings.clone())
        }
        Shared::Request(RateRequest { from, to }) => {
            text.push_str("request");
            (from, to, SortedMap::new())
        }
        Shared::Reply(RatedReply { from, to, ratings }) => {
            text.push_str("reply");
            (from, to, ratings.clone())
        }
    };
    for (name, title) in [("from", from), ("to", to)] {
        title.iter().for_each(|id| write!(text, "; {name} {id}").unwrap());
    }
    if let Shared::Plan(plan) = value {
        plan.years.iter().for_each(|years| write!(text, "; {years} years").unwrap());
        plan.since.iter().for_each(|since| write!(text, ", since {since}").unwrap());
    }
    if !ratings.is_empty() {
        text.push_str("; ratings");
        ratings.iter().for_each(|(id, level)| write!(text, " {id}:{level}").unwrap());
    }
    if let Shared::Plan(plan) = value {
        for (name, list) in [
            ("goals", plan.goals.iter().map(ToString::to_string).collect::<Vec<_>>()),
            ("route", plan.route.iter().map(ToString::to_string).collect()),
        ] {
            if !list.is_empty() {
                write!(text, "; {name} {}", list.join(" ")).unwrap();
            }
        }
        if plan.pace != Pace::default() {
            write!(text, "; pace {} h {} %", plan.pace.hours_per_week, plan.pace.effort_percent).unwrap();
        }
    }
    text
}

#[test]
fn every_frozen_link_means_what_it_meant() {
    for (link, meaning) in frozen() {
        let decoded = open(link, &GUIDE).unwrap_or_else(|error| panic!("{link}: {error:?}"));
        assert_eq!((describe(&decoded.value).as_str(), decoded.warnings.len()), (meaning, 0));
        let written = format!("{}{}", decoded.value.kind().address(), encode(&decoded.value, &GUIDE));
        assert_eq!(written, link);
    }
}

#[test]
fn no_cut_and_no_wrong_character_makes_another_link_of_it() {
    for (link, meaning) in frozen() {
        let (address, payload) = link.rsplit_once('/').unwrap();
        for place in 0..payload.len() {
            let cut = &payload[..place];
            assert!(decode(cut, &GUIDE).is_err(), "{cut}");
            assert!(open(&format!("{address}/{cut}"), &GUIDE).is_err(), "{cut}");
            for symbol in ALPHABET.chars().filter(|&symbol| !payload[place..].starts_with(symbol)) {
                let wrong = format!("{cut}{symbol}{}", &payload[place + 1..]);
                assert!(decode(&wrong, &GUIDE).is_err(), "{wrong}");
                assert!(open(&format!("{address}/{wrong}"), &GUIDE).is_err(), "{wrong}");
                // One too many is either taken back or named.
                let more = format!("{cut}{symbol}{}", &payload[place..]);
                assert!(decode(&more, &GUIDE).is_err(), "{more}");
                assert!(open(&more, &GUIDE).map_or(true, |decoded| describe(&decoded.value) == meaning), "{more}");
            }
            // Two neighbours swapped, one left out.
            if let Some((first, second)) =
                payload[place..].chars().next().zip(payload[place..].chars().nth(1)).filter(|(a, b)| a != b)
            {
                assert!(decode(&format!("{cut}{second}{first}{}", &payload[place + 2..]), &GUIDE).is_err());
                assert!(decode(&format!("{cut}{second}{}", &payload[place + 2..]), &GUIDE).is_err());
            }
        }
    }
}

/// Prints fixture lines for the values below: `cargo test --test link -- --ignored --nocapture`.
#[test]
#[ignore = "writes new lines for the file of frozen links"]
fn print_lines_for_the_file() {
    use super::support::{SKILLS, TITLES};
    use super::{level, typical};
    let plan = SharedPlan::default;
    let (from, to) = (Some(TITLES[2].into()), Some(TITLES[18].into()));
    let route = |titles: &[usize]| SharedPlan {
        from: Some(TITLES[titles[0]].into()),
        to: titles.last().map(|&title| TITLES[title].into()),
        route: titles.iter().map(|&title| TITLES[title].into()).collect(),
        ..plan()
    };
    let pace = |hours_per_week, effort_percent| Pace { hours_per_week, effort_percent, ..Pace::default() };
    let all = |number: u8| SKILLS.iter().map(|&id| (id.into(), level(number))).collect::<SortedMap<_, _>>();
    let goals = |codes: &[u8]| codes.iter().map(|code| format!("goal-{code}").as_str().into()).collect();
    let plans = [
        plan(),
        SharedPlan { from: from.clone(), ..plan() },
        SharedPlan { to: Some(TITLES[23].into()), ..plan() },
        SharedPlan { years: Some(0), ..plan() },
        SharedPlan { years: Some(60), ..plan() },
        SharedPlan { from: from.clone(), to: to.clone(), years: Some(7), ..plan() },
        typical(),
        SharedPlan { years: Some(12), pace: pace(5, 150), ..typical() },
        SharedPlan { ratings: all(0), ..plan() },
        SharedPlan { ratings: all(5), ..plan() },
        SharedPlan { ratings: [(SKILLS[0].into(), level(3))].into(), ..plan() },
        SharedPlan { ratings: [(SKILLS[26].into(), level(0))].into(), ..plan() },
        SharedPlan { ratings: SKILLS.iter().step_by(3).map(|&id| (id.into(), level(4))).collect(), ..plan() },
        SharedPlan { goals: goals(&[1]), ..plan() },
        SharedPlan { goals: goals(&[8, 9, 20]), ..plan() },
        SharedPlan { pace: pace(1, 25), ..plan() },
        SharedPlan { pace: pace(40, 400), ..plan() },
        SharedPlan { pace: pace(3, 99), ..plan() },
        route(&[2, 18]),
        route(&[2, 8, 7, 12, 14, 18]),
        SharedPlan { from: from.clone(), years: Some(7), since: Some(5), ..plan() },
        SharedPlan { years: Some(60), since: Some(0), ..typical() },
        SharedPlan { since: Some(7), pace: pace(3, 100), ..typical() },
        SharedPlan { years: Some(9), ratings: all(2), goals: goals(&[3, 14]), pace: pace(6, 80), ..route(&[0, 2, 10, 17]) },
    ];
    let values = plans.into_iter().map(Shared::Plan).chain([
        Shared::Request(RateRequest { from: from.clone(), to: to.clone() }),
        Shared::Request(RateRequest { from: None, to: to.clone() }),
        Shared::Reply(RatedReply { from: from.clone(), to: to.clone(), ratings: typical().ratings }),
        Shared::Reply(RatedReply { from: None, to: to.clone(), ratings: [(SKILLS[9].into(), level(5))].into() }),
        Shared::Reply(RatedReply { from, to, ratings: SortedMap::new() }),
    ]);
    for value in values {
        println!("{}{} = {}", value.kind().address(), encode(&value, &GUIDE), describe(&value));
    }
}
