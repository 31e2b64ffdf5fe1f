//! Balance: the guide's strategies that somebody has adopted, and short check-ins on how it goes, with their trend. A check-in is a record of
//! [`List::CheckIns`](crate::domain::plan::records::List::CheckIns) under its day. The three questions and the threshold are this project's
//! judgement; it is no test of health.

use crate::domain::base::day::Day;
use crate::domain::guide::{Group, GroupRole, Guide, SectionRole};
use crate::domain::plan::records::{Entries, Record, RecordId};

/// The questions of a check-in, by their names in the document.
pub const QUESTIONS: [&str; 3] = ["hours", "thought", "pace"];
/// The best answer; 1 is the worst.
pub const BEST: u8 = 5;
/// Below this mean, in tenths, a check-in is low: nearer to "hardly" than to "partly".
pub const LOW: u32 = 25;

/// A check-in with all of its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// The day.
    pub day: Day,
    /// The answers, 1 to [`BEST`], in the order of [`QUESTIONS`].
    pub answers: [u8; 3],
}

impl CheckIn {
    /// From a record; none for one that lacks an answer, or is not under a day.
    pub fn of(id: &RecordId, record: &Record) -> Option<Self> {
        let day = Day::parse(id.as_str())?;
        let [hours, thought, pace] = QUESTIONS.map(|question| answer(record, question));
        Some(Self { day, answers: [hours?, thought?, pace?] })
    }

    /// The mean of the answers, in tenths, rounded to the nearest: 10 to 50.
    pub fn mean(self) -> u32 {
        let sum: u32 = self.answers.iter().map(|answer| u32::from(*answer)).sum();
        (sum * 20 + 3) / 6
    }
}

/// An answer of a check-in, also of one that is not complete.
pub fn answer(record: &Record, question: &str) -> Option<u8> {
    record.number(question).and_then(|n| u8::try_from(n).ok()).filter(|n| (1..=BEST).contains(n))
}

/// The record with an answer.
pub fn put_answer(record: Record, question: &str, answer: u8) -> Record {
    record.with_number(question, Some(answer.clamp(1, BEST).into()))
}

/// The id of the check-in of a day.
pub fn id(day: Day) -> RecordId {
    let text = day.to_string();
    RecordId::new(&text).unwrap_or_else(|| RecordId::fresh(&text))
}

/// The complete check-ins, the earliest first.
pub fn check_ins(entries: &Entries) -> Vec<CheckIn> {
    // Days sort as their texts do.
    entries.iter().filter_map(|(id, record)| CheckIn::of(id, record)).collect()
}

/// What check-ins come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// One check-in says nothing of a trend.
    First(CheckIn),
    /// The last one beside the one before.
    Since {
        /// The one before.
        before: CheckIn,
        /// The last one.
        last: CheckIn,
        /// Whether both are low.
        is_low: bool,
    },
}

/// The trend; none where there is no check-in.
pub fn trend(all: &[CheckIn]) -> Option<Trend> {
    match all {
        [] => None,
        [one] => Some(Trend::First(*one)),
        [.., before, last] => Some(Trend::Since { before: *before, last: *last, is_low: before.mean() < LOW && last.mean() < LOW }),
    }
}

/// The guide's strategies, by part. Its part on why balance matters has none.
pub fn strategies(guide: &Guide) -> impl Iterator<Item = &Group> {
    let section = guide.section_as(SectionRole::Balance);
    section.into_iter().flat_map(|s| &s.groups).filter(|group| group.role != Some(GroupRole::Reason))
}
