//! The pages. Each one is a module with one function that shows it; a page opens with an `h1` of id `heading`, which takes the
//! focus when the page is opened.

mod assess;
mod assess_list;
mod assess_note;
mod begin;
mod compare;
mod data;
pub mod fetched;
mod gap_detail;
mod gaps;
mod guide;
mod home;
mod map;
mod map_part;
mod more;
mod not_found;
mod opened;
pub mod parts;
mod plan;
mod rate;
mod rated;
mod route;
mod seldom;
mod shared;
mod shared_box;
mod snapshots;
mod snippet;
mod steps;
mod title;
mod welcome;
mod workbench;

pub use begin::started;

use fetched::{Reach, Which};

use crate::dom::El;
use crate::domain::analysis::StageName;
use crate::domain::page::Page;
use crate::state::{DerivedPlan, use_app};
use crate::ui::words::pages as words;

/// What a page stands on: while it is the same, the page stays as it is and follows the plan by its bindings; when it changes, the
/// page is made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Footing {
    /// Nothing of the plan, or nothing that would make it another page.
    Any,
    /// A plan that lacks what the page needs: it shows how to begin.
    Missing,
    /// A destination.
    Aim,
    /// A journey.
    Journey,
    /// A journey with a way to go.
    Travel,
    /// A part of the program that is fetched when it is needed, as far as it is.
    Fetched(Reach),
    /// The part with the tools, as far as it is, and how far the plan is for them.
    Tools(Reach, StageName),
}

/// What a page stands on at present; whoever asks follows it.
pub fn footing(page: &Page, plan: DerivedPlan) -> Footing {
    let is_at = |stage: StageName| plan.stage() >= stage;
    match page {
        Page::Home if is_at(StageName::Journey) => Footing::Journey,
        Page::Assess | Page::AssessSkill(_) | Page::AssessList | Page::Gaps if is_at(StageName::Destination) => Footing::Aim,
        Page::Routes | Page::Plan | Page::PlanSteps if is_at(StageName::Journey) => {
            if plan.routes().is_some() {
                Footing::Travel
            } else {
                Footing::Journey
            }
        }
        Page::Home
        | Page::Assess
        | Page::AssessSkill(_)
        | Page::AssessList
        | Page::Gaps
        | Page::Routes
        | Page::Plan
        | Page::PlanSteps => Footing::Missing,
        Page::Map | Page::Title(_) | Page::Compare(..) | Page::More | Page::NotFound(_) => Footing::Any,
        page => match part(page) {
            which @ (Which::Seldom | Which::Map) => Footing::Fetched(fetched::reach(which)),
            Which::Workbench => Footing::Tools(fetched::reach(Which::Workbench), plan.stage()),
        },
    }
}

/// The part in which a page is that is not in the planner itself.
const fn part(page: &Page) -> Which {
    match page {
        Page::Evidence
        | Page::EvidenceEntry(_)
        | Page::Prepare
        | Page::Interview
        | Page::LinkedIn
        | Page::Resume
        | Page::Certifications
        | Page::Pay
        | Page::Actions
        | Page::Goals
        | Page::Review
        | Page::History
        | Page::Brief => Which::Workbench,
        _ => Which::Seldom,
    }
}

/// Shows a page as it stands on the plan now. It has to be made anew when its [`footing`] changes.
pub fn show(page: Page) -> Vec<El> {
    let plan = use_app().own.derived();
    let (aim, journey) = (plan.aim(), plan.journey());
    match page {
        Page::Home => journey.map_or_else(welcome::show, home::show),
        Page::Assess => aim.map_or_else(|| begin::needs_plan(assess::NAME, page), |aim| assess::show(aim, None)),
        Page::AssessSkill(ref skill) => match aim {
            Some(aim) => assess::show(aim, Some(skill.clone())),
            None => begin::needs_plan(assess::NAME, page),
        },
        Page::AssessList => aim.map_or_else(|| begin::needs_plan(assess::NAME, page), assess_list::show),
        Page::Gaps => aim.map_or_else(|| begin::needs_plan("What stands between you and your next title", page), gaps::show),
        Page::Routes => match (plan.travel(), journey) {
            (Some(travel), _) => route::show(travel),
            (None, Some(journey)) => route::no_way(journey),
            (None, None) => begin::needs_plan("Routes to your next title", page),
        },
        Page::Plan => match (plan.travel(), journey) {
            (Some(travel), _) => plan::show(travel),
            (None, Some(journey)) => route::no_way(journey),
            (None, None) => begin::needs_plan("Your plan", page),
        },
        Page::PlanSteps => match (plan.travel(), journey) {
            (Some(travel), _) => steps::show(travel),
            (None, Some(journey)) => route::no_way(journey),
            (None, None) => begin::needs_plan("Your plan", page),
        },
        Page::Map => map::show(),
        Page::More => more::show(),
        Page::Title(title) => title::show(title),
        Page::Compare(first, second) => compare::show(first, second),
        Page::NotFound(_) => not_found::show(&page),
        _ => fetched::page(part(&page), &page, &words::title(&page, use_app().guide)),
    }
}
