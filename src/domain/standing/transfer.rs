//! Two titles side by side: what carries over, and what differs.

use crate::domain::base::share::Share;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleIx, Weight};
use std::cmp::Reverse;
use std::num::NonZeroU32;

/// How much of what `to` asks is covered by meeting all that `from` asks; none where `to` asks for nothing.
///
/// The coverage of b by a: cov(a→b) = Σ w_b·min(R_a, R_b) / Σ w_b·R_b.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::standing::transfer::transfer;
///
/// let guide = content::guide().unwrap();
/// let title = |id: &str| guide.title_by_id(&id.into()).unwrap();
/// let (manager, head) = (title("engineering-manager"), title("head-of-engineering"));
/// assert_eq!(transfer(&guide, head, head).unwrap().percent(), 100);
/// assert!(transfer(&guide, manager, head).unwrap().percent() < 100);
/// ```
pub fn transfer(guide: &Guide, from: TitleIx, to: TitleIx) -> Option<Share> {
    let (mut part, mut whole) = (0, 0);
    for skill in guide.skills() {
        let (has, asks) = (guide.required(from, skill), guide.required(to, skill));
        let weight = guide.weight(to, skill).quarters();
        part += weight * u32::from(has.min(asks).get());
        whole += weight * u32::from(asks.get());
    }
    NonZeroU32::new(whole).map(|whole| Share::new(part, whole))
}

/// One skill of two titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The skill.
    pub skill: SkillIx,
    /// What the first title asks.
    pub from: Proficiency,
    /// What the second title asks.
    pub to: Proficiency,
    /// The weight of the skill for the second title.
    pub weight: Weight,
}

impl Difference {
    /// Weight × levels that the second asks beyond the first, in quarters.
    pub fn weighted_rise(&self) -> u32 {
        self.weight.quarters() * u32::from(self.from.below(self.to))
    }
}

/// Every skill of two titles: the heaviest rise first, then what stays, then what falls.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::standing::transfer::title_diff;
///
/// let guide = content::guide().unwrap();
/// let title = |id: &str| guide.title_by_id(&id.into()).unwrap();
/// let differences = title_diff(&guide, title("engineering-manager"), title("head-of-engineering"));
/// assert_eq!(differences.len(), guide.skills().len());
/// assert!(differences[0].to > differences[0].from);
/// ```
pub fn title_diff(guide: &Guide, from: TitleIx, to: TitleIx) -> Vec<Difference> {
    let mut all: Vec<Difference> = guide
        .skills()
        .map(|skill| Difference {
            skill,
            from: guide.required(from, skill),
            to: guide.required(to, skill),
            weight: guide.weight(to, skill),
        })
        .collect();
    sort_by_key(&mut all, |d| (Reverse(d.weighted_rise()), d.to.below(d.from)));
    all
}
