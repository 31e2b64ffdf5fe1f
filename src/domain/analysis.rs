//! Everything that is worked out from one plan, in one place: what a page shows of a plan, it takes from here.
//!
//! What needs a destination, a journey or a route is a value that exists only where the plan has one: [`Stage`] says how far a plan has
//! come, and holds what there is at that stage. What is cheap is worked out at once; routes only when they are asked for.

use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, TitleIx};
use crate::domain::journey::fit::{Fit, fits};
use crate::domain::journey::promotion::{Raise, smallest_set};
use crate::domain::journey::routes::{Leg, Route, route_through, routes};
use crate::domain::journey::steps::{Action, Board, actions};
use crate::domain::plan::{Experience, Plan, Ratings};
use crate::domain::standing::gap::{Gap, gaps};
use crate::domain::standing::gate::{Gate, Standing};
use crate::domain::standing::readiness::Readiness;
use std::sync::{Arc, OnceLock};

/// A plan, and what follows from it.
#[derive(Debug)]
pub struct Analysis {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The title held now.
    pub current: Option<TitleIx>,
    /// The ratings, by ticked steps too.
    pub ratings: Arc<Ratings>,
    /// How far the plan has come.
    pub stage: Stage,
    travel: OnceLock<Option<Arc<Travel>>>,
    stop: OnceLock<Option<Arc<Aim>>>,
}

/// How far a plan has come, with what is known at that stage.
#[derive(Clone, Debug)]
pub enum Stage {
    /// No destination yet.
    Nothing,
    /// A destination, but not both the title held now and the years.
    Destination(Arc<Aim>),
    /// Where from, where to and how many years, and nothing rated.
    Journey(Arc<Journey>),
    /// A journey with at least one rating.
    Rated(Arc<Journey>),
}

/// The name of a [`Stage`], the earlier before the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StageName {
    /// [`Stage::Nothing`].
    Nothing,
    /// [`Stage::Destination`].
    Destination,
    /// [`Stage::Journey`].
    Journey,
    /// [`Stage::Rated`].
    Rated,
}

impl Stage {
    /// Its name.
    pub fn name(&self) -> StageName {
        match self {
            Self::Nothing => StageName::Nothing,
            Self::Destination(_) => StageName::Destination,
            Self::Journey(_) => StageName::Journey,
            Self::Rated(_) => StageName::Rated,
        }
    }

    /// What follows from the destination, where there is one.
    pub fn aim(&self) -> Option<&Arc<Aim>> {
        match self {
            Self::Nothing => None,
            Self::Destination(aim) => Some(aim),
            Self::Journey(journey) | Self::Rated(journey) => Some(&journey.aim),
        }
    }

    /// The journey, where there is one.
    pub fn journey(&self) -> Option<&Arc<Journey>> {
        match self {
            Self::Nothing | Self::Destination(_) => None,
            Self::Journey(journey) | Self::Rated(journey) => Some(journey),
        }
    }
}

/// Where a person stands with regard to their destination.
#[derive(Debug)]
pub struct Aim {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The title held now.
    pub current: Option<TitleIx>,
    /// The title aimed for.
    pub target: TitleIx,
    /// The ratings, by ticked steps too.
    pub ratings: Arc<Ratings>,
    /// The skills of the target beside their ratings, in the guide's order.
    pub gaps: Vec<Gap>,
    /// The weighted share of what the target asks of the guide's skills: readiness, if the target has one. See `standing`.
    pub readiness: Readiness,
    /// What can be said of the target: readiness and gate, or how much of a related path is covered.
    pub standing: Standing,
}

/// Both ends of a way, and the years so far: what it takes to look for routes.
#[derive(Debug)]
pub struct Journey {
    /// Where the person stands with regard to the destination.
    pub aim: Arc<Aim>,
    /// The title held now.
    pub current: TitleIx,
    /// How long the person has worked, and how much of it in the title held now.
    pub so_far: Experience,
}

/// A journey on which at least one route leads from end to end.
#[derive(Debug)]
pub struct Travel {
    /// The journey.
    pub journey: Arc<Journey>,
    /// The routes worth choosing between, fastest first; at least one, unless the plan follows one that is not on offer.
    pub on_offer: Vec<Route>,
    /// The route that the plan follows: the chosen one, or else the first on offer. It has at least one leg.
    pub followed: Route,
    /// The first leg of that route.
    pub leg: Leg,
    /// How the time that each leg of that route takes at the pace fits the time that the route gives it.
    pub fits: Vec<Fit>,
    /// The open actions of that leg, as of the day on which they were first asked for.
    actions: OnceLock<(Day, Vec<Action>)>,
}

impl Analysis {
    /// Works a plan out.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::analysis::{Analysis, StageName};
    /// use career_explorer::domain::plan::Plan;
    ///
    /// let guide = content::guide().unwrap();
    /// let mut plan = Plan::default();
    /// assert_eq!(Analysis::of(&guide, &plan).stage.name(), StageName::Nothing);
    /// plan.to = Some("head-of-engineering".into());
    /// assert_eq!(Analysis::of(&guide, &plan).stage.name(), StageName::Destination);
    /// (plan.from, plan.years) = (Some("engineering-manager".into()), Some(7));
    /// assert_eq!(Analysis::of(&guide, &plan).stage.name(), StageName::Journey);
    /// ```
    pub fn of(guide: &Guide, plan: &Plan) -> Self {
        let (plan, ratings) = (Arc::new(plan.clone()), Arc::new(Ratings::of(plan, guide)));
        let current = plan.from_in(guide);
        let stage = match Aim::of(guide, &plan, &ratings) {
            None => Stage::Nothing,
            Some(aim) => match (current, plan.experience(), ratings.rated()) {
                (Some(current), Some(so_far), rated) => {
                    let journey = Arc::new(Journey { aim, current, so_far });
                    if rated == 0 { Stage::Journey(journey) } else { Stage::Rated(journey) }
                }
                _ => Stage::Destination(aim),
            },
        };
        Self { plan, current, ratings, stage, travel: OnceLock::new(), stop: OnceLock::new() }
    }

    /// How many skills of the guide are unrated.
    pub fn unrated(&self, guide: &Guide) -> usize {
        self.ratings.unrated(guide)
    }

    /// The routes, where a journey has any.
    pub fn travel(&self, guide: &Guide) -> Option<&Arc<Travel>> {
        self.travel.get_or_init(|| Travel::of(guide, self.stage.journey()?).map(Arc::new)).as_ref()
    }

    /// Where the person stands with regard to the next title of their route, where that is not the destination itself.
    pub fn stop(&self, guide: &Guide) -> Option<&Arc<Aim>> {
        let of = || {
            let travel = self.travel(guide)?;
            let next = travel.leg.to;
            (next != travel.journey.aim.target).then(|| travel.journey.aim.towards(guide, next))?
        };
        self.stop.get_or_init(of).as_ref()
    }
}

impl Aim {
    /// What follows from the destination of a plan; none without one that asks for something.
    fn of(guide: &Guide, plan: &Arc<Plan>, ratings: &Arc<Ratings>) -> Option<Arc<Self>> {
        Self::with(guide, plan, ratings, plan.to_in(guide)?)
    }

    /// The same person with regard to another title; none where that asks for nothing.
    pub fn towards(&self, guide: &Guide, title: TitleIx) -> Option<Arc<Self>> {
        Self::with(guide, &self.plan, &self.ratings, title)
    }

    fn with(guide: &Guide, plan: &Arc<Plan>, ratings: &Arc<Ratings>, target: TitleIx) -> Option<Arc<Self>> {
        let gaps = gaps(guide, ratings, target);
        let standing = Standing::of(guide, target, &gaps)?;
        Some(Arc::new(Self {
            plan: plan.clone(),
            current: plan.from_in(guide),
            target,
            ratings: ratings.clone(),
            readiness: standing.share(),
            standing,
            gaps,
        }))
    }

    /// How many skills of the guide are unrated.
    pub fn unrated(&self, guide: &Guide) -> usize {
        self.ratings.unrated(guide)
    }

    /// The gate of the target; none for a related path.
    pub fn gate(&self) -> Option<&Gate> {
        self.standing.gate()
    }

    /// Whether the target has a gate, which related paths don't.
    pub fn has_gate(&self) -> bool {
        self.gate().is_some()
    }

    /// The fewest raises that pass the gate; none where there is no gate.
    pub fn smallest_set(&self, guide: &Guide) -> Vec<Raise> {
        self.gate().map(|_| smallest_set(guide, &self.gaps)).unwrap_or_default()
    }
}

impl Travel {
    /// The routes of a journey; none where no moves lead from the one end to the other.
    fn of(guide: &Guide, journey: &Arc<Journey>) -> Option<Self> {
        let (aim, so_far) = (&journey.aim, journey.so_far);
        let on_offer = routes(guide, &aim.ratings, so_far, journey.current, aim.target);
        let chosen: Vec<TitleIx> = aim.plan.route.iter().filter_map(|id| guide.title_by_id(id)).collect();
        let whole = !chosen.is_empty() && chosen.len() == aim.plan.route.len();
        let followed = on_offer
            .iter()
            .find(|r| whole && r.titles() == chosen)
            .cloned()
            .or_else(|| whole.then(|| route_through(guide, &aim.ratings, so_far, &chosen))?)
            .or_else(|| on_offer.first().cloned())?;
        let leg = followed.legs.first()?.clone();
        let fits = fits(guide, &aim.plan, so_far, &followed, &on_offer);
        Some(Self { journey: journey.clone(), on_offer, followed, leg, fits, actions: OnceLock::new() })
    }

    /// The open actions of the first leg.
    pub fn actions(&self, guide: &Guide, today: Day) -> Vec<Action> {
        let now = || actions(guide, &self.journey.aim.plan, &self.leg, today);
        let (day, first) = self.actions.get_or_init(|| (today, now()));
        if *day == today { first.clone() } else { now() }
    }

    /// Those of the open actions that the gate of the next title needs; all of them where it has none.
    pub fn needed(&self, guide: &Guide, today: Day) -> Vec<Action> {
        let mut actions = self.actions(guide, today);
        actions.retain(|a| a.needed);
        actions
    }

    /// The steps of the first leg, open and done.
    pub fn board(&self, guide: &Guide, today: Day) -> Board {
        Board::of(guide, &self.journey.aim.plan, &self.leg, self.actions(guide, today))
    }
}
