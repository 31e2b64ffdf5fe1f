//! The last visit: how the plan stood then, kept on this device beside the plan, so that the first page can say what moved since.

use super::saving::{SaveStatus, keys};
use crate::dom::signals::*;
use crate::domain::base::day::Day;
use crate::domain::guide::Guide;
use crate::domain::link::{Shared, SharedPlan, decode, encode};
use crate::domain::plan::Plan;
use crate::domain::store::visits::Visits as Kept;
use crate::platform::{calendar, document, storage};
use std::sync::Arc;

/// The setting that has the visits.
const SETTING: &str = "visits";

/// The plan as it was at the last visit on an earlier day: titles, years, ratings and route. Notes and dates are no part of it.
#[derive(Debug)]
pub struct Visit {
    /// The day.
    pub day: Day,
    /// The plan.
    pub plan: Plan,
}

/// The visits on this device. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Visits {
    guide: &'static Guide,
    last: StoredValue<Option<Arc<Visit>>>,
}

impl Visits {
    /// Begins a visit, which is noted whenever the page is left.
    pub(super) fn begin(guide: &'static Guide, plan: RwSignal<Plan>, status: ReadSignal<SaveStatus>) -> Self {
        // Where nothing can be read, there is nothing to compare with.
        let kept = storage::read(&key_of(guide)).ok().flatten().unwrap_or_default();
        let kept = Kept::parse(&kept).on(calendar::today());
        let last = kept.before.as_ref().and_then(|visit| match decode(&visit.plan, guide).ok()?.value {
            Shared::Plan(plan) => Some(Arc::new(Visit { day: visit.day, plan: plan.to_plan() })),
            _ => None,
        });
        let kept = StoredValue::new(kept);
        document::on_leave(move || {
            let has_trouble = status.with_untracked(|status| status.trouble.is_some());
            // Of a plan that cannot be saved here, nothing else is kept either.
            let _ = match plan.with_untracked(|plan| plan.is_started().then(|| SharedPlan::of(plan, guide))) {
                _ if has_trouble => Ok(()),
                Some(now) => {
                    let now = encode(&Shared::Plan(now), guide);
                    storage::write(&key_of(guide), &kept.with_value(|kept| kept.left(calendar::today(), now)).to_string())
                }
                None => storage::remove(&key_of(guide)),
            };
        });
        Self { guide, last: StoredValue::new(last) }
    }

    /// The last visit on an earlier day, if one is known.
    pub fn last(self) -> Option<Arc<Visit>> {
        self.last.get_value()
    }

    /// Forgets all visits, as a plan is erased. Leaving the page notes the plan as it is then.
    pub(super) fn forget(self) {
        self.last.set_value(None);
        // What cannot be removed has no ratings that could not be read from the slots, of which it is said that they could not.
        let _ = storage::remove(&key_of(self.guide));
    }
}

fn key_of(guide: &Guide) -> String {
    keys(guide).setting(SETTING)
}
