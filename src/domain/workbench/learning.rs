//! What somebody learns by: certifications, tools and things to read, ranked by what they do for the gaps, with how far one is; and the
//! steps to mastering a tool. Each is a record of [`List::Learning`](crate::domain::plan::records::List::Learning) under the id of the
//! guide's entry; what it has beside these fields it keeps.

use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Item, ItemId, Resource, SkillIx};
use crate::domain::plan::records::{Record, RecordId};
use crate::domain::standing::gap::{Gap, heaviest_first};
use std::cmp::Reverse;

/// How many gaps get something to read.
pub const TO_READ: usize = 8;
/// The highest familiarity with a tool: 0 is new, 1 tried, 2 in use, 3 good enough to teach it.
pub const FAMILIARITY: u8 = 3;

const STATUS: &str = "status";
const FAMILIAR: &str = "familiarity";

/// How far one is with something to learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// One means to.
    Wanted,
    /// It has begun.
    UnderWay,
    /// It is through.
    Done,
}

impl Status {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Wanted, Self::UnderWay, Self::Done];

    /// Its name in the document and in forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Wanted => "wanted",
            Self::UnderWay => "under-way",
            Self::Done => "done",
        }
    }

    /// The one of this name.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }

    /// The status that a record has; none for a name that this version does not know.
    pub fn of(record: &Record) -> Option<Self> {
        Self::parse(record.text(STATUS))
    }

    /// A record with this status, or without one.
    pub fn put(status: Option<Self>, record: Record) -> Record {
        record.with_text(STATUS, status.map_or("", Self::key))
    }
}

/// How familiar one is with a tool, 0 to [`FAMILIARITY`]; none where that was not said.
pub fn familiarity(record: &Record) -> Option<u8> {
    record.number(FAMILIAR).and_then(|n| u8::try_from(n).ok()).filter(|n| *n <= FAMILIARITY)
}

/// A record with a familiarity, or without one.
pub fn put_familiarity(familiarity: Option<u8>, record: Record) -> Record {
    record.with_number(FAMILIAR, familiarity.filter(|n| *n <= FAMILIARITY).map(Into::into))
}

/// Whether a step to mastery is done for the tool whose record it is. Each step is a field of its own, so that two tabs can tick two of them.
pub fn is_ticked(record: &Record, step: &ItemId) -> bool {
    record.flag(&step_key(step))
}

/// A record with a step ticked, or not.
pub fn tick(record: Record, step: &ItemId, is_done: bool) -> Record {
    record.with_flag(&step_key(step), is_done)
}

fn step_key(step: &ItemId) -> String {
    format!("step:{}", step.as_str())
}

/// The id of the record of an entry of the guide; none for an id that a record cannot have.
pub fn id(item: &ItemId) -> Option<RecordId> {
    RecordId::new(item.as_str())
}

/// The id of the record of something to read, made of its title, since the guide gives it none.
///
/// ```
/// use career_explorer::domain::workbench::learning::reading_id;
///
/// assert_eq!(reading_id("The Manager's Path").as_str(), "read:the-manager-s-path");
/// ```
pub fn reading_id(title: &str) -> RecordId {
    let mut text = String::from("read:");
    for c in title.chars() {
        let c = c.to_ascii_lowercase();
        if c.is_ascii_alphanumeric() {
            text.push(c);
        } else if !text.ends_with(['-', ':']) {
            text.push('-');
        }
    }
    text.truncate(64);
    RecordId::new(text.trim_end_matches('-')).unwrap_or_else(|| RecordId::fresh(&text))
}

/// Something to learn by, with what it does for the gaps.
#[derive(Clone, Debug)]
pub struct Ranked<'a> {
    /// The guide's entry.
    pub item: &'a Item,
    /// The gaps of the skills that it helps with, the heaviest first.
    pub helps: Vec<Gap>,
    /// What these gaps weigh together, in quarters of a weighted level: the most that it can do for readiness.
    pub weighed: u32,
}

/// Ranks entries by what the gaps weigh that they help with; equals stay in the guide's order, and so does everything where no gap is
/// known. What helps with no skill is left out: it is no thing to learn by.
pub fn ranked<'a>(guide: &Guide, gaps: &[Gap], items: impl Iterator<Item = &'a Item>) -> Vec<Ranked<'a>> {
    let mut all: Vec<Ranked<'a>> = items
        .filter(|item| !item.helps.is_empty())
        .map(|item| {
            let skills = item.helps.iter().filter_map(|id| guide.skill_by_id(id));
            let mut helps: Vec<Gap> =
                skills.filter_map(|skill| gaps.iter().find(|g| g.skill == skill && g.weighted() > 0).copied()).collect();
            heaviest_first(&mut helps);
            Ranked { item, weighed: helps.iter().map(Gap::weighted).sum(), helps }
        })
        .collect();
    sort_by_key(&mut all, |one| Reverse(one.weighed));
    all
}

/// What to read for the heaviest gaps, at most one for each of [`TO_READ`] of them, the heaviest first: what reaches one level above the
/// rating. What stands for two gaps stands once.
pub fn to_read<'a>(guide: &'a Guide, gaps: &[Gap]) -> Vec<(SkillIx, &'a Resource)> {
    let mut sorted: Vec<Gap> = gaps.iter().filter(|g| g.weighted() > 0).copied().collect();
    heaviest_first(&mut sorted);
    let mut found: Vec<(SkillIx, &Resource)> = Vec::new();
    for gap in sorted {
        let next = gap.rated.and_then(|rated| rated.raised());
        if let Some(resource) = next.and_then(|level| guide.resource_for(gap.skill, level))
            && !found.iter().any(|(_, there)| there.title == resource.title)
            && found.len() < TO_READ
        {
            found.push((gap.skill, resource));
        }
    }
    found
}
