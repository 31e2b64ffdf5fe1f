//! The places of the app: what the navigation lists. A wide window shows all of them; on a phone there is room for the near ones and for the
//! page that lists the others, so that every page is two presses away.
//!
//! A new place is a line of [`PLACES`], and the same link in `index.html`. May import: pages as addresses. Absent: elements.

use crate::domain::page::Page;

/// A place of the app.
pub struct Place {
    /// Its name in the navigation.
    pub name: &'static str,
    /// Its page.
    pub page: Page,
    /// What one does there, for the page that lists it.
    pub about: &'static str,
    /// Whether it stands in the bar of a phone.
    pub is_near: bool,
    /// Whether a page belongs to it.
    pub has: fn(&Page) -> bool,
}

/// The places, in their order.
pub static PLACES: [Place; 9] = [
    Place {
        name: "Home",
        page: Page::Home,
        about: "Where you stand, and what comes next.",
        is_near: true,
        has: |page| matches!(page, Page::Home),
    },
    Place {
        name: "Map",
        page: Page::Map,
        about: "All titles, and the moves between them.",
        is_near: false,
        has: |page| matches!(page, Page::Map | Page::Title(_) | Page::Compare(..)),
    },
    Place {
        name: "Assess",
        page: Page::Assess,
        about: "Rate your skills, one at a time.",
        is_near: false,
        has: |page| matches!(page, Page::Assess | Page::AssessList | Page::AssessSkill(_)),
    },
    Place {
        name: "Gaps",
        page: Page::Gaps,
        about: "What your destination asks, beside what you have.",
        is_near: true,
        has: |page| matches!(page, Page::Gaps),
    },
    Place {
        name: "Route",
        page: Page::Routes,
        about: "The ways there, with their years.",
        is_near: true,
        has: |page| matches!(page, Page::Routes),
    },
    Place {
        name: "Plan",
        page: Page::Plan,
        about: "What to do next, and by when.",
        is_near: true,
        has: |page| {
            matches!(page, Page::Plan | Page::PlanSteps | Page::Actions | Page::Goals | Page::Review | Page::History | Page::Brief)
        },
    },
    Place {
        name: "Evidence",
        page: Page::Evidence,
        about: "What you have done that shows your skills.",
        is_near: false,
        has: |page| matches!(page, Page::Evidence | Page::EvidenceEntry(_)),
    },
    Place {
        name: "Prepare",
        page: Page::Prepare,
        about: "Stories and questions for interviews, LinkedIn and résumé.",
        is_near: false,
        has: |page| {
            matches!(page, Page::Prepare | Page::Interview | Page::LinkedIn | Page::Resume | Page::Certifications | Page::Pay)
        },
    },
    Place {
        name: "Guide",
        page: Page::Guide,
        about: "What the guide says, section by section, with a search.",
        is_near: false,
        has: |page| matches!(page, Page::Guide | Page::GuideSection(_) | Page::GuideEntry(..) | Page::GuideSearch(_)),
    },
];

/// The name of the page that lists what a phone has no room for.
pub const MORE: &str = "More";

/// The place that a page belongs to.
pub fn of(page: &Page) -> Option<&'static Place> {
    PLACES.iter().find(|place| (place.has)(page))
}
