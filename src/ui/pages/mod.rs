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
mod main_parts;
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
mod taken_up;
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
pub struct Footing {
    plan: OfPlan,
    /// How far the part is that has the page.
    reach: Reach,
}

/// What of the plan a page stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OfPlan {
    /// Nothing of it, or nothing that would make it another page.
    Any,
    /// A plan that lacks what the page needs: it shows how to begin.
    Missing,
    /// A destination.
    Aim,
    /// A journey.
    Journey,
    /// A journey with a way to go.
    Travel,
    /// How far it is, for tools.
    Stage(StageName),
}

/// What a page stands on at present; whoever asks follows it.
pub fn footing(page: &Page, plan: DerivedPlan) -> Footing {
    let is_at = |stage: StageName| plan.stage() >= stage;
    let of_plan = match page {
        Page::Home if is_at(StageName::Journey) => OfPlan::Journey,
        Page::Assess | Page::AssessSkill(_) | Page::AssessList | Page::Gaps if is_at(StageName::Destination) => OfPlan::Aim,
        Page::Routes | Page::Plan | Page::PlanSteps if is_at(StageName::Journey) => {
            if plan.routes().is_some() {
                OfPlan::Travel
            } else {
                OfPlan::Journey
            }
        }
        Page::Home
        | Page::Assess
        | Page::AssessSkill(_)
        | Page::AssessList
        | Page::Gaps
        | Page::Routes
        | Page::Plan
        | Page::PlanSteps => OfPlan::Missing,
        _ if matches!(part(page), Some(Which::Workbench)) => OfPlan::Stage(plan.stage()),
        _ => OfPlan::Any,
    };
    // How to begin is shown without the page's part.
    let which = part(page).filter(|_| of_plan != OfPlan::Missing);
    Footing { plan: of_plan, reach: which.map_or(Reach::AtHand, fetched::reach) }
}

/// The part in which a page is, if it is not in the planner itself.
const fn part(page: &Page) -> Option<Which> {
    Some(match page {
        Page::Home | Page::Map | Page::More | Page::NotFound(_) => return None,
        Page::Assess | Page::AssessSkill(_) | Page::AssessList => Which::Rating,
        Page::Gaps => Which::Gaps,
        Page::Routes => Which::Routes,
        Page::Plan | Page::PlanSteps => Which::Plan,
        Page::Title(_) | Page::Compare(..) => Which::Titles,
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
    })
}

/// Shows a page as it stands on the plan now. It has to be made anew when its [`footing`] changes.
pub fn show(page: Page) -> Vec<El> {
    let plan = use_app().own.derived();
    let stage = plan.stage();
    match page {
        Page::Home => plan.journey().map_or_else(welcome::show, home::show),
        Page::Assess | Page::AssessSkill(_) | Page::AssessList if stage < StageName::Destination => {
            begin::needs_plan(words::RATE, page)
        }
        Page::Gaps if stage < StageName::Destination => begin::needs_plan("What stands between you and your next title", page),
        Page::Routes if stage < StageName::Journey => begin::needs_plan("Routes to your next title", page),
        Page::Plan | Page::PlanSteps if stage < StageName::Journey => begin::needs_plan("Your plan", page),
        Page::Map => map::show(),
        Page::More => more::show(),
        page => match part(&page) {
            Some(which) => fetched::page(which, &page, &words::title(&page, use_app().guide)),
            None => not_found::show(&page),
        },
    }
}
