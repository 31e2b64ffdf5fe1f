//! Calendar files, taken apart again by a reader of the format's own rules: unfolding, then unescaping.

use super::{GUIDE, awkward, day, level, skill};
use career_explorer::domain::journey::steps::Action;
use career_explorer::domain::plan::Plan;
use career_explorer::domain::plan::edit::{PlanEdit, apply};
use career_explorer::domain::plan::records::{List, Record, RecordId};
use career_explorer::domain::workbench::export::calendar::{Event, Repeat, Stamp, calendar, months_later};
use career_explorer::domain::workbench::reminders::due;
use career_explorer::domain::workbench::tenure::take_up;
use career_explorer::domain::workbench::text::clean;
use career_explorer::ui::words::actions::events;
use proptest::prelude::*;

fn stamp() -> Stamp {
    Stamp::new(day("2026-11-24"), 23 * 3600 + 30 * 60 + 5).unwrap()
}

fn file(events: &[Event]) -> String {
    calendar("My plan", "p1", stamp(), events)
}

/// The properties of a file, unfolded: name with parameters, and value.
fn properties(text: &str) -> Vec<(String, String)> {
    assert!(
        text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']),
        "lines end in CR LF, and nothing else does"
    );
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets", line.len());
        assert!(!line.chars().any(char::is_control));
    }
    let unfolded = text.replace("\r\n ", "");
    unfolded.trim_end().split("\r\n").map(|l| l.split_once(':').unwrap()).map(|(n, v)| (n.to_owned(), v.to_owned())).collect()
}

fn value(text: &str, name: &str) -> String {
    properties(text).into_iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("no {name}")).1
}

fn unescape(value: &str) -> String {
    let mut text = String::new();
    let mut signs = value.chars();
    while let Some(c) = signs.next() {
        match c {
            '\\' => match signs.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(c @ ('\\' | ';' | ',')) => text.push(c),
                other => panic!("\\{other:?} is no escape"),
            },
            ';' | ',' => panic!("not escaped: {c}"),
            c => text.push(c),
        }
    }
    text
}

#[test]
fn a_file_is_exactly_this() {
    let event = Event {
        days: 2,
        description: "Re-rate; adjust,\nnext quarter.".into(),
        repeat: Some(Repeat { months: 3, times: Some(8) }),
        remind_hours: Some(15),
        ..Event::new("review", day("2026-12-31"), "Quarterly review")
    };
    assert_eq!(
        file(&[event]),
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Career Explorer//Career Explorer//EN\r\nCALSCALE:GREGORIAN\r\n\
         METHOD:PUBLISH\r\nNAME:My plan\r\nX-WR-CALNAME:My plan\r\nBEGIN:VEVENT\r\nUID:review-p1@career-explorer\r\n\
         DTSTAMP:20261124T233005Z\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270102\r\n\
         RRULE:FREQ=MONTHLY;INTERVAL=3;COUNT=8;BYMONTHDAY=-1\r\nSUMMARY:Quarterly review\r\n\
         DESCRIPTION:Re-rate\\; adjust\\,\\nnext quarter.\r\nCLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\n\
         ACTION:DISPLAY\r\nDESCRIPTION:Quarterly review\r\nTRIGGER:-PT15H\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
}

#[test]
fn any_text_comes_back_as_it_was_but_for_control_characters() {
    for text in awkward() {
        let event = Event { description: text.clone(), ..Event::new("x", day("2026-11-24"), text.clone()) };
        let file = calendar(&text, "p1", stamp(), &[event]);
        assert_eq!(unescape(&value(&file, "SUMMARY")), clean(&text));
        assert_eq!(unescape(&value(&file, "X-WR-CALNAME")), clean(&text));
        let described = properties(&file).into_iter().find(|(n, _)| n == "DESCRIPTION").map(|(_, v)| unescape(&v));
        assert_eq!(described.unwrap_or_default(), clean(&text));
    }
}

#[test]
fn a_line_of_75_octets_is_not_folded_and_one_of_76_is() {
    let lines = |summary: &str| {
        let file = file(&[Event::new("x", day("2026-11-24"), summary)]);
        let at = file.find("SUMMARY").unwrap();
        file[at..].split("\r\n").take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let fits = "x".repeat(75 - "SUMMARY:".len());
    assert_eq!(lines(&fits)[1], "CLASS:PRIVATE");
    assert_eq!(lines(&format!("{fits}y"))[1], " y");
    // A character of four octets that would begin at the 73rd goes to the next line whole.
    let found = lines(&format!("{}👍", "x".repeat(72 - "SUMMARY:".len())));
    assert_eq!((found[0].len(), found[1].as_str()), (72, " 👍"));
}

#[test]
fn days_at_the_ends_of_months_years_and_time() {
    for (first, days, start, end) in [
        ("2026-12-31", 1, "20261231", Some("20270101")),
        ("2028-02-29", 1, "20280229", Some("20280301")),
        ("2027-02-28", 1, "20270228", Some("20270301")),
        ("2026-01-01", 0, "20260101", Some("20260102")),
        ("0001-01-01", 365, "00010101", Some("00020101")),
        ("9999-12-31", 1, "99991231", None),
    ] {
        let file = file(&[Event { days, ..Event::new("x", day(first), "x") }]);
        assert_eq!(value(&file, "DTSTART;VALUE=DATE"), start);
        let found = properties(&file).into_iter().find(|(n, _)| n == "DTEND;VALUE=DATE").map(|(_, v)| v);
        assert_eq!(found.as_deref(), end);
    }
    assert_eq!(Stamp::new(day("2026-11-24"), 86_400), None);
}

#[test]
fn what_repeats_skips_no_month() {
    let rule = |first: &str, months: u8, times| {
        let repeat = Some(Repeat { months, times });
        let file = file(&[Event { repeat, ..Event::new("x", day(first), "x") }]);
        (value(&file, "DTSTART;VALUE=DATE"), value(&file, "RRULE").replace("FREQ=MONTHLY;INTERVAL=", ""))
    };
    for (first, months, times, start, expected) in [
        ("2026-11-24", 3, None, "20261124", "3"),
        ("2026-11-28", 0, Some(0), "20261128", "1;COUNT=1"),
        // Not the last day of its month, and it comes to a February: in November and every three months after it.
        ("2026-11-29", 3, None, "20261128", "3"),
        ("2027-01-30", 1, Some(4), "20270128", "1;COUNT=4"),
        // It never comes to one: January, April, July, October.
        ("2027-01-29", 3, None, "20270129", "3"),
        ("2027-01-30", 12, None, "20270130", "12"),
        // The last day of its month.
        ("2026-12-31", 3, None, "20261231", "3;BYMONTHDAY=-1"),
        ("2026-11-30", 3, Some(8), "20261130", "3;COUNT=8;BYMONTHDAY=-1"),
        ("2028-02-29", 12, None, "20280229", "12;BYMONTHDAY=-1"),
        ("2027-02-28", 12, None, "20270228", "12"),
        ("2026-11-24", 255, None, "20261124", "255"),
    ] {
        assert_eq!(rule(first, months, times), (start.to_owned(), expected.to_owned()), "{first} every {months}");
    }
    for (from, months, then) in [
        ("2026-11-24", 3, Some("2027-02-24")),
        ("2026-10-31", 1, Some("2026-11-30")),
        ("2026-11-30", 3, Some("2027-02-28")),
        ("2027-11-30", 3, Some("2028-02-29")),
        ("2028-02-29", 12, Some("2029-02-28")),
        ("2028-02-29", 48, Some("2032-02-29")),
        ("2026-12-31", 0, Some("2026-12-31")),
        ("9999-12-01", 1, None),
    ] {
        assert_eq!(months_later(day(from), months), then.map(day), "{from} + {months}");
    }
}

/// A plan with all that there is to be reminded of.
fn due_of(began: &str, refreshed: &str, today: &str) -> Vec<Event> {
    let put = |plan: &Plan, list, id: &str, fields: &[(&str, &str)]| {
        let record = fields.iter().fold(Record::default(), |record, (key, text)| record.with_text(key, text));
        apply(plan, &PlanEdit::write(list, RecordId::new(id).unwrap(), record))
    };
    let plan = Plan { from: Some("technical-lead".into()), ..Plan::default() };
    let plan = apply(&plan, &take_up(&plan, &"technical-lead".into(), Some(day(began))).unwrap());
    let plan = put(&plan, List::Settings, "linkedin-refreshed", &[("day", refreshed)]);
    let plan = put(&plan, List::Goals, "mentoring", &[("what", "Start mentoring, for two; at once"), ("by", "2028-02-29")]);
    let plan = put(&plan, List::Actions, "a1", &[("what", "One"), ("quarter", "2027-q4")]);
    let plan = put(&plan, List::Actions, "a2", &[("what", "Two 👍"), ("quarter", "2027-q4")]);
    let step = Action {
        skill: skill("communication"),
        level: level(3),
        begins: day(today),
        by: (day("2027-12-31"), day("2028-03-01")),
        needed: true,
    };
    events(&GUIDE, &due(&plan, &[step], day(today)))
}

#[test]
fn a_plan_has_its_reminders_with_ids_that_stay() {
    let found: Vec<_> = due_of("2027-11-02", "2027-10-31", "2027-12-01")
        .into_iter()
        .map(|e| (e.id, e.first.to_string(), e.summary, e.repeat.map(|r| r.months)))
        .collect();
    let row =
        |id: &str, first: &str, summary: &str, months| (id.to_owned(), first.to_owned(), format!("Career plan: {summary}"), months);
    assert_eq!(
        found,
        [
            row("review", "2027-12-24", "quarterly review", Some(3)),
            // Four months after the last one, and February has no 31st.
            row("linkedin", "2028-02-29", "refresh LinkedIn", Some(4)),
            // The first day counts: 2 November and 29 more are the first thirty.
            row("first-days-1", "2027-12-01", "30 days as Technical Lead", None),
            row("first-days-2", "2027-12-31", "60 days as Technical Lead", None),
            row("first-days-3", "2028-01-30", "90 days as Technical Lead", None),
            row("goal-mentoring", "2028-02-29", "goal “Start mentoring, for two; at once”", None),
            row("actions-2027-q4", "2027-12-31", "Q4 2027 ends, 2 open", None),
            row("step-communication-3", "2027-12-31", "Communication at level 3, likely by now", None),
        ]
    );
    let first_days = |began: &str| due_of(began, "", "2027-12-01").iter().filter(|e| e.id.starts_with("first-days")).count();
    // What is over is over: of a title that was taken up long ago nothing is left.
    assert_eq!([first_days("2027-11-01"), first_days("2027-09-03"), first_days("2020-02-29")], [2, 1, 0]);
    // A refresh that is overdue is due today.
    assert_eq!(due_of("2020-01-01", "2026-01-01", "2027-12-01")[1].first, day("2027-12-01"));
    let uids = |text: &str| properties(text).into_iter().filter(|(n, _)| n == "UID").map(|(_, v)| v).collect::<Vec<_>>();
    let (before, later) = (file(&due_of("2027-11-02", "", "2027-11-02")), file(&due_of("2027-11-02", "", "2027-11-05")));
    assert_eq!(uids(&before), uids(&later));
    assert_eq!(uids(&before).len(), 8);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_summary_survives_folding_and_escaping(text in r"[\PC\n,;\\]{0,200}", id in r"\PC{0,20}") {
        let file = file(&[Event::new(id, day("2026-11-24"), text.clone())]);
        prop_assert_eq!(unescape(&value(&file, "SUMMARY")), clean(&text));
        let uid = value(&file, "UID");
        prop_assert!(uid.is_ascii() && uid.ends_with("-p1@career-explorer"));
    }
}
