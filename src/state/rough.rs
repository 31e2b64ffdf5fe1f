//! How much of an answer is left when self-ratings are a level off here and there: the runs of
//! [`stability`](crate::domain::standing::stability), done in slices between frames, for pages to follow.
//!
//! Nothing is run before a page asks. What is shown belongs to the plan as it is: an edit takes the figures away, and those of the new plan
//! come some moments later. Absent on purpose: words, and figures for a plan that is not one's own.

use super::DerivedPlan;
use crate::dom::signals::*;
use crate::domain::analysis::Aim;
use crate::domain::standing::stability::{RUNS, Runs, Stability};
use crate::platform::document;
use std::sync::Arc;

/// How many runs a slice has: a millisecond or so of a slow phone.
const SLICE: u16 = RUNS / 10;

/// Rough ratings of one's own plan. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Rough {
    /// The figures, with the title's analysis to which they belong.
    found: RwSignal<Option<(Arc<Aim>, Arc<Stability>)>>,
    /// The analysis for which the runs are under way or done.
    under_way: StoredValue<Option<Arc<Aim>>>,
    plan: DerivedPlan,
}

impl Rough {
    /// For the plan that is derived from; nothing is run yet.
    pub(super) fn of(plan: DerivedPlan) -> Self {
        Self { found: RwSignal::new(None), under_way: StoredValue::new(None), plan }
    }

    /// The figures for the destination of the plan as it is; none without a destination or a rating, and while they are being worked out.
    /// Whoever reads them follows them.
    pub fn get(self) -> Option<Arc<Stability>> {
        let aim = self.plan.get().stage.aim().cloned()?;
        self.for_aim(aim)
    }

    /// The same for a title of one's own plan, such as the next one of the route: of one at a time, so that a page that shows another one
    /// has them anew.
    #[inline(never)]
    pub fn for_aim(self, aim: Arc<Aim>) -> Option<Arc<Stability>> {
        if aim.ratings.rated() == 0 {
            return None;
        }
        let found = self.found.get().filter(|(of, _)| is_same(of, &aim)).map(|(_, stability)| stability);
        if found.is_none() {
            self.begin(aim);
        }
        found
    }

    /// Begins the runs, unless they are under way for the same.
    fn begin(self, aim: Arc<Aim>) {
        if self.is_under_way(&aim) {
            return;
        }
        if let Some(runs) = Runs::new(self.plan.guide, &aim.gaps, aim.target) {
            self.under_way.set_value(Some(aim.clone()));
            document::soon(move || self.step(aim, runs));
        }
    }

    fn is_under_way(self, aim: &Aim) -> bool {
        self.under_way.with_value(|now| now.as_ref().is_some_and(|now| is_same(now, aim)))
    }

    /// Does a slice, and leaves the next one to the next moment. What belongs to an earlier plan is given up.
    fn step(self, aim: Arc<Aim>, mut runs: Runs) {
        if !self.is_under_way(&aim) {
            return;
        }
        match runs.step(SLICE) {
            Some(stability) => self.found.set(Some((aim, Arc::new(stability)))),
            None => document::soon(move || self.step(aim, runs)),
        }
    }
}

/// Whether two analyses give the same figures: an edit of anything else changes none of them.
fn is_same(one: &Aim, other: &Aim) -> bool {
    one.target == other.target && one.gaps == other.gaps
}
