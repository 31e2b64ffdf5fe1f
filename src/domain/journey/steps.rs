//! Actions: the level steps that close the gaps of a leg, in the order in which to take them, with dates by pace.

use crate::domain::base::day::Day;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency, SkillIx};
use crate::domain::journey::pace::Effort;
use crate::domain::journey::promotion::{Raise, smallest_set};
use crate::domain::journey::routes::Leg;
use crate::domain::plan::{Plan, Ratings, Step};
use crate::domain::standing::gap::gaps;
use std::cmp::Reverse;

/// One thing to do: reach a level of a skill from the one below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The skill.
    pub skill: SkillIx,
    /// The level to reach.
    pub level: Proficiency,
    /// The day on which it begins if half of what comes before is done on its day.
    pub begins: Day,
    /// The days by which half, and nine in ten, would have done this and all before it.
    pub by: (Day, Day),
    /// Whether the gate of the next title needs it; the others go beyond the gate.
    pub needed: bool,
}

/// A level step that was ticked off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The skill.
    pub skill: SkillIx,
    /// The level reached.
    pub level: Proficiency,
    /// The day.
    pub day: Day,
}

/// The actions of a leg that are still open: first the smallest set that passes the gate of the next title, then what goes beyond it.
/// Within either, at each point the skill whose remaining gap weighs most, one level at a time; equals in the guide's order. The first
/// one begins today.
pub fn actions(guide: &Guide, plan: &Plan, leg: &Leg, today: Day) -> Vec<Action> {
    let mut have: Vec<Proficiency> = guide.requirement(leg.to).to_vec();
    for raise in &leg.raises {
        have[raise.skill.index()] = raise.from;
    }
    let gaps = gaps(guide, &Ratings::from_values(have.iter().copied().map(Some).collect()), leg.to);
    let needed = smallest_set(guide, &gaps);
    let beyond = leg.raises.iter().map(|raise| {
        let from = needed.iter().find(|n| n.skill == raise.skill).map_or(raise.from, |n| n.to);
        Raise { from, ..*raise }
    });
    let order = in_order(guide, leg, needed.clone()).into_iter().map(|step| (step, true));
    let order = order.chain(in_order(guide, leg, beyond.collect()).into_iter().map(|step| (step, false)));
    let mut effort = Effort::default();
    let mut begins = today;
    let mut actions = Vec::new();
    for ((skill, level), needed) in order {
        if !plan.done.contains_key(&step(guide, skill, level)) {
            effort = effort.plus(Effort::of_step(guide, level));
            let by = effort.days(plan.pace, today);
            actions.push(Action { skill, level, begins, by, needed });
            begins = by.0;
        }
    }
    actions
}

/// Raises taken apart into steps: at each point the skill whose remaining gap weighs most.
fn in_order(guide: &Guide, leg: &Leg, mut left: Vec<Raise>) -> Vec<(SkillIx, Proficiency)> {
    let mut order = Vec::new();
    while let Some(raise) = heaviest(guide, leg, &mut left) {
        let Some(level) = raise.from.raised() else { break };
        raise.from = level;
        order.push((raise.skill, level));
    }
    order
}

/// Every step that was ticked off and that this guide knows, the latest first.
pub fn done(guide: &Guide, plan: &Plan) -> Vec<Done> {
    let mut done: Vec<Done> = plan
        .done
        .iter()
        .filter_map(|(step, day)| Some(Done { skill: guide.skill_by_id(&step.skill)?, level: step.level, day: *day }))
        .collect();
    sort_by_key(&mut done, |d| Reverse(d.day));
    done
}

/// The step of a skill as a plan stores it.
pub fn step(guide: &Guide, skill: SkillIx, level: Proficiency) -> Step {
    Step { skill: guide.skill(skill).id.clone(), level }
}

fn heaviest<'a>(guide: &Guide, leg: &Leg, left: &'a mut [Raise]) -> Option<&'a mut Raise> {
    left.iter_mut()
        .filter(|r| r.from < r.to)
        .max_by_key(|r| (guide.weight(leg.to, r.skill).quarters() * r.levels(), Reverse(r.skill)))
}
