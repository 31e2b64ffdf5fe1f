//! A person's plan: what they said, and nothing that can be worked out from it.
//!
//! Entries are kept by id, so that a plan outlives changes of the guide: an id that today's guide lacks stays in the plan. What
//! is stored, merged and undone is the plan as a [`document`]; [`Plan`] is its typed view. May import: serde_json, for the document.

pub mod document;
pub mod edit;
pub mod fields;
pub mod history;
pub mod merge;
pub mod records;

use crate::domain::base::day::Day;
use crate::domain::base::sorted::{SortedMap, SortedSet};
use crate::domain::guide::{Guide, ItemId, Proficiency, SkillId, SkillIx, TitleId, TitleIx};
use document::Unknown;
use records::{Archive, Members, Records};

/// The most years of experience that a plan can hold.
pub const MAX_YEARS: u8 = 60;
/// The longest evidence note that can be written here, in characters. A longer one that comes from elsewhere is kept whole.
pub const MAX_NOTE: usize = 2_000;
/// The most snapshots that are kept; the oldest goes first.
pub const MAX_SNAPSHOTS: usize = 50;

/// A plan. Empty until a person says something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The title held now.
    pub from: Option<TitleId>,
    /// The title aimed for.
    pub to: Option<TitleId>,
    /// Years of experience so far, 0 to [`MAX_YEARS`].
    pub years: Option<u8>,
    /// Years of experience on taking up the title held now, 0 to `years`: with 7 years so far, 5 means that two of them were in this title.
    /// A year of one's working life and no date, so it stays true as `years` grows. Unknown where it is not given.
    pub since: Option<u8>,
    /// Ratings by skill. A skill that is not here is unrated.
    pub ratings: SortedMap<SkillId, Proficiency>,
    /// Evidence notes by skill, free text. Never part of a link.
    pub evidence: SortedMap<SkillId, String>,
    /// The titles of the chosen route, both ends included; empty while none is chosen.
    pub route: Vec<TitleId>,
    /// Level steps ticked off, with the day.
    pub done: SortedMap<Step, Day>,
    /// Development goals of the guide that were chosen.
    pub goals: SortedSet<ItemId>,
    /// How fast the person means to go.
    pub pace: Pace,
    /// The skill whose next step comes before all others, until it is taken.
    pub first: Option<SkillId>,
    /// What was written down with the tools, free text included. Never part of a link.
    pub records: Records,
    /// Earlier states that were kept, oldest first: by day, and by id within a day.
    pub snapshots: Vec<Snapshot>,
    /// What the snapshots held of the records. [`Plan::state_of`] looks it up.
    pub archive: Archive,
    /// What the document holds and this version does not understand. It is carried along.
    pub unknown: Unknown,
}

/// One level step of a skill: reaching `level` from the level below. Written `skill:level`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// The skill.
    pub skill: SkillId,
    /// The level reached, 1 to 5.
    pub level: Proficiency,
}

impl From<Step> for String {
    fn from(step: Step) -> Self {
        format!("{}:{}", step.skill, step.level)
    }
}

impl TryFrom<String> for Step {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parsed = text.split_once(':').and_then(|(skill, level)| {
            let level = Proficiency::new(level.parse().ok()?).filter(|l| *l > Proficiency::NONE)?;
            Some(Self { skill: SkillId::new(skill), level })
        });
        parsed.ok_or_else(|| format!("“{text}” is not a step such as communication:4"))
    }
}

/// How fast a person means to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Hours a week for deliberate work on skills, stretch work on the job included, 1 to [`Pace::MAX_HOURS`].
    pub hours_per_week: u8,
    /// The person's own correction of the effort table, in percent, [`Pace::MIN_EFFORT`] to [`Pace::MAX_EFFORT`].
    pub effort_percent: u16,
}

impl Pace {
    /// The most hours a week.
    pub const MAX_HOURS: u8 = 40;
    /// The least effort correction.
    pub const MIN_EFFORT: u16 = 25;
    /// The largest effort correction.
    pub const MAX_EFFORT: u16 = 400;

    /// The nearest pace within the limits.
    pub fn within_limits(self) -> Self {
        Self {
            hours_per_week: self.hours_per_week.clamp(1, Self::MAX_HOURS),
            effort_percent: self.effort_percent.clamp(Self::MIN_EFFORT, Self::MAX_EFFORT),
        }
    }
}

impl Pace {
    /// The default of the first published guide, whose hours were those beside the job alone.
    pub const FIRST_DEFAULT: Self = Self { hours_per_week: 3, effort_percent: 100 };
}

impl Default for Pace {
    /// Six hours a week, about four of them stretch work on the job: with it the way from one title to the next takes about as long
    /// as people stay in a title.
    fn default() -> Self {
        Self { hours_per_week: 6, effort_percent: 100 }
    }
}

/// How long somebody has worked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Experience {
    /// Years of experience so far.
    pub years: u8,
    /// Those of them in the present title; 0 where that is unknown.
    pub served: u8,
}

impl Experience {
    /// So many years, none of them known to be in the present title.
    pub const fn of(years: u8) -> Self {
        Self { years, served: 0 }
    }
}

/// Names a snapshot within its plan, for ever: two tabs that keep different states give different ids, and two that read the same
/// old file give the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SnapshotId(String);

impl SnapshotId {
    /// An id from its text form, which is any text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An earlier state of the plan that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Which one it is.
    pub id: SnapshotId,
    /// Why it was kept, in words.
    pub name: String,
    /// The day on which it was kept.
    pub day: Day,
    /// The plan as it was, without its own snapshots and without its records: [`Plan::state_of`] has the whole.
    pub plan: Plan,
    /// Which records it had.
    pub members: Members,
    /// What its document holds beside these and this version does not understand.
    pub unknown: Unknown,
}

/// The ratings of a plan as the model reads them: by [`SkillIx::index`], `None` for unrated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratings(Vec<Option<Proficiency>>);

impl Ratings {
    /// The ratings of a plan for the skills of a guide, by ticked steps too.
    pub fn of(plan: &Plan, guide: &Guide) -> Self {
        Self(guide.skills().map(|s| plan.level(&guide.skill(s).id)).collect())
    }

    /// Ratings given by [`SkillIx::index`]; skills beyond the end are unrated.
    pub fn from_values(values: Vec<Option<Proficiency>>) -> Self {
        Self(values)
    }

    /// The rating of a skill, if it has one.
    pub fn get(&self, skill: SkillIx) -> Option<Proficiency> {
        self.0.get(skill.index()).copied().flatten()
    }

    /// How many skills are rated.
    pub fn rated(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// How many skills of a guide are unrated.
    pub fn unrated(&self, guide: &Guide) -> usize {
        guide.skills().len() - self.rated()
    }

    /// The same ratings with every unrated skill at `fill(skill index)`.
    pub fn completed(&self, fill: impl Fn(usize) -> Proficiency) -> Vec<Proficiency> {
        self.0.iter().enumerate().map(|(i, rated)| rated.unwrap_or_else(|| fill(i))).collect()
    }
}

impl Plan {
    /// Whether the plan says where from, where to and how many years, so that routes can be planned.
    pub fn is_started(&self) -> bool {
        self.from.is_some() && self.to.is_some() && self.years.is_some()
    }

    /// Whether the plan holds nothing at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How long the person has worked, and how much of it in the present title; none while the plan does not say.
    pub fn experience(&self) -> Option<Experience> {
        let years = self.years?;
        Some(Experience { years, served: self.since.map_or(0, |since| years.saturating_sub(since)) })
    }

    /// The level of a skill: its rating, or the highest step ticked off where that is higher, as plans of earlier versions have it.
    /// `None` for unrated.
    ///
    /// ```
    /// use career_explorer::domain::base::day::Day;
    /// use career_explorer::domain::guide::Proficiency;
    /// use career_explorer::domain::plan::{Plan, Step};
    ///
    /// let (three, four) = (Proficiency::new(3), Proficiency::new(4));
    /// let mut plan = Plan { ratings: three.map(|three| ("communication".into(), three)).into_iter().collect(), ..Plan::default() };
    /// assert_eq!(plan.level(&"communication".into()), three);
    /// plan.done.extend(four.map(|level| (Step { skill: "communication".into(), level }, Day::FALLBACK)));
    /// assert_eq!(plan.level(&"communication".into()), four);
    /// ```
    pub fn level(&self, skill: &SkillId) -> Option<Proficiency> {
        let ticked = self.done.keys().filter(|step| step.skill == *skill).map(|step| step.level).max();
        self.ratings.get(skill).copied().max(ticked)
    }

    /// The level of every skill that has one, as [`Plan::level`] gives it.
    pub fn levels(&self) -> SortedMap<SkillId, Proficiency> {
        let mut levels = self.ratings.clone();
        for step in self.done.keys() {
            levels.entry(step.skill.clone()).and_modify(|level| *level = step.level.max(*level)).or_insert(step.level);
        }
        levels
    }

    /// The title held now, if this guide knows it.
    pub fn from_in(&self, guide: &Guide) -> Option<TitleIx> {
        self.from.as_ref().and_then(|id| guide.title_by_id(id))
    }

    /// The title aimed for, if this guide knows it.
    pub fn to_in(&self, guide: &Guide) -> Option<TitleIx> {
        self.to.as_ref().and_then(|id| guide.title_by_id(id))
    }

    /// The plan without its snapshots, as a snapshot keeps it.
    pub fn without_snapshots(&self) -> Self {
        Self { snapshots: Vec::new(), archive: Archive::default(), unknown: self.unknown.of_plan(), ..self.clone() }
    }

    /// The state of this plan that a snapshot of it keeps, with its records.
    pub fn state_of(&self, snapshot: &Snapshot) -> Self {
        let mut state = snapshot.plan.clone();
        let records = self.archive.records(&snapshot.members);
        records.lists().for_each(|(list, entries)| state.records.put(list, entries.clone()));
        state
    }

    /// The snapshot with this id.
    pub fn snapshot(&self, id: &SnapshotId) -> Option<&Snapshot> {
        self.snapshots.iter().find(|one| one.id == *id)
    }
}
