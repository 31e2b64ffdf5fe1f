//! Actions: the level steps that close the gaps of a leg, in the order in which to take them, with dates by pace.

use super::day::Day;
use super::guide::{Guide, Proficiency, SkillIx};
use super::pace::Effort;
use super::plan::{Pace, Plan, Step};
use super::promotion::Raise;
use super::routes::Leg;

/// One thing to do: reach a level of a skill from the one below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The skill.
    pub skill: SkillIx,
    /// The level to reach.
    pub level: Proficiency,
    /// The day on which it was ticked off.
    pub done: Option<Day>,
    /// The days by which half, and nine in ten, would have done this and all before it. The day it was done for a done one.
    pub by: (Day, Day),
    /// The day on which it begins if half of what comes before is done on its day.
    pub begins: Day,
}

/// The actions of a leg: at each point the skill whose remaining gap weighs most, one level at a time. Done ones come first.
pub fn actions(guide: &Guide, plan: &Plan, leg: &Leg, today: Day) -> Vec<Action> {
    let mut left: Vec<Raise> = leg.raises.clone();
    let mut order = Vec::new();
    while let Some(next) = heaviest(guide, leg, &left) {
        let raise = &mut left[next];
        let Some(level) = raise.from.raised() else { break };
        order.push((raise.skill, level));
        raise.from = level;
    }
    let day_done = |skill: SkillIx, level| plan.done.get(&step(guide, skill, level)).copied();
    let mut actions: Vec<Action> = order
        .iter()
        .filter_map(|&(skill, level)| {
            day_done(skill, level).map(|day| Action { skill, level, done: Some(day), by: (day, day), begins: day })
        })
        .collect();
    let mut effort = Effort::default();
    let mut begins = today;
    for (skill, level) in order {
        if day_done(skill, level).is_none() {
            effort = effort.plus(Effort::of_step(guide, level));
            let by = effort.days(plan.pace, today);
            actions.push(Action { skill, level, done: None, by, begins });
            begins = by.0;
        }
    }
    actions
}

/// The step of a skill as a plan stores it.
pub fn step(guide: &Guide, skill: SkillIx, level: Proficiency) -> Step {
    Step { skill: guide.skill(skill).id.clone(), level }
}

/// The days by which half, and nine in ten, would have finished a leg at a pace, begun today.
pub fn leg_days(guide: &Guide, leg: &Leg, pace: Pace, today: Day) -> (Day, Day) {
    leg.raises.iter().map(|r| Effort::of_raise(guide, r.from, r.to)).fold(Effort::default(), Effort::plus).days(pace, today)
}

fn heaviest(guide: &Guide, leg: &Leg, left: &[Raise]) -> Option<usize> {
    (0..left.len())
        .filter(|&place| left[place].from < left[place].to)
        .max_by_key(|&place| (guide.weight(leg.to, left[place].skill).quarters() * left[place].levels(), std::cmp::Reverse(place)))
}
