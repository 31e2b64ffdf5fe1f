//! Leverage: what one more level of a skill does to readiness for the target and to the gates of other titles; and where a person would
//! stand if some ratings were different.
//!
//! Effort is deliberately absent: what a level costs is worked out in `journey`.

use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleIx};
use crate::domain::plan::Ratings;
use crate::domain::standing::gap::{Gap, gaps};
use crate::domain::standing::gate::{Standing, Verdict, gate};
use std::cmp::Reverse;

/// What one more level of a skill does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leverage {
    /// The skill.
    pub skill: SkillIx,
    /// The rating now.
    pub from: Proficiency,
    /// One level higher.
    pub to: Proficiency,
    /// What it adds to what is met of the target's requirement, in quarters of a weighted level; 0 where the target asks no more of the skill.
    pub gain: u32,
    /// What it adds to readiness for the target, in tenths of a percentage point, rounded to the nearest.
    pub points: u32,
    /// The other titles whose gate is passed after it for certain, and is not before; in the guide's order.
    pub opens: Vec<TitleIx>,
}

/// What one more level of each rated skill does: what adds the most to readiness first, then what opens the most titles; equals in the
/// guide's order. Skills where one more level does neither are left out, and so are unrated ones, whose level is unknown.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::leverage::leverage;
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let ratings = Ratings::from_values(vec![Proficiency::new(2); guide.skills().len()]);
/// let leverage = leverage(&guide, &ratings, head);
/// assert!(leverage.windows(2).all(|pair| pair[0].gain >= pair[1].gain));
/// ```
pub fn leverage(guide: &Guide, ratings: &Ratings, target: TitleIx) -> Vec<Leverage> {
    let of_target = gaps(guide, ratings, target);
    let asked: u32 = of_target.iter().map(Gap::at_stake).sum();
    let mut all: Vec<Leverage> = of_target
        .iter()
        .filter_map(|gap| {
            let (from, to) = (gap.rated?, gap.rated?.raised()?);
            let gain = if from < gap.required { gap.weight.quarters() } else { 0 };
            let points = (gain * 2_000 + asked).checked_div(asked * 2).unwrap_or(0);
            Some(Leverage { skill: gap.skill, from, to, gain, points, opens: Vec::new() })
        })
        .collect();
    let passes = |gaps: &[Gap]| gate(guide, gaps).is_some_and(|gate| gate.passed() == Verdict::Met);
    for title in guide.titles().filter(|t| *t != target && !guide.is_onward(*t)) {
        let mut gaps = gaps(guide, ratings, title);
        if passes(&gaps) {
            continue;
        }
        for one in &mut all {
            let place = one.skill.index();
            // A level beyond what the title asks changes nothing about its gate.
            if one.from < gaps[place].required {
                gaps[place].rated = Some(one.to);
                if passes(&gaps) {
                    one.opens.push(title);
                }
                gaps[place].rated = Some(one.from);
            }
        }
    }
    all.retain(|one| one.gain > 0 || !one.opens.is_empty());
    sort_by_key(&mut all, |one| (Reverse(one.gain), Reverse(one.opens.len())));
    all
}

/// Where a person would stand with regard to a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The skills of the title beside their ratings, in the guide's order.
    pub gaps: Vec<Gap>,
    /// Readiness and gate, or how much of a related path is covered.
    pub standing: Standing,
}

/// The standing with some ratings replaced by others; of several for one skill the last counts. None where the title asks for nothing.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::leverage::what_if;
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let ratings = Ratings::from_values(vec![Proficiency::new(2); guide.skills().len()]);
/// let now = what_if(&guide, &ratings, head, &[]).unwrap().standing.share();
/// let skill = guide.skill_by_id(&"strategic-vision".into()).unwrap();
/// let then = what_if(&guide, &ratings, head, &[(skill, Proficiency::MAX)]).unwrap().standing.share();
/// assert!(then.low().part() > now.low().part());
/// ```
pub fn what_if(guide: &Guide, ratings: &Ratings, title: TitleIx, instead: &[(SkillIx, Proficiency)]) -> Option<WhatIf> {
    let replaced = |skill: SkillIx| instead.iter().rev().find(|(s, _)| *s == skill).map(|(_, level)| *level);
    let values = guide.skills().map(|skill| replaced(skill).or_else(|| ratings.get(skill))).collect();
    let gaps = gaps(guide, &Ratings::from_values(values), title);
    Some(WhatIf { standing: Standing::of(guide, title, &gaps)?, gaps })
}
