//! What became of the guide since a plan was kept.

use super::PackRef;
use crate::domain::guide::{Guide, ItemId, SkillId, TitleId};
use crate::domain::plan::Plan;
use std::collections::BTreeSet;

/// How today's guide differs from the one with which a plan was kept, as far as the plan is concerned. What the guide lacks stays
/// in the plan, and counts for nothing until a guide has it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// The id of the guide of the plan, if it is another one.
    pub other_guide: Option<String>,
    /// The version of that guide, if it is not today's.
    pub version: Option<u32>,
    /// Titles of the plan that today's guide lacks.
    pub titles: Vec<TitleId>,
    /// Skills of the plan that today's guide lacks.
    pub skills: Vec<SkillId>,
    /// Goals of the plan that today's guide lacks.
    pub goals: Vec<ItemId>,
}

impl Since {
    /// Whether nothing changed.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// What changed in the guide since a plan was kept. Snapshots are not looked at. Takes time that grows with the plan.
pub fn since(pack: &PackRef, plan: &Plan, guide: &Guide) -> Since {
    let about = &guide.pack().about;
    let mut since = Since {
        other_guide: (pack.id != about.id).then(|| pack.id.clone()),
        version: (pack.version != about.version).then_some(pack.version),
        ..Since::default()
    };
    let mut titles = BTreeSet::new();
    for id in plan.from.iter().chain(&plan.to).chain(&plan.route) {
        if guide.title_by_id(id).is_none() && titles.insert(id) {
            since.titles.push(id.clone());
        }
    }
    let mut skills = BTreeSet::new();
    for id in plan.ratings.keys().chain(plan.evidence.keys()).chain(plan.done.keys().map(|step| &step.skill)) {
        if guide.skill_by_id(id).is_none() && skills.insert(id) {
            since.skills.push(id.clone());
        }
    }
    let items: BTreeSet<_> = guide.items().map(|(_, item)| &item.id).collect();
    since.goals.extend(plan.goals.iter().filter(|id| !items.contains(id)).cloned());
    since
}
