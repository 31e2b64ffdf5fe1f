//! The brief for a promotion: what is met and what shows it, what is missing and when it is built. Values for two printed pages, so each
//! list has its bound; what is beyond it is named and not shown.

use crate::domain::base::day::Day;
use crate::domain::base::sorted::SortedMap;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency, SkillId, SkillIx};
use crate::domain::journey::steps::Action;
use crate::domain::standing::gap::{Gap, heaviest_first};
use crate::domain::workbench::evidence::{Achievement, Log};
use crate::domain::workbench::text::one_line;
use std::cmp::Reverse;

/// The most skills that are shown with what stands behind them.
pub const MAX_CLAIMS: usize = 7;
/// The most gaps that are shown with their steps.
pub const MAX_GAPS: usize = 3;
/// The most other gaps that are shown with their levels.
pub const MAX_OTHERS: usize = 10;
/// The longest text of what stands behind a skill, in characters.
pub const MAX_TEXT: usize = 110;

/// What stands behind a rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behind {
    /// An achievement of the log.
    Achievement(Box<Achievement>),
    /// A note on the skill.
    Note(String),
}

/// A skill that is met, with what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The skill.
    pub gap: Gap,
    /// What shows it.
    pub behind: Behind,
}

/// A step of a gap: the level that it reaches, and when it is likely done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The level.
    pub level: Proficiency,
    /// The day; none where the plan has no date for it.
    pub by: Option<Day>,
}

/// A gap, with the steps that close it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The skill.
    pub gap: Gap,
    /// Every level up to what is asked.
    pub steps: Vec<Step>,
}

/// What the brief says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brief {
    /// Skills that are met and have something behind them, what weighs most first; at most [`MAX_CLAIMS`].
    pub claims: Vec<Claim>,
    /// Skills that are met, with something behind them that finds no room.
    pub also: Vec<Gap>,
    /// Skills that are met by the person's own rating alone.
    pub own: Vec<Gap>,
    /// The heaviest gaps; at most [`MAX_GAPS`].
    pub gaps: Vec<Missing>,
    /// The next ones; at most [`MAX_OTHERS`].
    pub others: Vec<Missing>,
    /// What is short beyond those.
    pub rest: Vec<Gap>,
    /// How many skills are unrated.
    pub unrated: usize,
}

/// Makes the brief for a title from its gaps, the steps of the plan that lead there, the log of evidence and the notes on skills.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::base::sorted::SortedMap;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::gap::gaps;
/// use career_explorer::domain::workbench::brief::brief;
/// use career_explorer::domain::workbench::evidence::Log;
///
/// let guide = content::guide().unwrap();
/// let director = guide.title_by_id(&"director-of-engineering".into()).unwrap();
/// let ratings = Ratings::from_values(vec![Proficiency::new(3); guide.skills().len()]);
/// let brief = brief(&guide, &gaps(&guide, &ratings, director), &[], &Log::new(), &SortedMap::new());
/// // Nothing is logged, so all that is met is so by the person's own word.
/// assert!(brief.claims.is_empty() && !brief.own.is_empty() && !brief.gaps.is_empty());
/// ```
pub fn brief(guide: &Guide, gaps: &[Gap], actions: &[Action], log: &Log, notes: &SortedMap<SkillId, String>) -> Brief {
    let mut brief = Brief { unrated: gaps.iter().filter(|g| g.rated.is_none()).count(), ..Brief::default() };
    let mut met: Vec<&Gap> = gaps.iter().filter(|g| g.levels() == Some(0) && g.required.get() > 0).collect();
    sort_by_key(&mut met, |gap| Reverse(gap.at_stake()));
    for gap in met {
        match behind(guide, gap, log, notes) {
            Some(behind) if brief.claims.len() < MAX_CLAIMS => brief.claims.push(Claim { gap: *gap, behind }),
            Some(_) => brief.also.push(*gap),
            None => brief.own.push(*gap),
        }
    }
    let mut short: Vec<Gap> = gaps.iter().filter(|g| g.levels().is_some_and(|l| l > 0)).copied().collect();
    heaviest_first(&mut short);
    for gap in short {
        let missing = Missing { gap, steps: steps(&gap, actions) };
        if brief.gaps.len() < MAX_GAPS {
            brief.gaps.push(missing);
        } else if brief.others.len() < MAX_OTHERS {
            brief.others.push(missing);
        } else {
            brief.rest.push(gap);
        }
    }
    brief
}

/// The best of what shows a skill at the level asked: with a figure before without one, then the latest; else the note on it.
fn behind(guide: &Guide, gap: &Gap, log: &Log, notes: &SortedMap<SkillId, String>) -> Option<Behind> {
    let id = &guide.skill(gap.skill).id;
    let shows = |one: &&Achievement| one.skills.get(id).is_some_and(|level| *level >= gap.required);
    let best = log.iter().map(|(_, one)| one).filter(shows).max_by_key(|one| (one.metric.is_some(), one.when.last()));
    let note =
        || notes.get(id).map(|note| one_line(note)).filter(|note| !note.is_empty()).map(|note| Behind::Note(shortened(&note)));
    match best {
        Some(one) => Some(Behind::Achievement(Box::new(Achievement { line: shortened(&one.line), ..one.clone() }))),
        None => note(),
    }
}

fn steps(gap: &Gap, actions: &[Action]) -> Vec<Step> {
    let from = gap.rated.unwrap_or_default();
    let by = |skill: SkillIx, level| actions.iter().find(|a| a.skill == skill && a.level == level).map(|a| a.by.0);
    Proficiency::all()
        .filter(|level| *level > from && *level <= gap.required)
        .map(|level| Step { level, by: by(gap.skill, level) })
        .collect()
}

/// A text of at most [`MAX_TEXT`] characters, cut at a word.
fn shortened(text: &str) -> String {
    if text.chars().count() <= MAX_TEXT {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MAX_TEXT - 1).collect();
    let at_word = cut.rfind(' ').filter(|place| *place > MAX_TEXT / 2).map_or(cut.as_str(), |place| &cut[..place]);
    format!("{}…", at_word.trim_end_matches([',', ';', ':', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_at_a_word_and_a_short_one_is_whole() {
        assert_eq!(shortened("Halved the bill."), "Halved the bill.");
        let long = "word ".repeat(80);
        let cut = shortened(&long);
        assert!(cut.chars().count() <= MAX_TEXT && cut.ends_with("word…"), "{cut}");
        assert!(shortened(&"ß".repeat(400)).chars().count() <= MAX_TEXT);
    }
}
