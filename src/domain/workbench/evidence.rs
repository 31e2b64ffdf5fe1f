//! The log of evidence: what somebody has done, how it was measured, and which skills it shows at which level. Ratings, interview
//! stories, LinkedIn and résumé lines, the promotion brief and the quarterly review all take from it.
//!
//! How much there can be is said as values. 500 achievements with every field at its limit would be 1.6 million characters; with the
//! usual 300 characters each, 500 of them take 0.2 MB of storage.

use crate::domain::base::day::Day;
use crate::domain::base::sorted::SortedMap;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency, SkillId, SkillIx, TitleIx};
use crate::domain::plan::records::{Entries, List, Record, RecordId};
use crate::domain::plan::{Plan, Ratings};
use crate::domain::standing::gap::{Gap, gaps};
use crate::domain::workbench::metric::Metric;
use crate::domain::workbench::text::{clean, holds_all, length, one_line, stems};
use crate::domain::workbench::when::When;
use serde_json::Value;
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
pub type AchievementId = RecordId;

/// What an achievement can be taken for, beside stories, which are a list of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// The promotion brief.
    Brief,
    /// LinkedIn.
    LinkedIn,
    /// The résumé.
    Resume,
}

impl Use {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Brief, Self::LinkedIn, Self::Resume];

    /// Its name in the document.
    const fn key(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::LinkedIn => "linkedin",
            Self::Resume => "resume",
        }
    }
}

/// Something that somebody has done. Free text, so never part of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Achievement {
    /// What was done, in one line.
    pub line: String,
    /// The situation before; may be empty, as the three below.
    pub situation: String,
    /// What had to be done.
    pub task: String,
    /// What the person did.
    pub action: String,
    /// What came of it.
    pub result: String,
    /// What was measured.
    pub metric: Option<Metric>,
    /// When it was done.
    pub when: When,
    /// The skills that it shows, each with the level shown.
    pub skills: SortedMap<SkillId, Proficiency>,
    /// What the person chose it for.
    pub uses: Vec<Use>,
}

// The fields of a record, by name.
const LINE: &str = "line";
const SITUATION: &str = "situation";
const TASK: &str = "task";
const ACTION: &str = "action";
const RESULT: &str = "result";
const WHEN: &str = "when";
const SKILLS: &str = "skills";
const USES: &str = "uses";

/// The log that records hold. Those that are no achievement for this version are left out, and stay where they are.
pub fn log(records: &Entries) -> Log {
    records.iter().filter_map(|(id, record)| Some((id.clone(), Achievement::of(record)?))).collect()
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
            uses: Vec::new(),
        }
    }

    /// The achievement that a record holds; `None` for one without a line or a date. What of it this version does not know is passed over.
    pub fn of(record: &Record) -> Option<Self> {
        let text = |key: &str| record.text(key).to_owned();
        let line = one_line(record.text(LINE));
        let when = When::parse(record.text(WHEN))?;
        let skill = |(id, level): (&str, &Value)| {
            let level = u8::try_from(level.as_u64()?).ok().and_then(Proficiency::new)?;
            Some((SkillId::new(id), level))
        };
        let is_used = |usage: &Use| record.entries(USES).any(|(key, value)| key == usage.key() && *value == Value::Bool(true));
        (!line.is_empty()).then(|| Self {
            line,
            situation: text(SITUATION),
            task: text(TASK),
            action: text(ACTION),
            result: text(RESULT),
            metric: Metric::of(record),
            when,
            skills: record.entries(SKILLS).filter_map(skill).collect(),
            uses: Use::ALL.iter().copied().filter(is_used).collect(),
        })
    }

    /// The record that holds it; over another one it keeps what this version does not know.
    pub fn to_record(&self, over: Record) -> Record {
        // Named one by one, so that a field that is added and not written does not compile.
        let Self { line, situation, task, action, result, metric, when, skills, uses } = self;
        let map = |entries: Vec<(String, Value)>| (!entries.is_empty()).then(|| Value::Object(entries.into_iter().collect()));
        let skills = skills.iter().map(|(id, level)| (id.to_string(), level.get().into())).collect();
        let uses = uses.iter().map(|usage| (usage.key().to_owned(), true.into())).collect();
        let record = over
            .with_text(LINE, line)
            .with_text(SITUATION, situation)
            .with_text(TASK, task)
            .with_text(ACTION, action)
            .with_text(RESULT, result)
            .with_text(WHEN, &when.to_string())
            .with(SKILLS, map(skills))
            .with(USES, map(uses));
        Metric::put(metric.as_ref(), record)
    }

    /// The achievement that an old note on a skill makes: its first line, and the rest below; `None` for one that is too long. The level is
    /// the one that the note was written for.
    pub fn of_note(skill: &SkillId, note: &str, level: Option<Proficiency>, when: When) -> Option<Self> {
        let note = clean(note);
        let first = note.lines().next().unwrap_or_default();
        let cut = |text: &str, most: usize| {
            let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
            if end == text.len() { end } else { text[..end].rfind([' ', '\n']).filter(|at| *at > 0).unwrap_or(end) }
        };
        let (line, mut rest) = note.split_at(cut(first, MAX_LINE));
        let mut one = Self::new(line, when);
        for part in [&mut one.situation, &mut one.task, &mut one.action, &mut one.result] {
            let (taken, left) = rest.split_at(cut(rest, MAX_PART));
            *part = taken.trim().to_owned();
            rest = left;
        }
        one.skills.extend(level.filter(|level| *level > Proficiency::NONE).map(|level| (skill.clone(), level)));
        (rest.is_empty() && one.faults().is_empty()).then_some(one)
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

/// The words of a log, for searching it at each key press.
#[derive(Debug, Default)]
pub struct Index(Vec<(AchievementId, Vec<String>)>);

impl Index {
    /// Reads a log. The entries stand in it the latest first.
    pub fn of(log: &Log) -> Self {
        let mut all: Vec<_> = log.iter().collect();
        sort_by_key(&mut all, |(_, one)| one.when.latest_first());
        let words = |one: &Achievement| {
            let parts = [&one.line, &one.situation, &one.task, &one.action, &one.result];
            parts.iter().flat_map(|part| stems(part)).collect()
        };
        Self(all.into_iter().map(|(id, one)| (id.clone(), words(one))).collect())
    }

    /// The entries that hold all these words, or their beginnings, the latest first. Nothing searched for finds all.
    ///
    /// ```
    /// use career_explorer::domain::workbench::evidence::{Achievement, AchievementId, Index, Log};
    /// use career_explorer::domain::workbench::when::When;
    ///
    /// let when = When::year(2026).unwrap();
    /// let one = (AchievementId::fresh("a1"), Achievement::new("Halved the cost of a build", when));
    /// let index = Index::of(&Log::from([one]));
    /// assert_eq!(index.find("costs build").count(), 1);
    /// assert_eq!(index.find("hiring").count(), 0);
    /// ```
    pub fn find(&self, query: &str) -> impl Iterator<Item = &AchievementId> {
        let query: String = query.chars().take(MAX_LINE).collect();
        let searched = stems(&query);
        self.0.iter().filter(move |(_, words)| holds_all(words, &searched)).map(|(id, _)| id)
    }
}

/// What stands behind a rating.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backing {
    /// How many achievements show the skill.
    pub entries: usize,
    /// The highest level that one of them shows.
    pub shows: Proficiency,
    /// Whether there is a note on the skill, which says no level.
    pub noted: bool,
}

impl Backing {
    /// Whether a rating asks for evidence and does not have it: it is [`EVIDENCE_FROM`] or more, no achievement shows that level, and there is
    /// no note either.
    pub fn is_missing_for(self, rated: Proficiency) -> bool {
        rated.get() >= EVIDENCE_FROM && self.shows < rated && !self.noted
    }
}

/// What stands behind the rating of each skill of a plan, by [`SkillIx::index`]. Skills that this guide lacks stay in the log and count for
/// none. It looks at the records as they are, so that whoever marks a rating needs nothing else of the log.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Plan;
/// use career_explorer::domain::workbench::evidence::backing;
///
/// let guide = content::guide().unwrap();
/// let nothing = backing(&guide, &Plan::default())[0];
/// assert!(nothing.is_missing_for(Proficiency::new(3).unwrap()) && !nothing.is_missing_for(Proficiency::new(2).unwrap()));
/// ```
pub fn backing(guide: &Guide, plan: &Plan) -> Vec<Backing> {
    let mut all = vec![Backing::default(); guide.skills().len()];
    for (id, level) in plan.records.of(List::Evidence).values().flat_map(|record| record.entries(SKILLS)) {
        let level = level.as_u64().and_then(|level| u8::try_from(level).ok()).and_then(Proficiency::new);
        if let (Some(skill), Some(level)) = (guide.skill_by_id(&SkillId::new(id)), level) {
            let one = &mut all[skill.index()];
            *one = Backing { entries: one.entries + 1, shows: one.shows.max(level), noted: false };
        }
    }
    for skill in plan.evidence.keys().filter_map(|id| guide.skill_by_id(id)) {
        all[skill.index()].noted = true;
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

/// The ratings that ask for evidence and do not have it, as [`Backing::is_missing_for`] says: what is at stake for a title first, equals in
/// the guide's order. Without a title, in the guide's order.
pub fn unbacked(guide: &Guide, ratings: &Ratings, plan: &Plan, title: Option<TitleIx>) -> Vec<Unbacked> {
    let backing = backing(guide, plan);
    let stakes = title.map(|t| gaps(guide, ratings, t).iter().map(Gap::at_stake).collect::<Vec<_>>());
    let mut all: Vec<Unbacked> = guide
        .skills()
        .filter_map(|skill| Some(Unbacked { skill, rated: ratings.get(skill)?, backing: backing[skill.index()] }))
        .filter(|one| one.backing.is_missing_for(one.rated))
        .collect();
    if let Some(stakes) = stakes {
        sort_by_key(&mut all, |one| Reverse(stakes[one.skill.index()]));
    }
    all
}

/// The achievements that show a skill, the highest level first, of equals the latest.
pub fn for_skill<'a>(log: &'a Log, skill: &SkillId) -> Vec<(&'a AchievementId, &'a Achievement, Proficiency)> {
    let shows = |(id, one): (&'a AchievementId, &'a Achievement)| Some((id, one, *one.skills.get(skill)?));
    let mut found: Vec<_> = log.iter().filter_map(shows).collect();
    sort_by_key(&mut found, |(_, one, level)| (Reverse(*level), one.when.latest_first()));
    found
}

/// The achievements from a day on, the latest first: what a review looks back at. A month or a year counts where it ends on that day or
/// later.
pub fn since(log: &Log, day: Day) -> Vec<(&AchievementId, &Achievement)> {
    let mut found: Vec<_> = log.iter().filter(|(_, one)| one.when.last() >= day).collect();
    sort_by_key(&mut found, |(_, one)| one.when.latest_first());
    found
}

/// The achievements to take for something: those chosen for it, or as long as none is, those with the most to say: told as a story, with a
/// metric, for skills at stake. At most `most`, and the latest first among equals. `stakes` is by [`SkillIx::index`]; it may be empty.
pub fn taken<'a>(
    guide: &Guide,
    log: &'a Log,
    usage: Use,
    stakes: &[u32],
    most: usize,
) -> Vec<(&'a AchievementId, &'a Achievement)> {
    let is_any_chosen = log.values().any(|one| one.uses.contains(&usage));
    let stake = |one: &Achievement| {
        let of = |id: &SkillId| guide.skill_by_id(id).and_then(|skill| stakes.get(skill.index())).copied().unwrap_or_default();
        one.skills.keys().map(of).max().unwrap_or_default()
    };
    let mut found: Vec<_> = log.iter().filter(|(_, one)| !is_any_chosen || one.uses.contains(&usage)).collect();
    sort_by_key(&mut found, |(_, one)| (Reverse((one.metric.is_some(), one.is_story(), stake(one))), one.when.latest_first()));
    found.truncate(most);
    found
}
