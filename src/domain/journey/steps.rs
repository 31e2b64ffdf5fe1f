//! Actions: the level steps that close the gaps of a leg, in the order in which to take them, with dates by pace.
//!
//! Hours go into one step after the other, in this order; the seasons that levels 3 to 5 take run side by side from the first day on. So
//! a step is done once its hours and all before it are worked, and not before its skill has had its time.

use crate::domain::base::day::Day;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency, SkillIx};
use crate::domain::journey::pace::Effort;
use crate::domain::journey::promotion::smallest_set;
use crate::domain::journey::raise::Raise;
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
    /// The day on which its hours likely begin.
    pub begins: Day,
    /// The days by which it is done: likely, and late.
    pub by: (Day, Day),
    /// Whether the gate of the next title needs it; the others go beyond the gate. A related path has no gate: all that it asks is needed.
    pub needed: bool,
}

/// The days by which all of these are done: likely, and late. `None` where there is nothing to do.
///
/// Not those of the last one: a step further up may wait longer for its season.
pub fn all_done(actions: &[Action]) -> Option<(Day, Day)> {
    actions.iter().map(|action| action.by).reduce(|one, other| (one.0.max(other.0), one.1.max(other.1)))
}

/// The skills that these are about, each once, in the order in which they come first.
pub fn skills(actions: &[Action]) -> Vec<SkillIx> {
    let mut skills = Vec::new();
    for action in actions {
        if !skills.contains(&action.skill) {
            skills.push(action.skill);
        }
    }
    skills
}

/// What all of these take together.
pub fn effort(guide: &Guide, actions: &[Action]) -> Effort {
    let of_skill = |skill| {
        let steps = actions.iter().filter(|action| action.skill == skill);
        steps.fold(Effort::default(), |all, action| all.then(Effort::of_step(guide, skill, action.level)))
    };
    skills(actions).into_iter().map(of_skill).fold(Effort::default(), Effort::beside)
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
    let needed = if guide.is_onward(leg.to) { leg.raises.clone() } else { smallest_set(guide, &gaps) };
    let beyond = leg.raises.iter().map(|raise| {
        let from = needed.iter().find(|n| n.skill == raise.skill).map_or(raise.from, |n| n.to);
        Raise { from, ..*raise }
    });
    let order = in_order(guide, leg, needed.clone()).into_iter().map(|step| (step, true));
    let order = order.chain(in_order(guide, leg, beyond.collect()).into_iter().map(|step| (step, false)));
    let mut worked = Effort::default();
    let mut seasons = vec![Effort::default(); have.len()];
    let mut actions = Vec::new();
    for ((skill, level), needed) in order {
        if !plan.done.contains_key(&step(guide, skill, level)) {
            let (begins, _) = worked.lasting(0).dates(plan.pace, today);
            let one = Effort::of_step(guide, skill, level);
            let season = &mut seasons[skill.index()];
            (worked, *season) = (worked.beside(one), season.then(one));
            let by = worked.lasting(season.months()).dates(plan.pace, today);
            actions.push(Action { skill, level, begins, by, needed });
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
