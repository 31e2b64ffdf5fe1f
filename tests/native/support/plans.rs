//! Any plan that the app can make, of few ids, so that two of them often have entries in common.

use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::Proficiency;
use career_explorer::domain::plan::document::Unknown;
use career_explorer::domain::plan::edit::{PlanEdit, apply};
use career_explorer::domain::plan::records::{Archive, List, Record, RecordId, Records};
use career_explorer::domain::plan::{MAX_YEARS, Pace, Plan, Step};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;

const TITLES: [&str; 5] = ["senior-engineer", "technical-lead", "engineering-manager", "vp-of-engineering", "head-of-engineering"];
const SKILLS: [&str; 4] = ["communication", "leadership", "mentorship", "gone-from-the-guide"];
const GOALS: [&str; 3] = ["goal-1", "goal-2", "goal-3"];

fn day() -> impl Strategy<Value = Day> {
    (2024..2030i32, 1..=12u8, 1..=28u8).prop_map(|(year, month, day)| Day::new(year, month, day).unwrap())
}

fn level(from: u8) -> impl Strategy<Value = Proficiency> {
    (from..=5).prop_map(|number| Proficiency::new(number).unwrap())
}

fn records() -> impl Strategy<Value = Records> {
    let list = proptest::sample::select(&[List::Evidence, List::Actions][..]);
    let record = (list, "[ab]", btree_map("[xy]", "[a-zé“\n]{0,3}", 0..3));
    vec(record, 0..5).prop_map(|all| {
        let mut records = Records::default();
        for (list, id, fields) in all {
            let record = fields.iter().fold(Record::default(), |record, (key, text)| record.with_text(key, text));
            records.set(list.key(), &RecordId::new(&id).unwrap(), Some(record));
        }
        records
    })
}

fn without_snapshots() -> impl Strategy<Value = Plan> {
    let skill = || proptest::sample::select(&SKILLS[..]);
    let title = || proptest::option::of(proptest::sample::select(&TITLES[..]));
    let pace = prop_oneof![
        Just(Pace::default()),
        (
            1..=Pace::MAX_HOURS,
            Pace::MIN_EFFORT..=Pace::MAX_EFFORT,
            proptest::array::uniform5(proptest::option::of(1..=Pace::MAX_STEP))
        )
            .prop_map(|(hours_per_week, effort_percent, own_hours)| Pace { hours_per_week, effort_percent, own_hours })
    ];
    let step = (skill(), level(1)).prop_map(|(skill, level)| Step { skill: skill.into(), level });
    let route = proptest::option::of((Just(TITLES.to_vec()).prop_shuffle(), 2..=5usize));
    let ends = (title(), title(), route).prop_map(|(from, to, route)| {
        let route = route.map(|(all, len)| all[..len].to_vec()).unwrap_or_default();
        (route.first().copied().or(from), route.last().copied().or(to), route)
    });
    (
        ends,
        (proptest::option::of(0..=MAX_YEARS), proptest::option::of(0..=MAX_YEARS)),
        btree_map(skill(), level(0), 0..4),
        btree_map(skill(), "[a-zäé“\\\\\"\n ]{0,12}x", 0..3),
        btree_map(step, day(), 0..4),
        btree_set(proptest::sample::select(&GOALS[..]), 0..3),
        (pace, proptest::option::of(skill())),
        records(),
    )
        .prop_map(|((from, to, route), (years, since), ratings, evidence, done, goals, (pace, first), records)| Plan {
            from: from.map(Into::into),
            to: to.map(Into::into),
            years,
            // As the form gives it: by a title that is held, and not after today.
            since: since.filter(|since| from.is_some() && years.is_none_or(|years| *since <= years)),
            ratings: ratings.into_iter().map(|(id, level)| (id.into(), level)).collect(),
            evidence: evidence.into_iter().map(|(id, note)| (id.into(), note)).collect(),
            route: route.into_iter().map(Into::into).collect(),
            done: done.into_iter().collect(),
            goals: goals.into_iter().map(Into::into).collect(),
            pace,
            first: first.map(Into::into),
            records,
            snapshots: Vec::new(),
            archive: Archive::default(),
            unknown: Unknown::default(),
        })
}

/// Any plan.
pub fn plan() -> impl Strategy<Value = Plan> {
    (without_snapshots(), vec(("[ab]", day(), without_snapshots()), 0..3)).prop_map(|(plan, kept)| {
        let keep = |before: Plan, (name, day, state): (String, Day, Plan)| {
            let Plan { snapshots, archive, .. } = before;
            apply(&Plan { snapshots, archive, ..state }, &PlanEdit::TakeSnapshot { name, day })
        };
        let Plan { snapshots, archive, .. } = kept.into_iter().fold(Plan::default(), keep);
        Plan { snapshots, archive, ..plan }
    })
}
