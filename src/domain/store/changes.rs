//! What became of the guide since a plan was kept.

use super::PackRef;
use crate::domain::base::sorted::SortedSet;
use crate::domain::guide::{Guide, ItemId, SkillId, TitleId};
use crate::domain::plan::{Pace, Plan};

/// How today's guide differs from the one with which a plan was kept, as far as the plan is concerned. What the guide lacks stays
/// in the plan, and counts for nothing until a guide has it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// The id of the guide of the plan, if it is another one.
    pub other_guide: Option<String>,
    /// The version of that guide, if it is not today's.
    pub version: Option<u32>,
    /// What the versions since then changed, as the guide says it.
    pub changes: Vec<String>,
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

/// Gives a plan that was kept with the first version of this guide the default pace of today, if it had the default of then: its hours
/// were counted in another way, and nobody had chosen them. Its snapshots too.
pub fn renew_pace(pack: &PackRef, plan: &mut Plan, guide: &Guide) {
    let about = &guide.pack().about;
    if pack.id == about.id && pack.version == 1 && about.version > 1 {
        let paces = std::iter::once(&mut plan.pace).chain(plan.snapshots.iter_mut().map(|snapshot| &mut snapshot.plan.pace));
        paces.filter(|pace| **pace == Pace::FIRST_DEFAULT).for_each(|pace| *pace = Pace::default());
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
    if pack.id == about.id {
        let later = guide.pack().changes.iter().filter(|change| change.version > pack.version);
        since.changes = later.map(|change| change.text.clone()).collect();
    }
    let mut titles = SortedSet::new();
    for id in plan.from.iter().chain(&plan.to).chain(&plan.route) {
        if guide.title_by_id(id).is_none() && titles.insert(id) {
            since.titles.push(id.clone());
        }
    }
    let mut skills = SortedSet::new();
    for id in plan.ratings.keys().chain(plan.evidence.keys()).chain(plan.done.keys().map(|step| &step.skill)) {
        if guide.skill_by_id(id).is_none() && skills.insert(id) {
            since.skills.push(id.clone());
        }
    }
    let items: SortedSet<_> = guide.items().map(|(_, item)| &item.id).collect();
    since.goals.extend(plan.goals.iter().filter(|id| !items.contains(id)).cloned());
    since
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use crate::domain::base::day::Day;
    use crate::domain::plan::edit::{PlanEdit, apply};

    fn pack(version: u32) -> PackRef {
        PackRef { id: "head-of-engineering".to_owned(), version }
    }

    fn with_pace(pace: Pace) -> Plan {
        Plan { pace, ..Plan::default() }
    }

    #[test]
    fn a_plan_of_the_first_version_is_told_what_changed_and_one_of_today_is_not() {
        let guide = content::guide().expect("the guide");
        let told = since(&pack(1), &Plan::default(), &guide);
        assert_eq!((told.version, told.changes.len()), (Some(1), guide.pack().changes.len()));
        assert!(told.changes.iter().any(|line| line.contains("6 hours")), "{:?}", told.changes);
        assert!(since(&pack(guide.pack().about.version), &Plan::default(), &guide).is_nothing());
        assert_eq!(since(&PackRef { id: "another".to_owned(), version: 1 }, &Plan::default(), &guide).changes, [""; 0]);
    }

    #[test]
    fn the_default_pace_of_the_first_version_gives_way_and_a_chosen_one_stays() {
        let guide = content::guide().expect("the guide");
        let renewed = |version, mut plan: Plan| {
            renew_pace(&pack(version), &mut plan, &guide);
            plan
        };
        let chosen = Pace { hours_per_week: 4, effort_percent: 100, ..Pace::default() };
        assert_eq!(renewed(1, with_pace(Pace::FIRST_DEFAULT)).pace, Pace::default());
        assert_eq!(renewed(1, with_pace(chosen)).pace, chosen);
        // Whoever chooses three hours of today's kind keeps them.
        assert_eq!(renewed(2, with_pace(Pace::FIRST_DEFAULT)).pace, Pace::FIRST_DEFAULT);
        let day = Day::new(2026, 1, 1).expect("a day");
        let kept = apply(&with_pace(Pace::FIRST_DEFAULT), &PlanEdit::TakeSnapshot { name: "Then".to_owned(), day });
        assert_eq!(renewed(1, kept).snapshots[0].plan.pace, Pace::default());
    }
}
