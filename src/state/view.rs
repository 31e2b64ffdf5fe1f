//! A plan with all that is worked out from it. One's own plan has one; a plan opened by link gets another, and the same parts of
//! pages show both.

use crate::domain::analysis::Analysis;
use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, TitleIx};
use crate::domain::plan::Plan;
use crate::platform::calendar;
use leptos::prelude::*;
use std::sync::Arc;

/// A plan and what follows from it, worked out when it is first asked for and again when the plan changes.
#[derive(Clone, Copy)]
pub struct PlanView {
    /// The guide.
    pub guide: &'static Guide,
    /// Whether the plan is somebody else's, to be looked at and not changed.
    pub read_only: bool,
    analysis: Memo<Arc<Analysis>>,
}

impl PlanView {
    /// The view of a plan that changes.
    pub fn of(guide: &'static Guide, plan: RwSignal<Plan>, read_only: bool) -> Self {
        // A plan that was set is a plan that changed: comparing analyses would cost more than using them.
        let analysis = Memo::new_with_compare(move |_| Arc::new(plan.with(|p| Analysis::of(guide, p))), |_, _| true);
        Self { guide, read_only, analysis }
    }

    /// The present analysis; whoever reads it follows it.
    pub fn get(self) -> Arc<Analysis> {
        self.analysis.get()
    }

    /// The present analysis, for handlers and for what does not change while a page is open.
    pub fn peek(self) -> Arc<Analysis> {
        self.analysis.get_untracked()
    }

    /// Today.
    pub fn today(self) -> Day {
        calendar::today()
    }

    /// The name of a title; empty without one.
    pub fn name(self, title: Option<TitleIx>) -> &'static str {
        title.map_or("", |t| self.guide.title(t).name.as_str())
    }
}

/// The view of one's own plan.
///
/// # Panics
/// Outside the app's root owner, which is a mistake in the program.
pub fn use_view() -> PlanView {
    super::use_app().view()
}
