//! Two sets of ratings beside each other: another person's plan and mine, or mine and a second opinion.

use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleIx};
use crate::domain::plan::Ratings;
use std::cmp::Reverse;

/// One skill as two people rate it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The skill.
    pub skill: SkillIx,
    /// The one rating; `None` for unrated.
    pub one: Option<Proficiency>,
    /// The other rating; `None` for unrated.
    pub other: Option<Proficiency>,
    /// What the title asks; level 0 without a title.
    pub required: Proficiency,
    /// Weight of the skill for the title × levels apart, in quarters; 0 where either is unrated. Without a title the skill's
    /// importance alone is the weight.
    weighted: u32,
}

impl Pair {
    /// How many levels apart the two ratings are; `None` where either is unrated.
    pub fn apart(&self) -> Option<u8> {
        let (one, other) = (self.one?, self.other?);
        Some(one.below(other).max(other.below(one)))
    }
}

/// Every skill that either has rated: what matters most for the title first, which is weight × levels apart, then what only one of
/// the two has rated, then what is the same. Equals stay in the guide's order.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::opinion::{agreement, pairs};
///
/// let guide = content::guide().unwrap();
/// let ratings = |first: u8, second: u8| Ratings::from_values(vec![Proficiency::new(first), Proficiency::new(second)]);
/// let pairs = pairs(&guide, None, &ratings(3, 3), &ratings(3, 1));
/// // The second skill comes first: there the two are apart.
/// assert_eq!((pairs[0].apart(), pairs[1].apart()), (Some(2), Some(0)));
/// assert_eq!(agreement(&pairs).same, 1);
/// ```
pub fn pairs(guide: &Guide, title: Option<TitleIx>, one: &Ratings, other: &Ratings) -> Vec<Pair> {
    let pair = |skill| {
        let mut pair = Pair {
            skill,
            one: one.get(skill),
            other: other.get(skill),
            required: title.map_or(Proficiency::NONE, |t| guide.required(t, skill)),
            weighted: 0,
        };
        let weight = title.map_or(guide.importance(skill).base_weight() * 4, |t| guide.weight(t, skill).quarters());
        pair.weighted = weight * u32::from(pair.apart().unwrap_or(0));
        pair
    };
    let mut pairs: Vec<Pair> = guide.skills().map(pair).filter(|p| p.one.is_some() || p.other.is_some()).collect();
    sort_by_key(&mut pairs, |p| match p.apart() {
        Some(1..) => (0, Reverse(p.weighted)),
        None => (1, Reverse(0)),
        Some(0) => (2, Reverse(0)),
    });
    pairs
}

/// How far two people agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Skills that both have rated.
    pub both: usize,
    /// Those of them with the same rating.
    pub same: usize,
    /// Those of them that are at most one level apart, the same ones included.
    pub near: usize,
}

/// How far two people agree on these skills.
pub fn agreement(pairs: &[Pair]) -> Agreement {
    let mut agreement = Agreement::default();
    for apart in pairs.iter().filter_map(Pair::apart) {
        agreement.both += 1;
        agreement.same += usize::from(apart == 0);
        agreement.near += usize::from(apart <= 1);
    }
    agreement
}
