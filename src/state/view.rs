//! A plan with all that is worked out from it. One's own plan has one; a plan opened by link gets another, and the same pages
//! show both.

use crate::domain::gap::{Gap, gaps};
use crate::domain::gate::{Gate, gate};
use crate::domain::guide::{Guide, TitleIx};
use crate::domain::plan::{Plan, Ratings};
use crate::domain::readiness::{Readiness, readiness};
use crate::domain::routes::{Route, route_through, routes};
use crate::domain::steps::{Action, actions};
use crate::platform::calendar;
use leptos::prelude::*;

/// A plan and what follows from it. Each value is worked out when it is first asked for and again when the plan changes it.
#[derive(Clone, Copy)]
pub struct PlanView {
    /// The guide.
    pub guide: &'static Guide,
    /// The plan.
    pub plan: Signal<Plan>,
    /// Whether the plan is somebody else's, to be looked at and not changed.
    pub read_only: bool,
    /// The title held now.
    pub current: Memo<Option<TitleIx>>,
    /// The title aimed for.
    pub target: Memo<Option<TitleIx>>,
    /// Years of experience so far.
    pub years: Memo<Option<u8>>,
    /// The ratings.
    pub ratings: Memo<Ratings>,
    /// The skills of the target beside their ratings, in the guide's order; empty without a target.
    pub gaps: Memo<Vec<Gap>>,
    /// Readiness for the target.
    pub readiness: Memo<Readiness>,
    /// The gate of the target.
    pub gate: Memo<Gate>,
    /// The routes worth choosing between.
    pub routes: Memo<Vec<Route>>,
    /// The route that the plan follows: the chosen one, or else the first on offer.
    pub route: Memo<Option<Route>>,
    /// The actions of its first leg.
    pub actions: Memo<Vec<Action>>,
}

impl PlanView {
    /// The view of a plan.
    pub fn of(guide: &'static Guide, plan: Signal<Plan>, read_only: bool) -> Self {
        let current = Memo::new(move |_| plan.with(|p| p.from_in(guide)));
        let target = Memo::new(move |_| plan.with(|p| p.to_in(guide)));
        let years = Memo::new(move |_| plan.with(|p| p.years));
        let ratings = Memo::new(move |_| plan.with(|p| Ratings::of(p, guide)));
        let gaps = Memo::new(move |_| target.get().map(|t| ratings.with(|r| gaps(guide, r, t))).unwrap_or_default());
        let readiness = Memo::new(move |_| gaps.with(|g| readiness(g)));
        let gate = Memo::new(move |_| gaps.with(|g| gate(guide, g)));
        let routes = Memo::new(move |_| match (current.get(), target.get(), years.get()) {
            (Some(from), Some(to), Some(years)) => ratings.with(|r| routes(guide, r, years, from, to)),
            _ => Vec::new(),
        });
        let chosen = Memo::new(move |_| {
            plan.with(|p| p.route.iter().map(|id| guide.title_by_id(id)).collect::<Option<Vec<_>>>()).unwrap_or_default()
        });
        let route = Memo::new(move |_| {
            let years = years.get()?;
            let on_offer = |titles: &[TitleIx]| routes.with(|all| all.iter().find(|r| r.titles() == titles).cloned());
            chosen
                .with(|titles| on_offer(titles).or_else(|| ratings.with(|r| route_through(guide, r, years, titles))))
                .or_else(|| routes.with(|all| all.first().cloned()))
        });
        let actions = Memo::new(move |_| {
            let leg = route.with(|r| r.as_ref().and_then(|r| r.legs.first().cloned()));
            leg.map(|leg| plan.with(|p| actions(guide, p, &leg, calendar::today()))).unwrap_or_default()
        });
        Self { guide, plan, read_only, current, target, years, ratings, gaps, readiness, gate, routes, route, actions }
    }
}

/// The view that the page shows: one's own, or that of a plan opened by link.
///
/// # Panics
/// Outside the app's root owner, which is a mistake in the program.
pub fn use_view() -> PlanView {
    use_context::<PlanView>().unwrap_or_else(|| super::use_app().view())
}
