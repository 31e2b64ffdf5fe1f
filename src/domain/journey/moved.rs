//! What moved between an earlier state of a plan and the present one: ratings, and the steps that are left for a title.

use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleIx};
use crate::domain::journey::promotion::smallest_set;
use crate::domain::journey::raise::Raise;
use crate::domain::plan::Ratings;
use crate::domain::standing::gap::gaps;
use crate::domain::standing::gate::gate;

/// A skill that is rated otherwise than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The skill.
    pub skill: SkillIx,
    /// The rating before; `None` for unrated.
    pub then: Option<Proficiency>,
    /// The rating now.
    pub now: Option<Proficiency>,
}

/// The skills that are rated otherwise, in the guide's order.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::journey::moved::moved;
/// use career_explorer::domain::plan::Ratings;
///
/// let guide = content::guide().unwrap();
/// let with = |first| Ratings::from_values(vec![Proficiency::new(first), Proficiency::new(2)]);
/// let one = moved(&guide, &with(1), &with(3));
/// assert_eq!((one.len(), one[0].now), (1, Proficiency::new(3)));
/// ```
pub fn moved(guide: &Guide, then: &Ratings, now: &Ratings) -> Vec<Moved> {
    let all = guide.skills().map(|skill| Moved { skill, then: then.get(skill), now: now.get(skill) });
    all.filter(|one| one.then != one.now).collect()
}

/// How many steps of one level are left to pass the gate of a title, at the least: what is unrated is not counted. None where there is no
/// gate.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::journey::moved::steps_left;
/// use career_explorer::domain::plan::Ratings;
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let all = |level| Ratings::from_values(vec![Proficiency::new(level); guide.skills().len()]);
/// assert_eq!(steps_left(&guide, &all(5), head), Some(0));
/// assert!(steps_left(&guide, &all(1), head) > steps_left(&guide, &all(3), head));
/// ```
pub fn steps_left(guide: &Guide, ratings: &Ratings, title: TitleIx) -> Option<u32> {
    let gaps = gaps(guide, ratings, title);
    // A title without a gate asks nothing that could be passed.
    if guide.is_onward(title) || gate(guide, &gaps).is_none() {
        return None;
    }
    Some(smallest_set(guide, &gaps).iter().map(Raise::levels).sum())
}
