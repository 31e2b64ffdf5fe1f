//! What there is at each stage of a plan, and what a page lists of its steps, over the small guide of the fixtures.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod small;

use career_explorer::domain::analysis::{Analysis, StageName};
use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::{Proficiency, SkillIx};
use career_explorer::domain::journey::steps::{Board, Entry, List, step};
use career_explorer::domain::plan::Plan;
use career_explorer::domain::plan::edit::{PlanEdit, apply};
use small::{day, guide, level, skill};

fn today() -> Day {
    day("2026-01-01")
}

/// From engineer to manager, with architecture, cloud, data and communication rated so.
fn plan(ratings: [u8; 4]) -> Plan {
    let ratings = guide().skills().zip(ratings).map(|(s, n)| (guide().skill(s).id.clone(), level(n))).collect();
    Plan { from: Some("engineer".into()), to: Some("manager".into()), years: Some(2), ratings, ..Plan::default() }
}

fn tick(plan: &Plan, (skill, level): (SkillIx, Proficiency), done: bool) -> Plan {
    apply(plan, &PlanEdit::Tick { step: step(guide(), skill, level), done: done.then(today) })
}

fn board(plan: &Plan) -> Board {
    Analysis::of(guide(), plan).travel(guide()).unwrap().board(guide(), today())
}

type Told = (SkillIx, Proficiency, bool);

fn told(board: &Board, list: List) -> Vec<Told> {
    board.list(list).iter().map(|e| (e.step().0, e.step().1, e.is_done())).collect()
}

fn all(board: &Board) -> [Vec<Told>; 3] {
    List::ALL.map(|list| told(board, list))
}

/// The same lists, with these steps done or open.
fn with(mut lists: [Vec<Told>; 3], done: bool, is_meant: impl Fn(SkillIx, Proficiency) -> bool) -> [Vec<Told>; 3] {
    for entry in lists.iter_mut().flatten().filter(|entry| is_meant(entry.0, entry.1)) {
        entry.2 = done;
    }
    lists
}

#[test]
fn a_stage_has_what_the_plan_has_said_and_no_more() {
    let mut plan = Plan { years: Some(2), from: Some("engineer".into()), ..Plan::default() };
    let stage = |plan: &Plan| Analysis::of(guide(), plan).stage;
    assert!(stage(&Plan::default()).aim().is_none());
    assert!(stage(&plan).aim().is_none() && stage(&plan).name() == StageName::Nothing);
    plan.to = Some("gone".into());
    assert_eq!(stage(&plan).name(), StageName::Nothing, "a title that this guide lacks leads nowhere");
    plan.to = Some("head".into());
    assert_eq!(stage(&plan).name(), StageName::Journey);
    for incomplete in [Plan { years: None, ..plan.clone() }, Plan { from: None, ..plan.clone() }] {
        let analysis = Analysis::of(guide(), &incomplete);
        assert_eq!((analysis.stage.name(), analysis.stage.journey().is_some()), (StageName::Destination, false));
        assert!(analysis.stage.aim().is_some() && analysis.travel(guide()).is_none());
    }
    plan.ratings.insert("data".into(), level(1));
    assert_eq!(stage(&plan).name(), StageName::Rated);
    plan.ratings.clear();
    plan.done.insert(step(guide(), skill("data"), level(1)), today());
    assert_eq!(stage(&plan).name(), StageName::Rated, "a step that is ticked off is a rating");
    assert!(StageName::Nothing < StageName::Destination && StageName::Journey < StageName::Rated);
    // The other way round there is a journey, and no way to go.
    (plan.from, plan.to) = (plan.to, plan.from);
    let analysis = Analysis::of(guide(), &plan);
    assert!(analysis.stage.journey().is_some() && analysis.travel(guide()).is_none());
}

#[test]
fn a_step_that_is_ticked_off_or_taken_back_stays_in_its_place_until_the_next_visit() {
    let plan = plan([0, 3, 1, 1]);
    let first = board(&plan);
    let (skill, one) = told(&first, List::Needed).iter().map(|t| (t.0, t.1)).nth(1).expect("a second step");
    let is_it = |s: SkillIx, l: Proficiency| (s, l) == (skill, one);

    let ticked = tick(&plan, (skill, one), true);
    let after = first.keeping_places(board(&ticked));
    assert_eq!(all(&after), with(all(&first), true, is_it));
    assert_eq!(after.counts(), (first.counts().0 - 1, first.counts().1 + 1));
    // A look later it is still there, and what is open has dates of its own.
    assert_eq!(after.keeping_places(board(&ticked)), after);

    // The next visit has it among what is done, with its day, before what only the ratings say.
    let next = board(&ticked);
    assert_eq!(next.counts(), after.counts());
    assert!(matches!(&next.list(List::Done)[0], Entry::Done(done) if (done.skill, done.day) == (skill, Some(today()))));
    // Taken back there, it stays there, open; on a new visit it is where it was.
    let back = tick(&ticked, (skill, one), false);
    assert_eq!(all(&next.keeping_places(board(&back))), with(all(&next), false, is_it));
    assert_eq!(all(&board(&back)), all(&first));
}

#[test]
fn a_step_takes_the_steps_below_it_along() {
    let plan = plan([0, 3, 1, 1]);
    let first = board(&plan);
    let highest = told(&first, List::Beyond).first().map_or_else(|| *told(&first, List::Needed).last().unwrap(), |t| *t);
    let after = first.keeping_places(board(&tick(&plan, (highest.0, highest.1), true)));
    for (skill, level, done) in List::ALL.iter().flat_map(|list| told(&after, *list)) {
        if skill == highest.0 {
            assert_eq!(done, level <= highest.1, "{level}");
        }
    }
    assert!(
        told(&after, List::Beyond).contains(&(highest.0, highest.1, true))
            || told(&after, List::Needed).contains(&(highest.0, highest.1, true))
    );
}

#[test]
fn what_comes_anew_stands_where_it_belongs_and_another_leg_is_another_board() {
    let (plan, lower) = (plan([0, 3, 1, 1]), plan([0, 3, 0, 1]));
    let first = board(&plan);
    assert_eq!(all(&first.keeping_places(board(&lower))), all(&board(&lower)));
    assert_eq!(all(&board(&lower).keeping_places(first.clone())), all(&first), "what is no step any more goes");
    let other = Plan { to: Some("lead".into()), ..plan };
    assert_eq!(first.keeping_places(board(&other)), board(&other));
}

/// Who rated a skill does not matter: what lies between the two titles of the leg and is reached is done.
#[test]
fn a_step_that_the_rating_has_reached_is_done() {
    let communication = skill("communication");
    let reached = |plan: &Plan| -> Vec<(u8, bool)> {
        let board = board(plan);
        let done = board.list(List::Done).iter().filter_map(|e| match e {
            Entry::Done(done) if done.skill == communication => Some((done.level.get(), done.day.is_some())),
            _ => None,
        });
        done.collect()
    };
    let asked = |title: &str| guide().required(guide().title_by_id(&title.into()).unwrap(), communication).get();
    let (from, to) = (asked("engineer"), asked("manager"));
    assert!(from + 2 < to, "the leg has steps enough for this test");
    let plan = plan([0, 3, 1, from + 2]);
    assert_eq!(reached(&plan), [(from + 1, false), (from + 2, false)]);
    let ticked = tick(&plan, (communication, level(from + 2)), true);
    assert_eq!(reached(&ticked), [(from + 2, true), (from + 1, false)], "the day is kept where there is one");
    assert_eq!(ticked.ratings, plan.ratings);
    let beyond = apply(&plan, &PlanEdit::Rate { skill: "communication".into(), level: Some(Proficiency::MAX) });
    assert_eq!(reached(&beyond).last(), Some(&(to, false)), "no more than the next title asks");
}
