//! What a quarterly review looks back at: which quarters there are to review, what was done in one, and the skills that may have moved, each
//! with the evidence of that quarter.

use crate::domain::base::day::Day;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency, SkillIx};
use crate::domain::plan::Plan;
use crate::domain::plan::records::{List, RecordId};
use crate::domain::workbench::actions::{Kept, tasks};
use crate::domain::workbench::due::review_due;
use crate::domain::workbench::evidence::{Achievement, AchievementId, for_skill, log};
use crate::domain::workbench::quarter::Quarter;
use crate::domain::workbench::when::When;
use std::cmp::Reverse;

/// How many quarters can be reviewed, the present one among them.
const CHOICES: usize = 8;

/// A quarter that can be reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The quarter.
    pub quarter: Quarter,
    /// Whether its review is due.
    pub is_due: bool,
    /// The day of its latest review.
    pub reviewed: Option<Day>,
}

/// The quarters that can be reviewed, the latest first: the present one, and the ones before it back to the first in which there is anything to
/// look at, two years at most, and the one that is due and the one that is `shown`, whenever they were: what is looked at stays among the
/// choices when an edit elsewhere takes away what there was to look at.
pub fn choices(plan: &Plan, today: Day, shown: Quarter) -> Vec<Choice> {
    let due = review_due(plan, today);
    let (actions, reviews) = (plan.records.of(List::Actions), plan.records.of(List::Reviews));
    let of = |text: &str| Quarter::parse(text);
    let reviewed = |quarter: Quarter| {
        let of_quarter = reviews.values().filter(|record| of(record.text("quarter")) == Some(quarter));
        of_quarter.filter_map(|record| Day::parse(record.text("day"))).max()
    };
    let log = log(&plan.records.of(List::Evidence));
    let with_content = (actions.values().filter_map(|record| of(record.text("quarter"))))
        .chain(actions.values().filter_map(|record| Some(Quarter::of(Day::parse(record.text("done"))?))))
        .chain(reviews.values().filter_map(|record| of(record.text("quarter"))))
        .chain(plan.done.values().map(|day| Quarter::of(*day)))
        .chain(log.values().map(|one| Quarter::of(one.when.last())));
    let now = Quarter::of(today);
    let mut before: Vec<Quarter> = std::iter::successors(Some(now), |quarter| Some(quarter.before())).take(CHOICES).collect();
    let first = with_content.filter(|quarter| before.contains(quarter)).min().unwrap_or(now);
    before.retain(|quarter| *quarter >= first);
    for quarter in due.into_iter().chain([shown]) {
        if !before.contains(&quarter) {
            before.push(quarter);
        }
    }
    sort_by_key(&mut before, |quarter| Reverse(*quarter));
    let choice = |quarter| Choice { quarter, is_due: due == Some(quarter), reviewed: reviewed(quarter) };
    before.into_iter().map(choice).collect()
}

/// A quarter, looked back at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LookBack {
    /// The actions that were done in it, in their order.
    pub actions: Vec<Kept>,
    /// The level steps that were ticked off in it, in the guide's order.
    pub steps: Vec<(SkillIx, Proficiency)>,
    /// The entries of the log from it, the latest first.
    pub entries: Vec<(AchievementId, Achievement)>,
    /// The skills that any of these speaks of: first those whose evidence shows more than they are rated.
    pub skills: Vec<Moved>,
}

/// A skill that may have moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The skill.
    pub skill: SkillIx,
    /// Its rating.
    pub rated: Option<Proficiency>,
    /// The entries of that quarter that show it, each with the level shown: the highest first.
    pub evidence: Vec<(AchievementId, String, Proficiency)>,
    /// The actions for it that were done.
    pub actions: Vec<String>,
}

impl Moved {
    /// Whether evidence shows a higher level than the rating.
    pub fn is_above(&self) -> bool {
        self.evidence.first().is_some_and(|(_, _, level)| Some(*level) > self.rated)
    }
}

/// Whether something was done in a quarter. What is known by the year alone counts for its last one, as the whole of it is over then.
fn is_in(when: When, quarter: Quarter) -> bool {
    Quarter::of(when.last()) == quarter
}

/// Looks back at a quarter.
pub fn look_back(guide: &Guide, plan: &Plan, quarter: Quarter) -> LookBack {
    let mut actions = tasks(&plan.records.of(List::Actions));
    actions.retain(|(_, task)| task.done.is_some_and(|day| Quarter::of(day) == quarter));
    let done = plan.done.iter().filter(|(_, day)| Quarter::of(**day) == quarter);
    let mut steps: Vec<(SkillIx, Proficiency)> =
        done.filter_map(|(step, _)| Some((guide.skill_by_id(&step.skill)?, step.level))).collect();
    sort_by_key(&mut steps, |(skill, level)| (skill.index(), *level));
    let mut log = log(&plan.records.of(List::Evidence));
    log.retain(|_, one| is_in(one.when, quarter));
    let moved = |skill: SkillIx| {
        let id = &guide.skill(skill).id;
        let evidence: Vec<_> =
            for_skill(&log, id).into_iter().map(|(id, one, level)| (id.clone(), one.line.clone(), level)).collect();
        let of_skill = actions.iter().filter(|(_, task)| task.step.as_ref().is_some_and(|(of, _)| of == id));
        let actions: Vec<String> = of_skill.map(|(_, task)| task.what.clone()).collect();
        let is_moved = !evidence.is_empty() || !actions.is_empty() || steps.iter().any(|(of, _)| *of == skill);
        is_moved.then(|| Moved { skill, rated: plan.level(id), evidence, actions })
    };
    let mut skills: Vec<Moved> = guide.skills().filter_map(moved).collect();
    sort_by_key(&mut skills, |moved| (Reverse(moved.is_above()), moved.skill.index()));
    let mut entries: Vec<(AchievementId, Achievement)> = log.into_iter().collect::<Vec<(RecordId, Achievement)>>();
    sort_by_key(&mut entries, |(_, one)| one.when.latest_first());
    LookBack { actions, steps, entries, skills }
}
