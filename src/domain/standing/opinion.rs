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

/// How far apart two people are for it to be worth a talk, in levels.
pub const FAR_APART: u8 = 2;

/// One skill as a person and several others rate it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The skill.
    pub skill: SkillIx,
    /// The person's own rating; `None` for unrated.
    pub own: Option<Proficiency>,
    /// The others' ratings, in the order in which they were given; `None` for unrated.
    pub others: Vec<Option<Proficiency>>,
    /// What the title asks; level 0 without a title.
    pub required: Proficiency,
}

impl Seen {
    /// The lowest and the highest rating, of those that there are.
    pub fn spread(&self) -> Option<(Proficiency, Proficiency)> {
        let all = || self.others.iter().flatten().chain(&self.own).copied();
        Some((all().min()?, all().max()?))
    }

    /// How far the others are from the person's own rating, in levels: the one that is furthest, with its sign. `None` where the person
    /// or all others have not rated. Of two that are equally far the lower one, which is the one that costs more to overlook.
    pub fn furthest(&self) -> Option<i8> {
        let own = self.own?;
        let away = |other: &Proficiency| other.get() as i8 - own.get() as i8;
        self.others.iter().flatten().map(away).min_by_key(|away| (-away.abs(), *away))
    }

    /// Whether somebody is so far from the person's own rating that it is worth a talk.
    pub fn is_far_apart(&self) -> bool {
        self.furthest().is_some_and(|away| away.unsigned_abs() >= FAR_APART)
    }
}

/// Every skill that the person or another one has rated: those worth a talk first, and among each what matters most for the title first,
/// which is weight × levels apart. Equals stay in the guide's order.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::opinion::several;
///
/// let guide = content::guide().unwrap();
/// let ratings = |first: u8, second: u8| Ratings::from_values(vec![Proficiency::new(first), Proficiency::new(second)]);
/// let seen = several(&guide, None, &ratings(3, 3), &[ratings(3, 1), ratings(4, 2)]);
/// // One of the two is two levels below in the second skill.
/// assert_eq!((seen[0].skill.index(), seen[0].furthest(), seen[1].furthest()), (1, Some(-2), Some(1)));
/// assert!(seen[0].is_far_apart() && !seen[1].is_far_apart());
/// ```
pub fn several(guide: &Guide, title: Option<TitleIx>, own: &Ratings, others: &[Ratings]) -> Vec<Seen> {
    let of = |skill| Seen {
        skill,
        own: own.get(skill),
        others: others.iter().map(|one| one.get(skill)).collect(),
        required: title.map_or(Proficiency::NONE, |t| guide.required(t, skill)),
    };
    let mut all: Vec<Seen> = guide.skills().map(of).filter(|seen| seen.spread().is_some()).collect();
    sort_by_key(&mut all, |seen| {
        let weight = title.map_or(guide.importance(seen.skill).base_weight() * 4, |t| guide.weight(t, seen.skill).quarters());
        let away = seen.furthest().map(i8::unsigned_abs);
        let rank = match away {
            Some(FAR_APART..) => 0,
            Some(1..) => 1,
            None => 2,
            Some(0) => 3,
        };
        (rank, Reverse(weight * u32::from(away.unwrap_or(0))))
    });
    all
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
