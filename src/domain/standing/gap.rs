//! Gaps: how far each rating lies below what a title asks, which is max(0, required − rated) levels.

use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleIx, Weight};
use crate::domain::plan::Ratings;
use std::cmp::Reverse;

/// One skill of a title beside its rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The skill.
    pub skill: SkillIx,
    /// The rating; `None` for unrated.
    pub rated: Option<Proficiency>,
    /// What the title asks.
    pub required: Proficiency,
    /// The weight of the skill for the title.
    pub weight: Weight,
}

impl Gap {
    /// Levels short: max(0, required − rated). `None` while unrated.
    pub fn levels(&self) -> Option<u8> {
        self.rated.map(|rated| rated.below(self.required))
    }

    /// Levels above what is asked; 0 where there are none or the skill is unrated.
    pub fn surplus(&self) -> u8 {
        self.rated.map_or(0, |rated| self.required.below(rated))
    }

    /// Weight × levels short, in quarters; 0 while unrated.
    pub fn weighted(&self) -> u32 {
        self.weight.quarters() * u32::from(self.levels().unwrap_or(0))
    }

    /// Weight × required, in quarters: the most that the gap of this skill can weigh.
    pub fn at_stake(&self) -> u32 {
        self.weight.quarters() * u32::from(self.required.get())
    }
}

/// Every skill of a title beside its rating, in the guide's order.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::gap::gaps;
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// // Level 2 in every skill, against what the title asks.
/// let ratings = Ratings::from_values(vec![Proficiency::new(2); guide.skills().len()]);
/// for gap in gaps(&guide, &ratings, head) {
///     assert_eq!(gap.levels(), Some(gap.required.get().saturating_sub(2)));
/// }
/// ```
pub fn gaps(guide: &Guide, ratings: &Ratings, title: TitleIx) -> Vec<Gap> {
    guide
        .skills()
        .map(|skill| Gap {
            skill,
            rated: ratings.get(skill),
            required: guide.required(title, skill),
            weight: guide.weight(title, skill),
        })
        .collect()
}

/// Sorts for reading: gaps first, the heaviest at the top; then what is unrated, by what is at stake; then what is met.
/// Equals stay in the guide's order.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::gap::{gaps, heaviest_first};
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let ratings = Ratings::from_values(vec![Proficiency::new(2); guide.skills().len()]);
/// let mut gaps = gaps(&guide, &ratings, head);
/// heaviest_first(&mut gaps);
/// assert!(gaps.windows(2).all(|pair| pair[0].weighted() >= pair[1].weighted()));
/// ```
pub fn heaviest_first(gaps: &mut [Gap]) {
    sort_by_key(gaps, |gap| match gap.levels() {
        Some(1..) => (0, Reverse(gap.weighted())),
        None => (1, Reverse(gap.at_stake())),
        Some(0) => (2, Reverse(0)),
    });
}

/// The unrated skills, the most informative first.
///
/// Readiness is a range as wide as Σ w·required over the unrated skills, so the rating that narrows it most is the one with the
/// most at stake. Equals stay in the guide's order.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::gap::{gaps, most_informative_first};
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let gaps = gaps(&guide, &Ratings::from_values(Vec::new()), head);
/// let first = most_informative_first(&gaps)[0];
/// assert_eq!(gaps[first.index()].at_stake(), gaps.iter().map(|gap| gap.at_stake()).max().unwrap());
/// ```
pub fn most_informative_first(gaps: &[Gap]) -> Vec<SkillIx> {
    let mut unrated: Vec<&Gap> = gaps.iter().filter(|g| g.rated.is_none()).collect();
    sort_by_key(&mut unrated, |g| Reverse(g.at_stake()));
    unrated.into_iter().map(|g| g.skill).collect()
}

/// The skill to rate next: the most informative unrated one, or after `last` the next unrated one in that order, beginning again at
/// its top once it is through. `None` when nothing but `last` is left unrated.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::gap::{gaps, next_to_rate};
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let gaps = gaps(&guide, &Ratings::from_values(Vec::new()), head);
/// let first = next_to_rate(&gaps, None);
/// // A person who passes over the first is asked for the next.
/// assert_ne!(next_to_rate(&gaps, first), first);
/// ```
pub fn next_to_rate(gaps: &[Gap], last: Option<SkillIx>) -> Option<SkillIx> {
    let mut order: Vec<&Gap> = gaps.iter().collect();
    sort_by_key(&mut order, |g| Reverse(g.at_stake()));
    let after = last.and_then(|last| order.iter().position(|g| g.skill == last)).map_or(0, |place| place + 1);
    let (before, behind) = order.split_at(after);
    behind.iter().chain(before).find(|g| g.rated.is_none() && Some(g.skill) != last).map(|g| g.skill)
}

/// Whether ratings look straight-lined: at least eight of them, and nine in ten the same. People's levels differ from skill
/// to skill, so such answers say little.
///
/// ```
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::standing::gap::straight_lined;
///
/// let three = Proficiency::new(3).unwrap();
/// assert!(straight_lined(&[three; 8]));
/// assert!(!straight_lined(&[three; 7]), "too few to tell");
/// ```
pub fn straight_lined(ratings: &[Proficiency]) -> bool {
    let most = Proficiency::all().map(|level| ratings.iter().filter(|r| **r == level).count()).max().unwrap_or(0);
    ratings.len() >= 8 && most * 10 >= ratings.len() * 9
}
