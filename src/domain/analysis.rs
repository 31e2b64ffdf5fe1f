//! Everything that is worked out from one plan, in one place: what a page shows of a plan, it takes from here.
//!
//! What is cheap is worked out at once; routes only when somebody asks for them.

use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, TitleIx};
use crate::domain::journey::clock::Experience;
use crate::domain::journey::fit::{Fit, fits};
use crate::domain::journey::promotion::{Raise, smallest_set};
use crate::domain::journey::routes::{Leg, Route, route_through, routes};
use crate::domain::journey::steps::{Action, actions};
use crate::domain::plan::{Plan, Ratings};
use crate::domain::standing::gap::{Gap, gaps};
use crate::domain::standing::gate::{Gate, Standing};
use crate::domain::standing::readiness::{Readiness, readiness};
use std::sync::OnceLock;

/// A plan, and what follows from it.
#[derive(Debug)]
pub struct Analysis {
    /// The plan.
    pub plan: Plan,
    /// The title held now.
    pub current: Option<TitleIx>,
    /// The title aimed for.
    pub target: Option<TitleIx>,
    /// The ratings.
    pub ratings: Ratings,
    /// The skills of the target beside their ratings, in the guide's order; empty without a target.
    pub gaps: Vec<Gap>,
    /// The weighted share of what the target asks of the guide's skills. Readiness, if the target has one: see `standing`.
    pub readiness: Readiness,
    /// What can be said of the target: readiness and gate, or how much of a related path is covered. `None` without a target.
    pub standing: Option<Standing>,
    journey: OnceLock<Journey>,
}

/// The routes of a plan.
#[derive(Debug)]
struct Journey {
    on_offer: Vec<Route>,
    followed: Option<Route>,
}

impl Analysis {
    /// Works a plan out.
    pub fn of(guide: &Guide, plan: &Plan) -> Self {
        let ratings = Ratings::of(plan, guide);
        let target = plan.to_in(guide);
        let gaps = target.map(|t| gaps(guide, &ratings, t)).unwrap_or_default();
        Self {
            plan: plan.clone(),
            current: plan.from_in(guide),
            target,
            readiness: readiness(&gaps),
            standing: target.map(|t| Standing::of(guide, t, &gaps)),
            ratings,
            gaps,
            journey: OnceLock::new(),
        }
    }

    /// How many skills of the guide are unrated.
    pub fn unrated(&self, guide: &Guide) -> usize {
        guide.skills().len() - self.ratings.rated()
    }

    /// Whether the plan says where from, where to and how many years: what it takes for a route.
    pub fn is_complete(&self) -> bool {
        self.current.is_some() && self.target.is_some() && self.plan.years.is_some()
    }

    /// Years of experience so far; 0 while the plan does not say.
    pub fn years(&self) -> u8 {
        self.plan.years.unwrap_or(0)
    }

    /// How long the person has worked, and how much of it in the present title.
    pub fn experience(&self) -> Experience {
        self.plan.experience()
    }

    /// The gate of the target; `None` without a target, and for a related path.
    pub fn gate(&self) -> Option<&Gate> {
        self.standing.as_ref().and_then(Standing::gate)
    }

    /// How the time that each leg of the route takes at the pace fits the time that the route gives it; empty without a route.
    pub fn fits(&self, guide: &Guide) -> Vec<Fit> {
        let journey = self.journey(guide);
        let fits = |route| fits(guide, &self.plan, self.experience(), route, &journey.on_offer);
        journey.followed.as_ref().map(fits).unwrap_or_default()
    }

    /// The routes worth choosing between, fastest first; none while the plan lacks an end or the years.
    pub fn routes(&self, guide: &Guide) -> &[Route] {
        &self.journey(guide).on_offer
    }

    /// The route that the plan follows: the chosen one, or else the first on offer.
    pub fn route(&self, guide: &Guide) -> Option<&Route> {
        self.journey(guide).followed.as_ref()
    }

    /// The first leg of that route.
    pub fn leg(&self, guide: &Guide) -> Option<&Leg> {
        self.route(guide).and_then(|r| r.legs.first())
    }

    /// The open actions of the first leg.
    pub fn actions(&self, guide: &Guide, today: Day) -> Vec<Action> {
        self.leg(guide).map(|leg| actions(guide, &self.plan, leg, today)).unwrap_or_default()
    }

    /// Those of the open actions that the gate of the next title needs; all of them where it has none.
    pub fn needed(&self, guide: &Guide, today: Day) -> Vec<Action> {
        let mut actions = self.actions(guide, today);
        actions.retain(|a| a.needed);
        actions
    }

    /// The fewest raises that pass the gate; none where there is no gate.
    pub fn smallest_set(&self, guide: &Guide) -> Vec<Raise> {
        self.gate().map(|_| smallest_set(guide, &self.gaps)).unwrap_or_default()
    }

    fn journey(&self, guide: &Guide) -> &Journey {
        self.journey.get_or_init(|| {
            let on_offer = match (self.current, self.target, self.plan.years) {
                (Some(from), Some(to), Some(_)) => routes(guide, &self.ratings, self.experience(), from, to),
                _ => Vec::new(),
            };
            let chosen: Vec<TitleIx> = self.plan.route.iter().filter_map(|id| guide.title_by_id(id)).collect();
            let whole = !chosen.is_empty() && chosen.len() == self.plan.route.len();
            let followed = on_offer
                .iter()
                .find(|r| whole && r.titles() == chosen)
                .cloned()
                .or_else(|| whole.then(|| route_through(guide, &self.ratings, self.experience(), &chosen))?)
                .or_else(|| on_offer.first().cloned());
            Journey { on_offer, followed }
        })
    }
}
