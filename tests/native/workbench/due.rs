//! What is due on a day, by worked cases: ends of quarters and years, the 29th of February, and that each is due by what its own tool writes.

use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::Proficiency;
use career_explorer::domain::plan::edit::apply;
use career_explorer::domain::plan::records::{List, Record, RecordId};
use career_explorer::domain::plan::{Plan, Step};
use career_explorer::domain::workbench::actions::Task;
use career_explorer::domain::workbench::aims::OwnGoal;
use career_explorer::domain::workbench::balance::{self, QUESTIONS};
use career_explorer::domain::workbench::due::{Due, What, due, review_due};
use career_explorer::domain::workbench::linkedin::REFRESHED;
use career_explorer::domain::workbench::look_back::choices;
use career_explorer::domain::workbench::quarter::Quarter;
use career_explorer::domain::workbench::reminders::{self, Reminder};
use career_explorer::domain::workbench::smart::Goal;
use career_explorer::domain::workbench::tenure::take_up;

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
        What::FirstDays(days, title) => format!("{days} days {title}"),
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
    // The next one comes due without work in it, and the one with work stays what there is to look at.
    assert_eq!(said(&plan, "2028-03-24"), review("2027-q4", "2027-12-31"));
    // One that was held late counts for the quarter that was due; the next one is due in its time.
    let held = |day: &str, quarter: &str| Record::default().with_text("day", day).with_text("quarter", quarter);
    put(&mut plan, List::Reviews, "2028q1", held("2028-01-03", "2028-q1"));
    assert_eq!(said(&plan, "2028-03-23"), Vec::<String>::new());
    put(&mut plan, List::Reviews, "2028q1", held("2027-12-24", "2027-q4"));
    assert_eq!(said(&plan, "2027-12-31"), Vec::<String>::new());
    assert_eq!(said(&plan, "2028-03-31"), review("2028-q1", "2028-03-31"));
}

#[test]
fn the_review_that_is_due_is_of_the_latest_quarter_with_work_that_none_covers() {
    let mut plan = Plan::default();
    let of = |plan: &Plan, today: &str| review_due(plan, day(today)).map(|quarter| quarter.to_string());
    let held = |day: &str, quarter: &str| Record::default().with_text("day", day).with_text("quarter", quarter);
    action(&mut plan, "a", "2026-q2", 1, Some("2026-05-02"));
    action(&mut plan, "b", "2026-q4", 1, Some("2026-11-02"));
    // Whoever was away for half a year is asked for the last quarter in which there was work, across the year's end.
    for today in ["2026-12-24", "2026-12-31", "2027-01-01", "2027-03-31", "2027-06-23", "2028-02-29"] {
        assert_eq!(of(&plan, today).as_deref(), Some("2026-q4"), "{today}");
    }
    // A week before its end the present quarter is not due, with work or not.
    action(&mut plan, "c", "2027-q1", 1, None);
    assert_eq!(of(&plan, "2027-01-04").as_deref(), Some("2026-q4"));
    assert_eq!(of(&plan, "2027-03-24").as_deref(), Some("2027-q1"));
    // A review of an older quarter leaves the later one due; one of the later covers the older.
    put(&mut plan, List::Reviews, "r", held("2027-01-03", "2026-q2"));
    assert_eq!(of(&plan, "2027-01-04").as_deref(), Some("2026-q4"));
    put(&mut plan, List::Reviews, "r", held("2027-01-03", "2026-q4"));
    assert_eq!(of(&plan, "2027-01-04"), None);
    assert_eq!(of(&plan, "2027-03-24").as_deref(), Some("2027-q1"));
    // One that does not say of which quarter it is covers the one that was due on its day.
    for (on, due) in [("2026-12-24", None), ("2026-12-23", Some("2026-q4")), ("2027-03-23", None)] {
        put(&mut plan, List::Reviews, "r", Record::default().with_text("day", on));
        assert_eq!(of(&plan, "2027-01-04").as_deref(), due, "{on}");
    }
}

#[test]
fn one_can_review_what_there_is_to_look_at_the_latest_first_and_what_is_due_whenever_it_was() {
    let mut plan = Plan::default();
    let named = |plan: &Plan, today: &str| -> Vec<String> {
        let word = |one: &career_explorer::domain::workbench::look_back::Choice| match (one.is_due, one.reviewed) {
            (true, _) => format!("{} due", one.quarter),
            (_, Some(day)) => format!("{} {day}", one.quarter),
            _ => one.quarter.to_string(),
        };
        choices(plan, day(today), Quarter::of(day(today))).iter().map(word).collect()
    };
    assert_eq!(named(&plan, "2027-01-04"), ["2027-q1"]);
    let entry = Record::default().with_text("line", "Split the ledger").with_text("when", "2026-07");
    put(&mut plan, List::Evidence, "e", entry);
    assert_eq!(named(&plan, "2027-01-04"), ["2027-q1", "2026-q4", "2026-q3"]);
    action(&mut plan, "a", "2026-q4", 1, None);
    put(&mut plan, List::Reviews, "r", Record::default().with_text("day", "2026-10-02").with_text("quarter", "2026-q3"));
    assert_eq!(named(&plan, "2027-01-04"), ["2027-q1", "2026-q4 due", "2026-q3 2026-10-02"]);
    // Two years at most, and no quarter that is still to come; what is due is there even if it is older.
    action(&mut plan, "far", "2029-q1", 1, None);
    assert_eq!(named(&plan, "2028-09-30").len(), 8);
    put(&mut plan, List::Evidence, "e", Record::default().with_text("line", "Long ago").with_text("when", "2001"));
    plan.records.set("reviews", &id("r"), None);
    plan.records.set("actions", &id("far"), None);
    assert_eq!(named(&plan, "2029-12-31"), ["2029-q4", "2026-q4 due"]);
    // What is looked at stays there, though nothing of the plan does.
    let shown = Quarter::parse("2026-q3").unwrap();
    let of_nothing: Vec<Quarter> = choices(&Plan::default(), day("2027-01-04"), shown).iter().map(|one| one.quarter).collect();
    assert_eq!(of_nothing, [Quarter::parse("2027-q1").unwrap(), shown]);
}

#[test]
fn the_first_ninety_days_of_a_title_are_due_a_third_at_a_time_on_the_days_of_the_calendar() {
    let manager = "engineering-manager".into();
    let began = |on: &str| {
        let plan = Plan { from: Some("engineering-manager".into()), ..Plan::default() };
        apply(&plan, &take_up(&plan, &manager, Some(day(on))).unwrap())
    };
    let plan = began("2027-12-01");
    for (today, due) in [
        // One that is still to come counts for nothing.
        ("2027-11-30", None),
        ("2027-12-01", Some("30 days engineering-manager 2027-12-30")),
        ("2027-12-30", Some("30 days engineering-manager 2027-12-30")),
        ("2027-12-31", Some("60 days engineering-manager 2028-01-29")),
        ("2028-01-30", Some("90 days engineering-manager 2028-02-28")),
        ("2028-02-28", Some("90 days engineering-manager 2028-02-28")),
        ("2028-02-29", None),
    ] {
        assert_eq!(said(&plan, today), due.into_iter().collect::<Vec<_>>(), "{today}");
        let ahead = reminders::due(&plan, &[], day(today));
        let first = ahead.into_iter().find_map(|one| match one {
            Reminder::FirstDays(days, title, by) => Some(format!("{days} days {title} {by}")),
            _ => None,
        });
        if let Some(due) = due {
            assert_eq!(first.as_deref(), Some(due), "{today}");
        }
    }
    // Of a title that one holds no longer nothing is due.
    assert_eq!(said(&Plan { from: Some("technical-lead".into()), ..plan }, "2027-12-05"), Vec::<String>::new());
    assert_eq!(said(&began("9999-12-20"), "9999-12-31").len(), 1);
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
