//! Actions: the level steps that close the gaps of a leg, in the order in which to take them, with dates by pace.
//!
//! Hours go into one step after the other, in this order; the least calendar time of levels 3 to 5 runs side by side for all skills from
//! the first day on. So a step is done once its hours and all before it are worked, and its skill has had its calendar time.

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
/// Not those of the last one: a step before it may have to wait longer for its calendar time.
///
/// ```
/// use career_explorer::domain::journey::steps::all_done;
///
/// assert_eq!(all_done(&[]), None);
/// ```
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

/// A level step that is done, since the rating has reached it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The skill.
    pub skill: SkillIx,
    /// The level reached.
    pub level: Proficiency,
    /// The day on which it was ticked off; none where only the rating says so.
    pub day: Option<Day>,
}

/// The steps of a leg as they are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// The number of the leg's move.
    pub leg: usize,
    /// The three lists, by [`List`].
    pub lists: [Vec<Entry>; 3],
}

/// The lists of a [`Board`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Steps to pass the gate of the next title, or to have all that a related path asks, in the order in which to take them.
    Needed,
    /// Steps beyond the gate.
    Beyond,
    /// Steps that are done.
    Done,
}

impl List {
    /// All three, in their order on a board.
    pub const ALL: [Self; 3] = [Self::Needed, Self::Beyond, Self::Done];
}

/// How many steps a [`Board`] has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Open ones that the gate needs; where there is no gate, all open ones.
    pub needed: usize,
    /// All open ones.
    pub open: usize,
    /// Those that are done.
    pub done: usize,
}

/// A step on a [`Board`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// It is open.
    Open(Action),
    /// It is done.
    Done(Done),
}

impl Entry {
    /// The skill and the level to reach.
    pub fn step(&self) -> (SkillIx, Proficiency) {
        match self {
            Self::Open(action) => (action.skill, action.level),
            Self::Done(done) => (done.skill, done.level),
        }
    }

    /// Whether it is done.
    pub fn is_done(&self) -> bool {
        matches!(self, Self::Done(_))
    }
}

impl Board {
    /// The board of a leg with these open actions, every step in the list to which it belongs.
    pub fn of(guide: &Guide, plan: &Plan, leg: &Leg, open: Vec<Action>) -> Self {
        let (mut needed, mut beyond) = (Vec::new(), Vec::new());
        for action in open {
            if action.needed { &mut needed } else { &mut beyond }.push(Entry::Open(action));
        }
        let done = done(guide, plan, leg).into_iter().map(Entry::Done).collect();
        Self { leg: leg.number, lists: [needed, beyond, done] }
    }

    /// A list.
    pub fn list(&self, list: List) -> &[Entry] {
        &self.lists[list as usize]
    }

    /// How many steps there are of each kind, in whichever list they stand.
    pub fn counts(&self) -> Counts {
        let count = |is_one: &dyn Fn(&Entry) -> bool| self.lists.iter().flatten().filter(|e| is_one(e)).count();
        Counts {
            needed: count(&|e| matches!(e, Entry::Open(action) if action.needed)),
            open: count(&|e| !e.is_done()),
            done: count(&Entry::is_done),
        }
    }

    /// The board `now`, with what was on this one where it was: a step that was ticked off, or taken back, stays in its place, so that
    /// nothing moves under a hand. What is new comes after what it follows.
    ///
    /// Steps that only pass from needed to beyond, or back, do move: what stands under the gate's heading is what the gate needs.
    pub fn keeping_places(&self, now: Self) -> Self {
        if self.leg != now.leg {
            return now;
        }
        let find = |step| {
            let place = |list: &Vec<Entry>| list.iter().find(|e| e.step() == step).cloned();
            now.lists.iter().enumerate().find_map(|(list, entries)| Some((list, place(entries)?)))
        };
        let mut kept: [Vec<Entry>; 3] = Default::default();
        for (list, entries) in self.lists.iter().enumerate() {
            for entry in entries {
                if let Some((now_in, entry)) = find(entry.step())
                    && (now_in == list || [list, now_in].contains(&(List::Done as usize)))
                {
                    kept[list].push(entry);
                }
            }
        }
        for (list, entries) in now.lists.iter().enumerate() {
            let mut next = 0;
            for entry in entries {
                let is_it = |kept: &Entry| kept.step() == entry.step();
                if let Some(place) = kept[list].iter().position(is_it) {
                    next = place + 1;
                } else if !kept.iter().flatten().any(is_it) {
                    kept[list].insert(next, entry.clone());
                    next += 1;
                }
            }
        }
        Self { leg: now.leg, lists: kept }
    }
}

/// The actions of a leg that are still open: first the smallest set that passes the gate of the next title, then what goes beyond it.
/// Within either, at each point the skill whose remaining gap weighs most, one level at a time; equals in the guide's order. The next
/// step of the skill that the plan puts first comes before all others. The first one begins today.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::analysis::Analysis;
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::journey::steps::actions;
/// use career_explorer::domain::plan::Plan;
///
/// let guide = content::guide().unwrap();
/// let plan = Plan {
///     from: Some("engineering-manager".into()),
///     to: Some("head-of-engineering".into()),
///     years: Some(7),
///     ..Plan::default()
/// };
/// let analysis = Analysis::of(&guide, &plan);
/// let travel = analysis.travel(&guide).unwrap();
/// let actions = actions(&guide, &plan, &travel.leg, Day::parse("2026-01-01").unwrap());
/// // What the gate needs comes first, and nothing is done before it begins.
/// assert!(actions.is_sorted_by_key(|action| !action.needed));
/// assert!(actions.iter().all(|action| action.begins <= action.by.0 && action.by.0 <= action.by.1));
/// ```
pub fn actions(guide: &Guide, plan: &Plan, leg: &Leg, today: Day) -> Vec<Action> {
    let (needed, beyond) = gate_raises(guide, leg);
    let mut needed = in_order(guide, leg, needed);
    let first = plan.first.as_ref().and_then(|first| guide.skill_by_id(first));
    if let Some(place) = needed.iter().position(|(skill, _)| first == Some(*skill)) {
        needed[..=place].rotate_right(1);
    }
    let order = needed.into_iter().map(|step| (step, true));
    let order = order.chain(in_order(guide, leg, beyond).into_iter().map(|step| (step, false)));
    let mut worked = Effort::default();
    let mut of_skill = vec![Effort::default(); guide.skills().len()];
    let mut actions = Vec::new();
    for ((skill, level), needed) in order {
        if !plan.done.contains_key(&step(guide, skill, level)) {
            let (begins, _) = worked.lasting(0).dates(plan.pace, today);
            let one = Effort::of_step(guide, skill, level);
            let chain = &mut of_skill[skill.index()];
            (worked, *chain) = (worked.beside(one), chain.then(one));
            let by = worked.lasting(chain.months()).dates(plan.pace, today);
            actions.push(Action { skill, level, begins, by, needed });
        }
    }
    actions
}

/// The raises of a leg in two parts: the fewest that pass the gate of its title, and those beyond, which meet everything that it asks. A
/// related path has no gate: there all of them are in the first part.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::analysis::Analysis;
/// use career_explorer::domain::journey::raise::Raise;
/// use career_explorer::domain::journey::steps::gate_raises;
/// use career_explorer::domain::plan::Plan;
///
/// let guide = content::guide().unwrap();
/// let (from, to) = (Some("engineering-manager".into()), Some("head-of-engineering".into()));
/// let analysis = Analysis::of(&guide, &Plan { from, to, years: Some(7), ..Plan::default() });
/// for leg in &analysis.travel(&guide).unwrap().followed.legs {
///     let (needed, beyond) = gate_raises(&guide, leg);
///     let levels = |raises: &[Raise]| raises.iter().map(Raise::levels).sum::<u32>();
///     assert_eq!(levels(&needed) + levels(&beyond), levels(&leg.raises));
/// }
/// ```
pub fn gate_raises(guide: &Guide, leg: &Leg) -> (Vec<Raise>, Vec<Raise>) {
    if guide.is_onward(leg.to) {
        return (leg.raises.clone(), Vec::new());
    }
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
    let beyond = beyond.filter(|raise| raise.from < raise.to).collect();
    (needed, beyond)
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

/// Every step that is done: those ticked off that this guide knows, the latest first; then those of a leg that the ratings have reached,
/// which lie between what the title one leaves asks and what the next one asks, in the guide's order.
pub fn done(guide: &Guide, plan: &Plan, leg: &Leg) -> Vec<Done> {
    let mut done: Vec<Done> = plan
        .done
        .iter()
        .filter_map(|(step, day)| Some(Done { skill: guide.skill_by_id(&step.skill)?, level: step.level, day: Some(*day) }))
        .collect();
    sort_by_key(&mut done, |d| Reverse(d.day));
    for skill in guide.skills() {
        let Some(reached) = plan.level(&guide.skill(skill).id) else { continue };
        let (from, to) = (guide.required(leg.from, skill), guide.required(leg.to, skill).min(reached));
        for level in Proficiency::all().filter(|level| *level > from && *level <= to) {
            if !plan.done.contains_key(&step(guide, skill, level)) {
                done.push(Done { skill, level, day: None });
            }
        }
    }
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
