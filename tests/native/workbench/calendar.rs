//! Calendar files, taken apart again by a reader of the format's own rules: unfolding, then unescaping.

use super::{awkward, day};
use career_explorer::domain::workbench::export::calendar::{
    Event, Labels, Reminders, Repeat, Stamp, calendar, events, months_later,
};
use career_explorer::domain::workbench::text::clean;
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

#[test]
fn a_plan_has_its_reminders_with_ids_that_stay() {
    let labels = Labels {
        review: ("Review", "Re-rate what moved"),
        linkedin: ("LinkedIn", ""),
        first_days: [("Listen", "a"), ("Decide", "b"), ("Show", "c")],
        goal: "Goal: ",
    };
    let reminders = Reminders {
        review: Some(day("2027-01-04")),
        linkedin: Some((day("2027-03-31"), 6)),
        new_title: Some(day("2027-02-01")),
        goals: vec![("goal-mentoring".into(), "Start mentoring, for two; at once".into(), day("2027-06-30"))],
    };
    let found: Vec<_> = events(&reminders, &labels)
        .into_iter()
        .map(|e| (e.id, e.first.to_string(), e.summary, e.repeat.map(|r| r.months)))
        .collect();
    let row = |id: &str, first: &str, summary: &str, months| (id.to_owned(), first.to_owned(), summary.to_owned(), months);
    assert_eq!(
        found,
        [
            row("review", "2027-01-04", "Review", Some(3)),
            row("linkedin", "2027-03-31", "LinkedIn", Some(6)),
            row("first-days-1", "2027-03-02", "Listen", None),
            row("first-days-2", "2027-04-01", "Decide", None),
            row("first-days-3", "2027-05-01", "Show", None),
            row("goal-goal-mentoring", "2027-06-30", "Goal: Start mentoring, for two; at once", None),
        ]
    );
    assert_eq!(events(&Reminders::default(), &labels), []);
    let later = calendar("My plan", "p1", Stamp::new(day("2027-01-01"), 0).unwrap(), &events(&reminders, &labels));
    let uids = |text: &str| properties(text).into_iter().filter(|(n, _)| n == "UID").map(|(_, v)| v).collect::<Vec<_>>();
    let before = file(&events(&reminders, &labels));
    assert_eq!(uids(&before), uids(&later));
    assert_eq!(uids(&before).len(), 6);
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
