//! Calendar files: iCalendar as of RFC 5545, with the name of the calendar as of RFC 7986.
//!
//! All events last whole days, so no time zone is in it. The ids are stable: who imports a newer file gets changed events, no second
//! ones.

use crate::domain::base::day::Day;
use crate::domain::workbench::text::clean;
use crate::domain::workbench::when::When;
use std::fmt::Write as _;

/// The longest line, in octets, without its end (RFC 5545, 3.1).
const MAX_LINE: usize = 75;

/// A moment in UTC, by the second: when the file was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    day: Day,
    seconds: u32,
}

impl Stamp {
    /// The moment so many seconds into a day; `None` from 86,400 on.
    pub fn new(day: Day, seconds: u32) -> Option<Self> {
        (seconds < 86_400).then_some(Self { day, seconds })
    }
}

/// How an event repeats: every so many months, on the same day of the month. What begins on the 29th or later, on the last day of its
/// month, repeats on the last days of months. What begins on the 29th or 30th otherwise, and comes to a February, begins on the 28th
/// instead: a rule that takes the last of several days is in the standard, and programs get it wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The months between two of them, 1 or more; 12 for every year.
    pub months: u8,
    /// How many there are in all, 1 or more; `None` for ever.
    pub times: Option<u16>,
}

/// Something on one or more whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What tells it apart among this person's events, for ever: `review`, `goal-mentoring`.
    pub id: String,
    /// Its first day.
    pub first: Day,
    /// How many days it lasts, 1 or more.
    pub days: u16,
    /// What it is, in one line.
    pub summary: String,
    /// More about it; may be empty.
    pub description: String,
    /// How it repeats.
    pub repeat: Option<Repeat>,
    /// How many hours before its first day begins to remind of it.
    pub remind_hours: Option<u16>,
}

impl Event {
    /// An event of one day.
    pub fn new(id: impl Into<String>, first: Day, summary: impl Into<String>) -> Self {
        let (summary, description) = (summary.into(), String::new());
        Self { id: id.into(), first, days: 1, summary, description, repeat: None, remind_hours: None }
    }
}

/// The text of a calendar file. `owner` tells one person's events from another's in a calendar that they share.
///
/// ```
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::workbench::export::calendar::{Event, Stamp, calendar};
///
/// let day = Day::parse("2027-03-01").unwrap();
/// let text = calendar("Career", "me", Stamp::new(day, 0).unwrap(), &[Event::new("review", day, "Review the quarter")]);
/// assert!(text.contains("DTSTART;VALUE=DATE:20270301\r\n") && text.contains("UID:review-me@career-explorer\r\n"));
/// ```
pub fn calendar(name: &str, owner: &str, stamp: Stamp, events: &[Event]) -> String {
    let mut lines = Lines::default();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Career Explorer//Career Explorer//EN");
    lines.add("CALSCALE:GREGORIAN");
    lines.add("METHOD:PUBLISH");
    lines.add(&format!("NAME:{}", escape(name)));
    lines.add(&format!("X-WR-CALNAME:{}", escape(name)));
    for event in events {
        lines.event(owner, stamp, event);
    }
    lines.add("END:VCALENDAR");
    lines.text
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn event(&mut self, owner: &str, stamp: Stamp, event: &Event) {
        self.add("BEGIN:VEVENT");
        self.add(&format!("UID:{}-{}@career-explorer", word(&event.id), word(owner)));
        let (hours, minutes, seconds) = (stamp.seconds / 3_600, stamp.seconds / 60 % 60, stamp.seconds % 60);
        self.add(&format!("DTSTAMP:{}T{hours:02}{minutes:02}{seconds:02}Z", digits(stamp.day)));
        let first = event.repeat.map_or(event.first, |repeat| repeat.first(event.first));
        self.add(&format!("DTSTART;VALUE=DATE:{}", digits(first)));
        // The end is the first day after it. On the last day of the calendar there is none, and without an end it lasts one day.
        let after = first.plus_days(event.days.max(1).into());
        if after > first {
            self.add(&format!("DTEND;VALUE=DATE:{}", digits(after)));
        }
        if let Some(repeat) = event.repeat {
            self.add(&repeat.rule(first));
        }
        self.add(&format!("SUMMARY:{}", escape(&event.summary)));
        if !event.description.trim().is_empty() {
            self.add(&format!("DESCRIPTION:{}", escape(&event.description)));
        }
        self.add("CLASS:PRIVATE");
        self.add("TRANSP:TRANSPARENT");
        if let Some(hours) = event.remind_hours {
            self.add("BEGIN:VALARM");
            self.add("ACTION:DISPLAY");
            self.add(&format!("DESCRIPTION:{}", escape(&event.summary)));
            self.add(&format!("TRIGGER:-PT{hours}H"));
            self.add("END:VALARM");
        }
        self.add("END:VEVENT");
    }

    /// Adds a line, folded: a line goes on behind a line end and one blank, and no character is taken apart.
    fn add(&mut self, line: &str) {
        let mut room = MAX_LINE;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = MAX_LINE - 1;
            }
            room -= c.len_utf8();
            self.text.push(c);
        }
        self.text.push_str("\r\n");
    }
}

/// Text as it stands in a property (RFC 5545, 3.3.11).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

/// An id without what could end it or part it.
fn word(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_')).collect()
}

fn digits(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day_of_month())
}

impl Repeat {
    /// The day on which it begins.
    fn first(self, first: Day) -> Day {
        let (month, day) = (i32::from(first.month()), first.day_of_month());
        let in_february = (0..12).any(|times| (month + times * i32::from(self.months.max(1))) % 12 == 2);
        if day > 28 && !is_last(first) && in_february { Day::new(first.year(), first.month(), 28).unwrap_or(first) } else { first }
    }

    fn rule(self, first: Day) -> String {
        let mut rule = format!("RRULE:FREQ=MONTHLY;INTERVAL={}", self.months.max(1));
        if let Some(times) = self.times {
            let _ = write!(rule, ";COUNT={}", times.max(1));
        }
        if first.day_of_month() > 28 && is_last(first) {
            rule.push_str(";BYMONTHDAY=-1");
        }
        rule
    }
}

/// Whether a day is the last of its month.
fn is_last(day: Day) -> bool {
    When::month(day.year(), day.month()).is_some_and(|month| month.last() == day)
}

/// So many months after a day: on the same day of the month, or on the last one where that month is shorter. `None` after 9999.
///
/// ```
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::workbench::export::calendar::months_later;
///
/// let last = Day::parse("2027-01-31").unwrap();
/// assert_eq!(months_later(last, 1), Day::parse("2027-02-28"));
/// ```
pub fn months_later(day: Day, months: u16) -> Option<Day> {
    let count = day.year() * 12 + i32::from(day.month()) - 1 + i32::from(months);
    let month = When::month(count / 12, u8::try_from(count % 12 + 1).ok()?)?;
    Day::new(month.first().year(), month.first().month(), day.day_of_month()).or(Some(month.last()))
}
