//! What is derived from a plan, for pages to follow. One's own plan has one such set of values; a plan opened by link gets another, and
//! the same parts of pages show both.
//!
//! There is no way to ask for a value that the plan has not come to: [`DerivedPlan::aim`] and its like answer with a [`Live`] value only
//! at a stage that has one, and a page that stands on it is made anew when the stage changes.

use crate::dom::signals::*;
use crate::domain::analysis::{Aim, Analysis, Journey, StageName, Travel};
use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, TitleIx};
use crate::domain::plan::Plan;
use crate::platform::calendar;
use std::any::Any;
use std::sync::Arc;

/// A plan and what follows from it, worked out when it is first asked for and again when the plan changes.
#[derive(Clone, Copy)]
pub struct DerivedPlan {
    /// The guide.
    pub guide: &'static Guide,
    /// Whether the plan is somebody else's, to be looked at and not changed.
    pub read_only: bool,
    analysis: Memo<Arc<Analysis>>,
}

impl DerivedPlan {
    /// What is derived from a plan that changes.
    pub fn of(guide: &'static Guide, plan: RwSignal<Plan>, read_only: bool) -> Self {
        // A plan that was set is a plan that changed: comparing analyses would cost more than using them.
        let analysis = Memo::new_with_compare(move |_| Arc::new(plan.with(|p| Analysis::of(guide, p))), |_, _| true);
        Self { guide, read_only, analysis }
    }

    /// The present analysis; whoever reads it follows it.
    #[inline(never)]
    pub fn get(self) -> Arc<Analysis> {
        self.analysis.get()
    }

    /// How far the plan has come.
    pub fn stage(self) -> StageName {
        self.analysis.with(|now| now.stage.name())
    }

    /// The routes, where there are any; whoever reads them follows them.
    #[inline(never)]
    pub fn routes(self) -> Option<Arc<Travel>> {
        self.analysis.with(|now| now.travel(self.guide).cloned())
    }

    /// What follows from the destination, for a page that is there only while there is one.
    pub fn aim(self) -> Option<Live<Aim>> {
        Live::of(self, |now, _| now.stage.aim().cloned())
    }

    /// The same for the next title of the route, for a part of a page that is there only while that is not the destination.
    pub fn stop(self) -> Option<Live<Aim>> {
        Live::of(self, |now, guide| now.stop(guide).cloned())
    }

    /// The journey, for a page that is there only while there is one.
    pub fn journey(self) -> Option<Live<Journey>> {
        Live::of(self, |now, _| now.stage.journey().cloned())
    }

    /// The routes, for a page that is there only while there are any.
    pub fn travel(self) -> Option<Live<Travel>> {
        Live::of(self, |now, guide| now.travel(guide).cloned())
    }

    /// Today.
    pub fn today(self) -> Day {
        calendar::today()
    }

    /// The name of a title.
    pub fn name(self, title: TitleIx) -> &'static str {
        &self.guide.title(title).name
    }
}

/// A value derived from a plan, which the plan had when the page was made that stands on it. It changes with the plan; when the plan has
/// it no more, the page goes, and until it is gone this stays as it was.
pub struct Live<T: 'static> {
    /// The plan from which it is derived.
    pub plan: DerivedPlan,
    find: fn(&Analysis, &Guide) -> Option<Arc<T>>,
    /// The value as it was last, of type `T`: one kind of store for all.
    last: StoredValue<Arc<dyn Any + Send + Sync>>,
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}

impl<T: Send + Sync + 'static> Live<T> {
    fn of(plan: DerivedPlan, find: fn(&Analysis, &Guide) -> Option<Arc<T>>) -> Option<Self> {
        // Whoever makes a page is told of another stage by what chose the page.
        let now = untrack(|| plan.analysis.with(|now| find(now, plan.guide)))?;
        Some(Self { plan, find, last: StoredValue::new(now) })
    }

    /// The value as it is now; whoever reads it follows it.
    #[inline(never)]
    pub fn get(self) -> Arc<T> {
        match self.plan.analysis.with(|now| (self.find)(now, self.plan.guide)) {
            Some(now) => {
                self.last.set_value(now.clone());
                now
            }
            None => match self.last.get_value().downcast() {
                Ok(last) => last,
                Err(_) => unreachable!("nothing but a value of this type is stored here"),
            },
        }
    }
}
