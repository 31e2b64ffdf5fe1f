//! Whether the pace and the route agree: how long the raises of a leg take at the chosen hours a week, beside the years that the route
//! gives the leg. Where they take longer there are two remedies, and both are worked out: more hours, or another route.

use crate::domain::guide::Guide;
use crate::domain::journey::clock::{Arrival, Experience};
use crate::domain::journey::pace::{Effort, days};
use crate::domain::journey::routes::{Leg, Route};
use crate::domain::journey::steps::step;
use crate::domain::plan::Plan;

/// How the time at the pace compares with the time that the route gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// It takes less than the route's shortest stay.
    Sooner,
    /// It takes between the route's short and long stay, both included.
    Within,
    /// It takes longer than the long stay.
    Longer {
        /// The hours a week at which it would not; `None` if no number of hours is enough, since its levels take more calendar time than that.
        hours: Option<u8>,
        /// The first of the other routes on offer, by its place, on which no leg takes longer than its stay.
        instead: Option<usize>,
    },
}

/// A leg's time at the pace beside the time that the route gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Days that what is still to be built likely takes.
    pub takes: u32,
    /// Years that the route gives it: by the fast clock, and by the usual one.
    pub gives: (u16, u16),
    /// How the two compare.
    pub timing: Timing,
}

/// What is still to be built for a leg: its raises without the steps that are ticked off.
pub fn open_effort(guide: &Guide, plan: &Plan, leg: &Leg) -> Effort {
    leg.raises.iter().fold(Effort::default(), |all, raise| {
        let open = raise.steps().filter(|level| !plan.done.contains_key(&step(guide, raise.skill, *level)));
        all.beside(open.fold(Effort::default(), |one, level| one.then(Effort::of_step(guide, raise.skill, level))))
    })
}

/// The fit of each leg of a route; `on_offer` are the routes among which another one may be chosen.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::analysis::Analysis;
/// use career_explorer::domain::journey::fit::fits;
/// use career_explorer::domain::plan::Plan;
///
/// let guide = content::guide().unwrap();
/// let mut plan = Plan {
///     from: Some("engineering-manager".into()),
///     to: Some("head-of-engineering".into()),
///     years: Some(7),
///     ..Plan::default()
/// };
/// let analysis = Analysis::of(&guide, &plan);
/// let travel = analysis.travel(&guide).unwrap();
/// assert_eq!(travel.fits.len(), travel.followed.legs.len());
/// plan.pace.hours_per_week = 1;
/// let fits = fits(&guide, &plan, travel.journey.so_far, &travel.followed, &travel.on_offer);
/// assert!(fits[0].takes > travel.fits[0].takes, "with fewer hours a week it takes longer");
/// ```
pub fn fits(guide: &Guide, plan: &Plan, so_far: Experience, route: &Route, on_offer: &[Route]) -> Vec<Fit> {
    let of = |route: &Route| {
        let mut before = Arrival::now(so_far.years);
        let legs = route.legs.iter().map(|leg| {
            let fit = of_leg(guide, plan, before, leg);
            before = leg.arrival;
            fit
        });
        legs.collect::<Vec<Fit>>()
    };
    let mut fits = of(route);
    if fits.iter().any(Fit::is_longer) {
        let other = on_offer.iter().position(|other| other.titles() != route.titles() && !of(other).iter().any(Fit::is_longer));
        for fit in &mut fits {
            if let Timing::Longer { instead, .. } = &mut fit.timing {
                *instead = other;
            }
        }
    }
    fits
}

fn of_leg(guide: &Guide, plan: &Plan, before: Arrival, leg: &Leg) -> Fit {
    let effort = open_effort(guide, plan, leg);
    let (takes, _) = effort.days(plan.pace);
    let gives = (leg.arrival.fast - before.fast, leg.arrival.usual - before.usual);
    let timing = if takes < days(gives.0.into()) {
        Timing::Sooner
    } else if takes <= days(gives.1.into()) {
        Timing::Within
    } else {
        Timing::Longer { hours: effort.hours_for(plan.pace, gives.1.into()), instead: None }
    };
    Fit { takes, gives, timing }
}

impl Fit {
    /// Whether the leg takes longer than the route gives it.
    pub fn is_longer(&self) -> bool {
        matches!(self.timing, Timing::Longer { .. })
    }
}
