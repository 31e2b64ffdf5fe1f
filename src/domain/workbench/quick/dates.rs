//! Dates as people write them in a line.

use super::Note;
use super::tokens::{Kind, Token};
use crate::domain::base::day::Day;
use crate::domain::workbench::when::When;
use std::ops::RangeInclusive;

/// The years that a four-digit number is taken for. The line is about a working life.
const YEARS: RangeInclusive<i32> = 1950..=2100;
const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// What reading at one place gives: how many tokens it takes, and the date, or why it is none.
type Found = Option<(usize, Result<When, Note>)>;

/// The date that begins at a place.
pub fn at(tokens: &[Token], place: usize, today: Day) -> Found {
    let line = Line { tokens, today };
    line.in_figures(place)
        .or_else(|| line.day_and_month(place))
        .or_else(|| line.month_first(place))
        .or_else(|| line.quarter(place))
        .or_else(|| line.relative(place))
        .or_else(|| line.year_alone(place))
}

struct Line<'a> {
    tokens: &'a [Token],
    today: Day,
}

fn day(year: i32, month: i32, day: i32) -> Result<When, Note> {
    let found = u8::try_from(month).ok().zip(u8::try_from(day).ok()).and_then(|(month, day)| Day::new(year, month, day));
    found.map(When::day).ok_or(Note::NoSuchDay)
}

fn month(year: i32, month: i32) -> Option<When> {
    When::month(year, u8::try_from(month).ok()?)
}

impl Line<'_> {
    fn word(&self, place: usize) -> Option<&str> {
        self.tokens.get(place)?.word()
    }

    /// A number of so many digits at most.
    fn number(&self, place: usize, digits: RangeInclusive<usize>) -> Option<i32> {
        self.tokens.get(place)?.digits().filter(|d| digits.contains(&d.len()))?.parse().ok()
    }

    fn year(&self, place: usize) -> Option<i32> {
        self.number(place, 4..=4).filter(|y| YEARS.contains(y))
    }

    /// Whether the sign stands at a place, joined to its neighbours without blanks.
    fn joined(&self, place: usize, sign: char) -> bool {
        let neighbours = self.tokens.get(place - 1).zip(self.tokens.get(place)).zip(self.tokens.get(place + 1));
        neighbours.is_some_and(|((a, b), c)| b.kind == Kind::Sign(sign) && a.end == b.start && b.end == c.start)
    }

    fn is_stop(&self, place: usize) -> bool {
        self.tokens.get(place).is_none_or(|t| t.kind == Kind::Stop)
    }

    /// `2026-03-14`, `2026-03`, `14.03.2026`, `03.2026`, `14/3/2026`, `3/14/2026`, `03/2026`.
    fn in_figures(&self, place: usize) -> Found {
        if let Kind::Number(text) = &self.tokens.get(place)?.kind
            && text.contains('.')
        {
            let parts: Vec<i32> = text.split('.').map(|p| p.parse().ok()).collect::<Option<_>>()?;
            return match (&parts[..], text.len()) {
                ([d, m, y], 8..=10) if YEARS.contains(y) => Some((1, day(*y, *m, *d))),
                ([m, y], 6..=7) if YEARS.contains(y) => Some((1, Ok(month(*y, *m)?))),
                _ => None,
            };
        }
        let first = self.number(place, 1..=4)?;
        if self.joined(place + 1, '-') {
            let (year, m) = (self.year(place)?, self.number(place + 2, 2..=2)?);
            if self.joined(place + 3, '-') {
                return Some((5, day(year, m, self.number(place + 4, 2..=2)?)));
            }
            return Some((3, Ok(month(year, m)?)));
        }
        if !self.joined(place + 1, '/') {
            return None;
        }
        if self.joined(place + 3, '/') {
            if let Some(year) = self.year(place) {
                return Some((5, day(year, self.number(place + 2, 1..=2)?, self.number(place + 4, 1..=2)?)));
            }
            let (second, year) = (self.number(place + 2, 1..=2)?, self.year(place + 4)?);
            let found = match (first, second) {
                (d, m) if d > 12 || d == m => day(year, m, d),
                (m, d) if d > 12 => day(year, m, d),
                _ => Err(Note::AmbiguousDate),
            };
            return Some((5, found));
        }
        Some((3, Ok(month(self.year(place + 2)?, first)?)))
    }

    /// The month that a word names: its whole name, or the first three letters, or `sept`.
    fn month_named(&self, place: usize) -> Option<i32> {
        let word = self.word(place)?;
        let named = |name: &&str| **name == *word || name[..3] == *word || (word == "sept" && name.starts_with(word));
        i32::try_from(MONTHS.iter().position(named)? + 1).ok()
    }

    /// Whether a day of the month stands at a place, and how many tokens it takes with its ending.
    fn day_of_month(&self, place: usize) -> Option<(i32, usize)> {
        let number = self.number(place, 1..=2).filter(|d| (1..=31).contains(d))?;
        let ending = matches!(self.word(place + 1), Some("st" | "nd" | "rd" | "th"));
        Some((number, 1 + usize::from(ending)))
    }

    /// The year at a place, behind a comma or a point if need be, and how many tokens that takes.
    fn year_behind(&self, place: usize) -> Option<(i32, usize)> {
        let gap = usize::from(self.tokens.get(place).is_some_and(|t| t.kind == Kind::Stop));
        self.year(place + gap).map(|year| (year, 1 + gap))
    }

    /// The latest year in which this day had come by today.
    fn latest(&self, m: i32, d: i32) -> Result<When, Note> {
        // 29 February may be up to eight years back.
        let mut years = (self.today.year() - 8..=self.today.year()).rev();
        years.find_map(|year| day(year, m, d).ok().filter(|w| w.first() <= self.today)).ok_or(Note::NoSuchDay)
    }

    /// `14 March 2026`, `14th of March`.
    fn day_and_month(&self, place: usize) -> Found {
        let (d, mut length) = self.day_of_month(place)?;
        length += usize::from(self.word(place + length) == Some("of"));
        let m = self.month_named(place + length)?;
        length += 1;
        match self.year_behind(place + length) {
            Some((year, more)) => Some((length + more, day(year, m, d))),
            None => Some((length, self.latest(m, d))),
        }
    }

    /// `March 2026`, `Mar. 2026`, `March 14th, 2026`, `March 14`, and `March` alone where it cannot be another word.
    fn month_first(&self, place: usize) -> Found {
        let m = self.month_named(place)?;
        if let Some((year, length)) = self.year_behind(place + 1) {
            return Some((1 + length, Ok(month(year, m)?)));
        }
        if let Some((d, length)) = self.day_of_month(place + 1) {
            if let Some((year, more)) = self.year_behind(place + 1 + length) {
                return Some((1 + length + more, day(year, m, d)));
            }
            // In `In March 5 engineers joined` the 5 is no day.
            if self.is_stop(place + 1 + length) || length == 2 {
                return Some((1 + length, self.latest(m, d)));
            }
        }
        let before = place.checked_sub(1).and_then(|p| self.word(p));
        let leads = matches!(before, Some("in" | "during" | "since" | "by" | "until" | "last" | "of"));
        let closes = place > 0 && self.is_stop(place - 1) && self.is_stop(place + 1);
        (leads || closes).then(|| {
            let year = self.today.year() - i32::from(m > i32::from(self.today.month()));
            Some((1, Ok(month(year, m)?)))
        })?
    }

    /// `Q3 2025`, `2025 Q3`, `Q3`: the last month of the quarter, or this month in the quarter that it is.
    fn quarter(&self, place: usize) -> Found {
        let quarter = |place: usize| match self.word(place)?.strip_prefix('q')? {
            number @ ("1" | "2" | "3" | "4") => number.parse::<i32>().ok(),
            _ => None,
        };
        let (q, year, length) = match (quarter(place), self.year(place)) {
            (Some(q), _) => match self.year(place + 1) {
                Some(year) => (q, year, 2),
                None => (q, self.today.year() - i32::from(q > self.this_quarter()), 1),
            },
            (None, Some(year)) => (quarter(place + 1)?, year, 2),
            _ => return None,
        };
        Some((length, Ok(self.end_of_quarter(year, q)?)))
    }

    fn this_quarter(&self) -> i32 {
        (i32::from(self.today.month()) + 2) / 3
    }

    fn end_of_quarter(&self, year: i32, q: i32) -> Option<When> {
        let now = (year, q) == (self.today.year(), self.this_quarter());
        month(year, if now { i32::from(self.today.month()) } else { q * 3 })
    }

    /// `today`, `yesterday`, `this week`, `last month` and their like.
    fn relative(&self, place: usize) -> Found {
        let (year, m) = (self.today.year(), i32::from(self.today.month()));
        let (length, when) = match (self.word(place)?, self.word(place + 1)) {
            ("today", _) => (1, Some(When::day(self.today))),
            ("yesterday", _) => (1, before(self.today, 1).map(When::day)),
            ("this", Some("week" | "month")) => (2, month(year, m)),
            ("this", Some("quarter")) => (2, self.end_of_quarter(year, self.this_quarter())),
            ("this", Some("year")) => (2, When::year(year)),
            ("last", Some("week")) => (2, before(self.today, 7).and_then(|d| month(d.year(), d.month().into()))),
            ("last", Some("month")) => (2, if m == 1 { month(year - 1, 12) } else { month(year, m - 1) }),
            ("last", Some("quarter")) => (
                2,
                match self.this_quarter() {
                    1 => self.end_of_quarter(year - 1, 4),
                    q => self.end_of_quarter(year, q - 1),
                },
            ),
            ("last", Some("year")) => (2, When::year(year - 1)),
            _ => return None,
        };
        Some((length, Ok(when?)))
    }

    /// `in 2025`, `, 2025`, `(2025)`: a year that nothing follows and something leads to.
    fn year_alone(&self, place: usize) -> Found {
        let year = self.year(place).filter(|y| *y <= self.today.year() + 1)?;
        let before = place.checked_sub(1)?;
        let leads =
            matches!(self.word(before), Some("in" | "during" | "since" | "by" | "until" | "early" | "late" | "mid" | "end"))
                || self.tokens[before].kind == Kind::Stop;
        (leads && self.is_stop(place + 1)).then(|| Some((1, Ok(When::year(year)?))))?
    }
}

/// So many days before a day; `None` before the beginning of the calendar.
fn before(mut day: Day, days: u32) -> Option<Day> {
    for _ in 0..days {
        day = match day.day_of_month() {
            1 if day.month() == 1 => Day::new(day.year() - 1, 12, 31)?,
            1 => When::month(day.year(), day.month() - 1)?.last(),
            number => Day::new(day.year(), day.month(), number - 1)?,
        };
    }
    Some(day)
}
