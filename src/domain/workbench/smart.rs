//! SMART goals: what is still vague in each letter, as values. What to ask then is for the page to say ("By when?").
//!
//! Specific, measurable, achievable, relevant, time-bound, as the guide has it. The checks look at form: whether there is a figure, a
//! date, a first step. Whether a goal is a good one, nobody can read off its words.

use crate::domain::base::day::Day;
use crate::domain::base::sorted::SortedSet;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Proficiency, SkillId};
use crate::domain::standing::gap::Gap;
use crate::domain::workbench::text::{length, stems};
use serde::{Deserialize, Serialize};

/// The longest field of a goal, in characters.
pub const MAX_FIELD: usize = 300;
/// The furthest date that still pulls, in days: about two years.
pub const FAR_DAYS: u32 = 731;
/// The fewest words of a goal that say what is done to what.
const LEAST_WORDS: usize = 3;

/// What a goal is for, to keep both in balance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aim {
    /// Running the business.
    Run,
    /// Changing it.
    #[default]
    Change,
}

/// A goal, a field for each letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Goal {
    /// S: what to reach.
    pub what: String,
    /// M: how one would see it.
    pub measure: String,
    /// A: the first step, which can be taken as things are.
    pub first_step: String,
    /// R: the skills that it builds.
    pub skills: SortedSet<SkillId>,
    /// T: by when.
    pub by: Option<Day>,
    /// When this happens …
    pub when_this: String,
    /// … I do that.
    pub then_that: String,
    /// Running or changing the business.
    pub aim: Aim,
}

/// A letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Letter {
    /// Specific.
    Specific,
    /// Measurable.
    Measurable,
    /// Achievable.
    Achievable,
    /// Relevant.
    Relevant,
    /// Time-bound.
    TimeBound,
}

/// What is vague.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vague {
    /// Nothing is written.
    Nothing,
    /// It has too few words to say what is done to what.
    TooShort,
    /// A word of the goal that could mean anything, as it was typed: “improve”, “more”.
    Word(String),
    /// It is longer than [`MAX_FIELD`]; so many characters.
    TooLong(usize),
    /// The measure has no figure.
    NoFigure,
    /// The measure has a figure and nothing to compare it with: no figure before, no “from”, no “every”.
    NoComparison,
    /// The hours up to the date are fewer than the level steps take.
    TooLittleTime {
        /// Hours that they take.
        needs: u32,
        /// Hours that there are.
        has: u32,
    },
    /// No skill is named.
    NoSkill,
    /// The target asks no more of any skill that it builds.
    NoGap,
    /// There is no date.
    NoDate,
    /// The date is over.
    Past,
    /// The date is more than [`FAR_DAYS`] away.
    Far,
    /// It has a when and no then, or a then and no when.
    HalfPlan,
}

/// What a goal is seen against.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// Today.
    pub today: Day,
    /// The skills of the target beside their ratings; empty without a target.
    pub gaps: &'a [Gap],
    /// The ids of the skills of `gaps`, in the same order.
    pub ids: &'a [SkillId],
    /// The hours that the goal's level steps take, where it has any.
    pub needs_hours: Option<u32>,
    /// Hours a week.
    pub hours_per_week: u8,
}

/// What is vague in each letter, in their order; nothing for a goal that is SMART in form. A half-made if-then line belongs to
/// [`Letter::Achievable`], for it is what makes one start.
pub fn vague(goal: &Goal, around: &Around<'_>) -> Vec<(Letter, Vague)> {
    let mut found = Vec::new();
    let mut add = |letter, vague| found.push((letter, vague));
    for (letter, text) in
        [(Letter::Specific, &goal.what), (Letter::Measurable, &goal.measure), (Letter::Achievable, &goal.first_step)]
    {
        if text.trim().is_empty() {
            add(letter, Vague::Nothing);
        } else if length(text) > MAX_FIELD {
            add(letter, Vague::TooLong(length(text)));
        }
    }
    if !goal.what.trim().is_empty() {
        if goal.what.split_whitespace().count() < LEAST_WORDS {
            add(Letter::Specific, Vague::TooShort);
        }
        if let Some(word) = vague_word(&goal.what) {
            add(Letter::Specific, Vague::Word(word));
        }
    }
    if !goal.measure.trim().is_empty() {
        if !goal.measure.chars().any(char::is_numeric) && !has_number_word(&goal.measure) {
            add(Letter::Measurable, Vague::NoFigure);
        } else if !compares(&goal.measure) {
            add(Letter::Measurable, Vague::NoComparison);
        }
    }
    if let (Some(needs), Some(by)) = (around.needs_hours, goal.by)
        && by >= around.today
    {
        let has = around.today.days_until(by).saturating_mul(around.hours_per_week.into()) / 7;
        if needs > has {
            add(Letter::Achievable, Vague::TooLittleTime { needs, has });
        }
    }
    if goal.when_this.trim().is_empty() != goal.then_that.trim().is_empty() {
        add(Letter::Achievable, Vague::HalfPlan);
    }
    if goal.skills.is_empty() {
        add(Letter::Relevant, Vague::NoSkill);
    } else if !around.gaps.is_empty() && !goal.skills.iter().any(|id| builds_on_a_gap(id, around)) {
        add(Letter::Relevant, Vague::NoGap);
    }
    match goal.by {
        None => add(Letter::TimeBound, Vague::NoDate),
        Some(by) if by < around.today => add(Letter::TimeBound, Vague::Past),
        Some(by) if around.today.days_until(by) > FAR_DAYS => add(Letter::TimeBound, Vague::Far),
        Some(_) => {}
    }
    sort_by_key(&mut found, |(letter, _)| *letter);
    found
}

/// Whether the target asks more of a skill than there is; an unrated skill may have a gap.
fn builds_on_a_gap(id: &SkillId, around: &Around<'_>) -> bool {
    let gap = around.ids.iter().position(|known| known == id).and_then(|place| around.gaps.get(place));
    gap.is_some_and(|g| g.required > g.rated.unwrap_or(Proficiency::NONE))
}

/// The first word of a goal that could mean anything, as it was typed.
fn vague_word(text: &str) -> Option<String> {
    const VAGUE: [&str; 20] = [
        "improve",
        "enhance",
        "optimise",
        "optimize",
        "better",
        "more",
        "some",
        "several",
        "often",
        "regularly",
        "soon",
        "good",
        "great",
        "strengthen",
        "explore",
        "understand",
        "familiar",
        "try",
        "various",
        "etc",
    ];
    let vague: Vec<String> = VAGUE.iter().flat_map(|word| stems(word)).collect();
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    words.filter(|w| !w.is_empty()).find(|w| stems(w).iter().any(|s| vague.contains(s))).map(str::to_owned)
}

fn has_number_word(text: &str) -> bool {
    const NUMBERS: [&str; 20] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "half", "twice",
        "double", "third", "quarter", "none", "zero", "all",
    ];
    let words = stems(text);
    NUMBERS.iter().flat_map(|word| stems(word)).any(|number| words.contains(&number))
}

/// Whether a measure says what its figure is to be compared with: a second figure, or a word or sign that does.
fn compares(text: &str) -> bool {
    const WORDS: [&str; 24] = [
        "from", "to", "than", "by", "of", "per", "every", "each", "least", "most", "below", "above", "under", "over", "within",
        "all", "half", "twice", "double", "none", "zero", "no", "fewer", "less",
    ];
    let numbers =
        text.split(|c: char| !c.is_numeric() && !matches!(c, '.' | ',')).filter(|n| n.chars().any(char::is_numeric)).count();
    let words = stems(text);
    numbers > 1 || text.contains(['%', '→', '<', '>', '≤', '≥']) || WORDS.iter().flat_map(|w| stems(w)).any(|w| words.contains(&w))
}
