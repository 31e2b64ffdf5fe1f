//! The log of evidence: what somebody has done, how it was measured, and which skills it shows at which level. Ratings, interview
//! stories, LinkedIn and résumé lines, the promotion brief and the quarterly review all take from it.
//!
//! How much there can be is said as values. 500 achievements with every field at its limit would be 1.6 million characters; with the
//! usual 300 characters each, 500 of them take 0.2 MB of storage.

use crate::domain::base::sorted::SortedMap;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency, SkillId, SkillIx, TitleIx};
use crate::domain::plan::Ratings;
use crate::domain::standing::gap::{Gap, gaps};
use crate::domain::workbench::metric::Metric;
use crate::domain::workbench::text::{clean, holds_all, length, one_line, stems};
use crate::domain::workbench::when::When;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The most achievements that a log holds.
pub const MAX_ACHIEVEMENTS: usize = 500;
/// The longest line, in characters.
pub const MAX_LINE: usize = 300;
/// The longest situation, task, action or result, in characters.
pub const MAX_PART: usize = 700;
/// The longest unit of a metric, in characters.
pub const MAX_UNIT: usize = 60;
/// The most skills that one achievement can show.
pub const MAX_SKILLS: usize = 8;
/// From which rating on evidence is asked for: below it, a level shows itself.
pub const EVIDENCE_FROM: u8 = 3;

/// Names an achievement for ever: stories and briefs refer to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AchievementId(String);

impl AchievementId {
    /// An id from its text form: 1 to 40 lower-case letters, digits and hyphens.
    pub fn new(text: &str) -> Option<Self> {
        let sound = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        ((1..=40).contains(&text.len()) && text.bytes().all(sound)).then(|| Self(text.to_owned()))
    }

    /// A new id from a number that nobody has used: the model has no clock and no randomness, so it comes from outside.
    pub fn fresh(number: u64) -> Self {
        Self(format!("a{number:016x}"))
    }

    /// The text form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for AchievementId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::new(&text).ok_or_else(|| format!("“{text}” is not the id of an achievement"))
    }
}

impl From<AchievementId> for String {
    fn from(id: AchievementId) -> Self {
        id.0
    }
}

/// Something that somebody has done. Free text, so never part of a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Achievement {
    /// What was done, in one line.
    pub line: String,
    /// The situation before; may be empty, as the three below.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub situation: String,
    /// What had to be done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub task: String,
    /// What the person did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub action: String,
    /// What came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
    /// What was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<Metric>,
    /// When it was done.
    pub when: When,
    /// The skills that it shows, each with the level shown.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub skills: SortedMap<SkillId, Proficiency>,
}

/// The log. The keys are stable, so two tabs that add at once both keep theirs.
pub type Log = SortedMap<AchievementId, Achievement>;

/// A field of an achievement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The line.
    Line,
    /// The situation.
    Situation,
    /// The task.
    Task,
    /// The action.
    Action,
    /// The result.
    Result,
    /// The unit of the metric.
    Unit,
    /// The skills.
    Skills,
}

/// Why an achievement cannot be kept as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no line.
    NoLine,
    /// A field holds more than it can: characters, or skills.
    TooMuch {
        /// The field.
        field: Field,
        /// How much it holds.
        has: usize,
        /// How much it can hold.
        most: usize,
    },
    /// The log holds [`MAX_ACHIEVEMENTS`] already.
    Full,
}

impl Achievement {
    /// An achievement of one line.
    pub fn new(line: &str, when: When) -> Self {
        Self {
            line: one_line(line),
            situation: String::new(),
            task: String::new(),
            action: String::new(),
            result: String::new(),
            metric: None,
            when,
            skills: SortedMap::new(),
        }
    }

    /// The same with its texts as they are kept.
    pub fn cleaned(mut self) -> Self {
        self.line = one_line(&self.line);
        for part in [&mut self.situation, &mut self.task, &mut self.action, &mut self.result] {
            *part = clean(part);
        }
        self
    }

    /// What keeps it from being stored; nothing is cut to make it fit.
    ///
    /// ```
    /// use career_explorer::domain::workbench::evidence::{Achievement, Fault, Field, MAX_LINE};
    /// use career_explorer::domain::workbench::when::When;
    ///
    /// let mut one = Achievement::new("Halved the cost of a build", When::year(2026).unwrap());
    /// assert!(one.faults().is_empty());
    /// one.line = "x".repeat(MAX_LINE + 1);
    /// assert_eq!(one.faults(), [Fault::TooMuch { field: Field::Line, has: MAX_LINE + 1, most: MAX_LINE }]);
    /// ```
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.line.trim().is_empty() {
            faults.push(Fault::NoLine);
        }
        let unit = self.metric.as_ref().map_or("", Metric::unit);
        for (field, has, most) in [
            (Field::Line, length(&self.line), MAX_LINE),
            (Field::Situation, length(&self.situation), MAX_PART),
            (Field::Task, length(&self.task), MAX_PART),
            (Field::Action, length(&self.action), MAX_PART),
            (Field::Result, length(&self.result), MAX_PART),
            (Field::Unit, length(unit), MAX_UNIT),
            (Field::Skills, self.skills.len(), MAX_SKILLS),
        ] {
            if has > most {
                faults.push(Fault::TooMuch { field, has, most });
            }
        }
        faults
    }

    /// Whether it is told as a story: situation, task, action and result are all there.
    pub fn is_story(&self) -> bool {
        [&self.situation, &self.task, &self.action, &self.result].iter().all(|part| !part.trim().is_empty())
    }
}

/// What keeps a new achievement from a log.
pub fn faults_of_new(log: &Log, new: &Achievement) -> Vec<Fault> {
    let full = (log.len() >= MAX_ACHIEVEMENTS).then_some(Fault::Full);
    full.into_iter().chain(new.faults()).collect()
}

/// The entries that hold all these words, or their beginnings, and show the skill, if one is given; the latest first. Nothing searched
/// for finds all.
///
/// ```
/// use career_explorer::domain::workbench::evidence::{Achievement, AchievementId, Log, find};
/// use career_explorer::domain::workbench::when::When;
///
/// let when = When::year(2026).unwrap();
/// let one = (AchievementId::fresh(1), Achievement::new("Halved the cost of a build", when));
/// let log: Log = [one].into();
/// assert_eq!(find(&log, "costs build", None).len(), 1);
/// assert!(find(&log, "hiring", None).is_empty());
/// ```
pub fn find<'a>(log: &'a Log, query: &str, skill: Option<&SkillId>) -> Vec<(&'a AchievementId, &'a Achievement)> {
    let query: String = query.chars().take(MAX_LINE).collect();
    let searched = stems(&query);
    let holds = |one: &Achievement| {
        searched.is_empty() || {
            let parts = [&one.line, &one.situation, &one.task, &one.action, &one.result];
            let words: Vec<String> = parts.iter().flat_map(|part| stems(part)).collect();
            holds_all(&words, &searched)
        }
    };
    let mut found: Vec<_> = log.iter().filter(|(_, one)| skill.is_none_or(|s| one.skills.contains_key(s)) && holds(one)).collect();
    sort_by_key(&mut found, |(_, one)| one.when.latest_first());
    found
}

/// What stands behind a rating.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backing {
    /// How many achievements show the skill.
    pub entries: usize,
    /// The highest level that one of them shows.
    pub shows: Proficiency,
}

/// What stands behind the rating of each skill, by [`SkillIx::index`]. Skills that this guide lacks stay in the log and count for none.
pub fn backing(guide: &Guide, log: &Log) -> Vec<Backing> {
    let mut all = vec![Backing::default(); guide.skills().len()];
    for (id, level) in log.values().flat_map(|one| &one.skills) {
        if let Some(skill) = guide.skill_by_id(id) {
            let one = &mut all[skill.index()];
            *one = Backing { entries: one.entries + 1, shows: one.shows.max(*level) };
        }
    }
    all
}

/// A rating that asks for evidence and does not have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unbacked {
    /// The skill.
    pub skill: SkillIx,
    /// The rating, [`EVIDENCE_FROM`] or more.
    pub rated: Proficiency,
    /// What there is, which shows a lower level or nothing.
    pub backing: Backing,
}

/// The ratings of [`EVIDENCE_FROM`] or more that no achievement shows at their level: what is at stake for a title first, equals in the
/// guide's order. Without a title, in the guide's order.
pub fn unbacked(guide: &Guide, ratings: &Ratings, log: &Log, title: Option<TitleIx>) -> Vec<Unbacked> {
    let backing = backing(guide, log);
    let stakes = title.map(|t| gaps(guide, ratings, t).iter().map(Gap::at_stake).collect::<Vec<_>>());
    let mut all: Vec<Unbacked> = guide
        .skills()
        .filter_map(|skill| Some(Unbacked { skill, rated: ratings.get(skill)?, backing: backing[skill.index()] }))
        .filter(|one| one.rated.get() >= EVIDENCE_FROM && one.backing.shows < one.rated)
        .collect();
    if let Some(stakes) = stakes {
        sort_by_key(&mut all, |one| Reverse(stakes[one.skill.index()]));
    }
    all
}
