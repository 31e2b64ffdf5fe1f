//! Practising an interview: which stories fit a question, which kind of question a skill belongs to, and what is kept of practising.

use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::questions::{Audience, Question, Questions};
use crate::domain::guide::{Guide, ItemId, LevelKind, Proficiency, SkillId, SkillIx, TitleIx};
use crate::domain::plan::records::{Entries, Record, RecordId};
use crate::domain::standing::gap::Gap;
use crate::domain::workbench::coverage::Story;
use crate::domain::workbench::evidence::{Achievement, AchievementId, Log};
use crate::domain::workbench::text::one_line;
use std::cmp::Reverse;
use std::ops::RangeInclusive;

/// How long a good answer takes, in seconds. This project's judgement.
pub const GOOD: RangeInclusive<u32> = 120..=180;
/// Up to where the picture of an answer goes, in seconds.
pub const LONGEST: u32 = 240;
/// The longest notes, question or company, in characters.
pub const MAX_NOTES: usize = 2_000;
/// The most questions of one's own.
pub const MAX_QUESTION: usize = 300;

/// Whether a title leads leaders: one of the upper half of the levels that lead.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::workbench::interview::is_upper;
///
/// let guide = content::guide().unwrap();
/// let title = |id: &str| guide.title_by_id(&id.into()).unwrap();
/// assert!(is_upper(&guide, title("director-of-engineering")) && !is_upper(&guide, title("engineering-manager")));
/// ```
pub fn is_upper(guide: &Guide, title: TitleIx) -> bool {
    let leading: Vec<_> =
        guide.pack().levels.iter().filter(|level| level.kind == Some(LevelKind::Leading)).map(|level| &level.id).collect();
    let at = leading.iter().position(|id| **id == guide.level(title).id);
    at.map_or(guide.level(title).kind == Some(LevelKind::Onward), |at| at * 2 >= leading.len())
}

/// The stories that a person chose, in their order.
pub fn stories(records: &Entries) -> Vec<Story> {
    let mut all: Vec<(u64, Story)> = records
        .iter()
        .map(|(id, record)| {
            let categories = record.entries("categories").map(|(id, _)| id.into()).collect();
            (record.number("order").unwrap_or(u64::MAX), Story { id: id.clone(), categories })
        })
        .collect();
    sort_by_key(&mut all, |(order, story)| (*order, story.id.clone()));
    all.into_iter().map(|(_, story)| story).collect()
}

/// The record of a story that comes after all that are there.
pub fn next_story(records: &Entries) -> Record {
    let last = records.values().filter_map(|record| record.number("order")).max();
    Record::default().with_number("order", Some(last.map_or(0, |last| last.saturating_add(1))))
}

/// How well a story fits a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The story.
    pub id: AchievementId,
    /// Whether it shows one of the question's skills at the level asked.
    pub as_asked: bool,
}

/// The stories that show a skill of a question, the best first: what it turns on before the rest, the level asked before a lower one. Equals
/// in the order of the stories.
pub fn fits(guide: &Guide, gaps: &[Gap], question: &Question, log: &Log, stories: &[Story]) -> Vec<Fit> {
    let asked = |id: &SkillId| {
        let skill = guide.skill_by_id(id);
        gaps.iter().find(|gap| Some(gap.skill) == skill).map_or(Proficiency::NONE, |gap| gap.required)
    };
    let rank = |one: &Achievement| {
        let shown = question.skills.iter().enumerate().filter_map(|(place, id)| Some((place, *one.skills.get(id)? >= asked(id))));
        shown.min_by_key(|(place, as_asked)| (*place, !as_asked))
    };
    let of = |story: &Story| Some((story.id.clone(), rank(log.get(&story.id)?)?));
    let mut found: Vec<_> = stories.iter().filter_map(of).collect();
    sort_by_key(&mut found, |(_, (place, as_asked))| (*place, !as_asked));
    found.into_iter().map(|(id, (_, as_asked))| Fit { id, as_asked }).collect()
}

/// The questions of a kind for a title, those of one's own behind.
pub fn asked<'a>(questions: &'a Questions, own: &'a [Question], of: &ItemId, is_upper: bool) -> Vec<&'a Question> {
    let all = questions.questions.iter().chain(own);
    all.filter(|one| one.of == *of && one.audience.includes(is_upper)).collect()
}

/// Questions for practising with somebody whose gaps are known: of each kind the one that turns on the heaviest of them, by its first skill and
/// then by the rest of its skills. Where none touches a gap it is the first of the kind.
pub fn to_practise<'a>(guide: &Guide, questions: &'a Questions, gaps: &[Gap], is_upper: bool) -> Vec<&'a Question> {
    let weighs = |id: &SkillId| {
        let skill = guide.skill_by_id(id);
        gaps.iter().find(|gap| Some(gap.skill) == skill).map_or(0, Gap::weighted)
    };
    let heaviest = |of: &ItemId| {
        let mut all = asked(questions, &[], of, is_upper);
        sort_by_key(&mut all, |one| {
            Reverse((one.skills.first().map_or(0, weighs), one.skills.iter().skip(1).map(weighs).sum::<u32>()))
        });
        all.into_iter().next()
    };
    questions.kinds.iter().filter_map(|kind| heaviest(&kind.of)).collect()
}

/// The questions of one's own.
pub fn own(records: &Entries) -> Vec<Question> {
    let question = |(id, record): (&RecordId, &Record)| {
        let text = one_line(record.text("text"));
        (!text.is_empty()).then(|| Question {
            id: id.as_str().to_owned(),
            of: record.text("of").into(),
            audience: Audience::All,
            skills: Vec::new(),
            text,
            strong: String::new(),
        })
    };
    records.iter().filter_map(question).collect()
}

/// The kind of question that a skill belongs to: the one whose questions turn on it most.
pub fn kind_of(guide: &Guide, questions: &Questions, skill: SkillIx) -> Option<ItemId> {
    let id = &guide.skill(skill).id;
    let weight = |of: &ItemId| {
        let of = questions.questions.iter().filter(|one| one.of == *of);
        of.map(|one| one.skills.iter().position(|skill| skill == id).map_or(0, |place| if place == 0 { 2 } else { 1 })).sum::<u32>()
    };
    let mut kinds: Vec<(u32, &ItemId)> = questions.kinds.iter().map(|kind| (weight(&kind.of), &kind.of)).collect();
    sort_by_key(&mut kinds, |(weight, _)| Reverse(*weight));
    kinds.first().filter(|(weight, _)| *weight > 0).map(|(_, of)| (*of).clone())
}

/// What is kept of practising one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Practice {
    /// How often.
    pub times: u64,
    /// How long the last answer was, in seconds.
    pub seconds: Option<u32>,
    /// The story that was told last.
    pub story: Option<AchievementId>,
    /// Notes.
    pub notes: String,
}

impl Practice {
    /// What a record holds.
    pub fn of(record: &Record) -> Self {
        Self {
            times: record.number("times").unwrap_or_default(),
            seconds: record.number("seconds").and_then(|seconds| u32::try_from(seconds).ok()),
            story: RecordId::new(record.text("story")),
            notes: record.text("notes").to_owned(),
        }
    }

    /// The record that holds it, over another one.
    pub fn to_record(&self, over: Record) -> Record {
        let Self { times, seconds, story, notes } = self;
        over.with_number("times", (*times > 0).then_some(*times))
            .with_number("seconds", seconds.map(Into::into))
            .with_text("story", story.as_ref().map_or("", RecordId::as_str))
            .with_text("notes", notes)
    }
}

/// How often a story was told in practice, and how long it took the last time that a length is known of: the longest of the questions that
/// it was told for.
pub fn told(practice: &Entries, story: &AchievementId) -> (u64, Option<u32>) {
    let of = practice.values().map(Practice::of).filter(|one| one.story.as_ref() == Some(story));
    of.fold((0, None), |(times, longest), one| (times + one.times, longest.max(one.seconds)))
}

/// Minutes and seconds, as `3:05`.
pub fn minutes(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
