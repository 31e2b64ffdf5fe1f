//! Quick entry: one line such as "Cut the build from 40 to 12 minutes, March 2026" read into a date, a metric and the skills that it is
//! likely about. Everything is shown for confirmation, so it reads what is plain and leaves the rest: a wrong figure costs more than
//! one that has to be typed.
//!
//! Reads English. Today comes from outside. Absent: any sentence; what could not be read is a [`Note`].

mod dates;
mod figures;
mod tokens;

use crate::domain::base::day::Day;
use crate::domain::guide::SkillIx;
use crate::domain::workbench::lexicon::Lexicon;
use crate::domain::workbench::metric::Metric;
use crate::domain::workbench::text::one_line;
use crate::domain::workbench::when::When;
use std::ops::Range;
use tokens::Kind;

/// How much of a line is looked at, in characters. More is kept, and the limits of an achievement say that it is too much.
const MAX_READ: usize = 1_000;

/// What was read from a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What was done: the line in one line, without the date where that stood at one of its ends.
    pub line: String,
    /// The date that was read; today where none was.
    pub when: When,
    /// Whether the date was read from the line.
    pub dated: bool,
    /// The metric that was read.
    pub metric: Option<Metric>,
    /// The skills that it is likely about, the likeliest first, for the person to confirm.
    pub skills: Vec<SkillIx>,
    /// What was seen and not read, or needs a look.
    pub notes: Vec<Note>,
}

/// What a person should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// A date that the calendar lacks, as 29 February 2027. It was not read.
    NoSuchDay,
    /// A date that is one day in Europe and another in America, as 3/4/2026. It was not read.
    AmbiguousDate,
    /// The date lies after today.
    InFuture,
    /// There are several dates; the last one was read.
    SeveralDates,
    /// The figures before and after have different units. They were not read.
    UnitsDiffer,
}

/// Reads a line.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::workbench::lexicon::Lexicon;
/// use career_explorer::domain::workbench::quick::read;
///
/// let lexicon = Lexicon::new(&content::guide().unwrap());
/// let reading = read(&lexicon, "Cut the build from 40 to 12 minutes, March 2026", Day::parse("2026-11-24").unwrap());
/// assert_eq!(reading.line, "Cut the build from 40 to 12 minutes");
/// assert_eq!((reading.when.to_string().as_str(), reading.metric.unwrap().change_percent()), ("2026-03", Some(-70)));
/// ```
pub fn read(lexicon: &Lexicon, line: &str, today: Day) -> Reading {
    let line = one_line(line);
    let end = line.char_indices().nth(MAX_READ).map_or(line.len(), |(at, _)| at);
    let (seen, mut notes) = (&line[..end], Vec::new());
    let tokens = tokens::tokens(seen);

    let mut found: Vec<(When, Range<usize>)> = Vec::new();
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        let Some((length, date)) = dates::at(&tokens, place, today) else {
            place += 1;
            continue;
        };
        let span = place..place + length;
        match date {
            Ok(when) => found.push((when, span.clone())),
            Err(note) => notes.push(note),
        }
        spans.push(span);
        place += length;
    }
    if found.iter().any(|(when, _)| *when != found[0].0) {
        notes.push(Note::SeveralDates);
    }
    let dated = found.last().cloned();
    let when = dated.as_ref().map_or(When::day(today), |(when, _)| *when);
    if when.first() > today {
        notes.push(Note::InFuture);
    }

    // A date parts what stands around it, so that no figure reaches over it.
    let mut rest = tokens.clone();
    for span in &spans {
        rest[span.clone()].iter_mut().for_each(|token| token.kind = Kind::Stop);
    }
    let metric = figures::metric(&rest).unwrap_or_else(|note| {
        notes.push(note);
        None
    });
    let skills = lexicon.likely(seen);
    let kept = match &dated {
        Some((_, span)) if end == line.len() => without_date(&line, &tokens, span),
        _ => line.clone(),
    };
    Reading { line: kept, when, dated: dated.is_some(), metric, skills, notes }
}

/// The line without a date at one of its ends, and without what tied it there.
fn without_date(line: &str, tokens: &[tokens::Token], span: &Range<usize>) -> String {
    let ties = |token: &tokens::Token| match &token.kind {
        Kind::Stop | Kind::Sign(_) => true,
        Kind::Word(word) => {
            matches!(word.as_str(), "in" | "on" | "since" | "during" | "of" | "by" | "early" | "late" | "mid" | "end")
        }
        _ => false,
    };
    let closes = |token: &tokens::Token| token.kind == Kind::Stop;
    let kept = if tokens[span.end..].iter().all(closes) {
        let last = tokens[..span.start].iter().rposition(|t| !ties(t));
        last.map_or("", |last| &line[..tokens[last].end])
    } else if span.start == 0 || tokens[..span.start].iter().all(ties) {
        let first = tokens[span.end..].iter().position(|t| !closes(t)).map(|p| p + span.end);
        first.map_or("", |first| &line[tokens[first].start..])
    } else {
        line
    };
    if kept.is_empty() { line.to_owned() } else { kept.to_owned() }
}
