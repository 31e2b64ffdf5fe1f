//! What is due on a day, by worked cases: ends of quarters and years, the 29th of February, and that each is due by what its own tool writes.

use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::Proficiency;
use career_explorer::domain::plan::records::{List, Record, RecordId};
use career_explorer::domain::plan::{Plan, Step};
use career_explorer::domain::workbench::actions::Task;
use career_explorer::domain::workbench::aims::OwnGoal;
use career_explorer::domain::workbench::balance::{self, QUESTIONS};
use career_explorer::domain::workbench::due::{Due, What, due};
use career_explorer::domain::workbench::linkedin::REFRESHED;
use career_explorer::domain::workbench::quarter::Quarter;
use career_explorer::domain::workbench::smart::Goal;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn id(name: &str) -> RecordId {
    RecordId::new(name).unwrap()
}

fn put(plan: &mut Plan, list: List, name: &str, record: Record) {
    plan.records.set(list.key(), &id(name), Some(record));
}

fn action(plan: &mut Plan, name: &str, quarter: &str, place: u64, done: Option<&str>) {
    let task = Task { what: name.into(), quarter: Quarter::parse(quarter), place, done: done.map(day), ..Task::default() };
    put(plan, List::Actions, name, task.to_record(Record::default()));
}

fn goal(plan: &mut Plan, name: &str, by: Option<&str>, progress: u8) {
    let goal = Goal { what: name.into(), by: by.map(day), ..Goal::default() };
    put(plan, List::Goals, name, OwnGoal { goal, progress, ..OwnGoal::default() }.to_record(Record::default()));
}

/// What is due, each in a few letters with its day.
fn said(plan: &Plan, today: &str) -> Vec<String> {
    due(plan, day(today)).iter().map(short).collect()
}

fn short(one: &Due) -> String {
    let what = match &one.what {
        What::Actions { count, first } => format!("{count} {first}"),
        What::Goal(id, what) => {
            assert_eq!(id.as_str(), what);
            format!("goal {what}")
        }
        What::Review(quarter) => format!("review {quarter}"),
        What::CheckIn => "check-in".to_owned(),
        What::Profile => "profile".to_owned(),
    };
    format!("{what} {}", one.by)
}

#[test]
fn nothing_is_due_of_an_empty_plan_on_any_day() {
    for today in ["2026-11-25", "2026-12-31", "2027-01-01", "2028-02-29", "0001-01-01", "9999-12-31"] {
        assert_eq!(said(&Plan::default(), today), Vec::<String>::new(), "{today}");
    }
}

#[test]
fn open_actions_are_due_by_the_end_of_their_quarter_and_late_ones_are_one() {
    let mut plan = Plan::default();
    action(&mut plan, "b", "2026-q4", 2, None);
    action(&mut plan, "a", "2026-q4", 9, None);
    action(&mut plan, "c", "2026-q4", 1, Some("2026-11-01"));
    action(&mut plan, "next", "2027-q1", 1, None);
    action(&mut plan, "some-day", "", 1, None);
    assert_eq!(said(&plan, "2026-11-25"), ["2 b 2026-12-31"]);
    // The last day of the year, with the review, and the first one of the next.
    assert_eq!(said(&plan, "2026-12-31"), ["2 b 2026-12-31", "review 2026-q4 2026-12-31"]);
    assert_eq!(said(&plan, "2027-01-01"), ["2 b 2026-12-31", "review 2026-q4 2026-12-31", "1 next 2027-03-31"]);
    // Of two quarters that are over, the later one says since when.
    action(&mut plan, "old", "2025-q1", 5, None);
    assert_eq!(said(&plan, "2027-01-01")[0], "3 b 2026-12-31");
}

#[test]
fn a_goal_is_due_from_a_month_before_its_day_until_it_is_reached() {
    let mut plan = Plan::default();
    goal(&mut plan, "leap", Some("2028-02-29"), 40);
    goal(&mut plan, "reached", Some("2028-02-29"), 100);
    goal(&mut plan, "without", None, 0);
    assert_eq!(said(&plan, "2028-01-29"), Vec::<String>::new());
    assert_eq!(said(&plan, "2028-01-30"), ["goal leap 2028-02-29"]);
    assert_eq!(said(&plan, "2028-02-29"), ["goal leap 2028-02-29"]);
    assert_eq!(said(&plan, "2029-03-01"), ["goal leap 2028-02-29"]);
}

#[test]
fn the_review_is_due_in_the_last_week_of_a_quarter_and_until_there_is_one() {
    let mut plan = Plan::default();
    let step = Step { skill: "communication".into(), level: Proficiency::new(3).unwrap() };
    plan.done.insert(step, day("2027-11-02"));
    let review = |of: &str, by: &str| vec![format!("review {of} {by}")];
    assert_eq!(said(&plan, "2027-12-23"), Vec::<String>::new());
    assert_eq!(said(&plan, "2027-12-24"), review("2027-q4", "2027-12-31"));
    assert_eq!(said(&plan, "2028-01-01"), review("2027-q4", "2027-12-31"));
    assert_eq!(said(&plan, "2028-03-23"), review("2027-q4", "2027-12-31"));
    assert_eq!(said(&plan, "2028-03-24"), review("2028-q1", "2028-03-31"));
    // One that was held late counts for the quarter that was due; the next one is due in its time.
    let held = |day: &str, quarter: &str| Record::default().with_text("day", day).with_text("quarter", quarter);
    put(&mut plan, List::Reviews, "2028q1", held("2028-01-03", "2028-q1"));
    assert_eq!(said(&plan, "2028-03-23"), Vec::<String>::new());
    put(&mut plan, List::Reviews, "2028q1", held("2027-12-24", "2027-q4"));
    assert_eq!(said(&plan, "2027-12-31"), Vec::<String>::new());
    assert_eq!(said(&plan, "2028-03-31"), review("2028-q1", "2028-03-31"));
}

#[test]
fn who_begins_in_a_quarter_has_nothing_to_look_back_on_before_it() {
    let mut plan = Plan::default();
    action(&mut plan, "first", "2027-q1", 1, None);
    assert_eq!(said(&plan, "2026-12-28"), Vec::<String>::new());
    assert_eq!(said(&plan, "2027-01-05"), ["1 first 2027-03-31"]);
    assert_eq!(said(&plan, "2027-03-31"), ["1 first 2027-03-31", "review 2027-q1 2027-03-31"]);
}

#[test]
fn a_check_in_comes_back_after_a_month_and_linkedin_after_three() {
    let mut plan = Plan::default();
    let all = QUESTIONS.iter().fold(Record::default(), |record, question| balance::put_answer(record, question, 3));
    put(&mut plan, List::CheckIns, balance::id(day("2028-01-30")).as_str(), all);
    // One that lacks answers is none.
    put(&mut plan, List::CheckIns, "2028-02-20", balance::put_answer(Record::default(), QUESTIONS[0], 3));
    assert_eq!(said(&plan, "2028-02-28"), Vec::<String>::new());
    assert_eq!(said(&plan, "2028-02-29"), ["check-in 2028-02-29"]);
    let (name, field) = REFRESHED;
    put(&mut plan, List::Settings, name, Record::default().with_text(field, "2027-12-01"));
    assert_eq!(said(&plan, "2028-02-28"), Vec::<String>::new());
    assert_eq!(said(&plan, "2028-02-29"), ["check-in 2028-02-29", "profile 2028-05-29"]);
}

#[test]
fn what_says_nothing_or_what_is_damaged_is_passed_over() {
    let mut plan = Plan::default();
    put(&mut plan, List::Actions, "a", Record::default().with_text("quarter", "2026-q4"));
    put(&mut plan, List::Actions, "b", Record::default().with_text("quarter", "2026-q9").with_text("what", "x"));
    put(&mut plan, List::Goals, "c", Record::default().with_text("by", "2026-12-01"));
    put(&mut plan, List::Goals, "d", Record::default().with_text("by", "soon").with_text("what", "x"));
    put(&mut plan, List::CheckIns, "yesterday", Record::default());
    assert_eq!(said(&plan, "2026-11-25"), Vec::<String>::new());
}
