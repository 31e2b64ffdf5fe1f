//! The smallest promotion set: the fewest level raises that pass the gate, exactly; ties go to the smaller effort.
//!
//! Three conditions of the gate force raises: Critical skills and those in focus up to their requirement, all others to one level below
//! it. What is left is a choice among single raises, each worth its weight: as few as reach 85 % are found by taking the heaviest, and
//! among all sets of that many the one of least effort by a table over (raises, weight gained).
//! Unrated skills count as met, so that the answer is the least that any ratings of them would need.

use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency};
use crate::domain::journey::pace::mean_sixths;
pub use crate::domain::journey::raise::Raise;
use crate::domain::standing::gap::Gap;
use crate::domain::standing::gate::{GATE_PERCENT, tolerance};
use std::cmp::Reverse;

/// The smallest promotion set for the title on a track whose gaps these are, in the guide's order. Empty if the gate is passed, or can be by
/// what is unrated alone.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::journey::promotion::smallest_set;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::gap::gaps;
/// use career_explorer::domain::standing::gate::{Verdict, gate};
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let with = |level| gaps(&guide, &Ratings::from_values(vec![level; guide.skills().len()]), head);
/// assert!(smallest_set(&guide, &with(Some(Proficiency::MAX))).is_empty());
/// // With these raises, and no fewer, the gate is passed.
/// let mut gaps = with(Proficiency::new(2));
/// for raise in smallest_set(&guide, &gaps) {
///     gaps[raise.skill.index()].rated = Some(raise.to);
/// }
/// assert_eq!(gate(&guide, &gaps).unwrap().passed(), Verdict::Met);
/// ```
pub fn smallest_set(guide: &Guide, gaps: &[Gap]) -> Vec<Raise> {
    let mut raised: Vec<Option<Proficiency>> = gaps.iter().map(|g| g.rated).collect();
    let mut choices = Vec::new();
    for (place, gap) in gaps.iter().enumerate() {
        let Some(rated) = gap.rated else { continue };
        let floor = Proficiency::new(gap.required.get().saturating_sub(tolerance(guide, gap))).unwrap_or_default();
        let forced = rated.max(floor);
        raised[place] = Some(forced);
        if forced < gap.required {
            choices.push(Choice { place, gain: gap.weight.quarters(), effort: mean_sixths(guide, gap.skill, gap.required) });
        }
    }
    for choice in cheapest(&choices, shortfall(gaps, &raised)) {
        raised[choice.place] = Some(gaps[choice.place].required);
    }
    gaps.iter()
        .zip(raised)
        .filter_map(|(gap, to)| {
            let (from, to) = (gap.rated?, to?);
            (to > from).then_some(Raise { skill: gap.skill, from, to })
        })
        .collect()
}

/// A raise by one level that the gate does not force.
#[derive(Clone, Copy)]
struct Choice {
    place: usize,
    gain: u32,
    effort: u32,
}

/// How many quarters of weighted level are missing to the gate's readiness.
fn shortfall(gaps: &[Gap], raised: &[Option<Proficiency>]) -> usize {
    let asked: u32 = gaps.iter().map(Gap::at_stake).sum();
    let short: u32 = gaps.iter().zip(raised).map(|(gap, to)| Gap { rated: *to, ..*gap }.weighted()).sum();
    let missing = (GATE_PERCENT * asked).saturating_sub(100 * (asked - short));
    missing.div_ceil(100) as usize
}

/// Of all sets of the fewest choices whose gains reach `target`, one of least effort; the first found in the guide's order.
fn cheapest(choices: &[Choice], target: usize) -> Vec<Choice> {
    let mut gains: Vec<usize> = choices.iter().map(|c| c.gain as usize).collect();
    sort_by_key(&mut gains, |one| Reverse(*one));
    let mut reached = 0;
    let count = gains.iter().take_while(|gain| (reached < target).then(|| reached += **gain).is_some()).count();

    // least[taken][gained] is the least effort to gain that much (capped at the target) with that many, and the choices for it.
    let width = target + 1;
    let mut least: Vec<Option<(u32, Vec<usize>)>> = vec![None; (count + 1) * width];
    least[0] = Some((0, Vec::new()));
    for (number, choice) in choices.iter().enumerate() {
        for taken in (0..count).rev() {
            for gained in (0..width).rev() {
                let Some((effort, set)) = &least[taken * width + gained] else { continue };
                let effort = effort + choice.effort;
                let after = (taken + 1) * width + (gained + choice.gain as usize).min(target);
                if least[after].as_ref().is_none_or(|(known, _)| effort < *known) {
                    let mut set = set.clone();
                    set.push(number);
                    least[after] = Some((effort, set));
                }
            }
        }
    }
    match least.swap_remove(count * width + target) {
        Some((_, set)) => set.into_iter().map(|number| choices[number]).collect(),
        None => Vec::new(),
    }
}
