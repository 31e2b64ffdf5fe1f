//! What the app and its pages are called.

use crate::domain::guide::{Guide, TitleId};
use crate::domain::page::Page;

/// The app.
pub const APP: &str = "Career Explorer";
/// The page of someone without a plan, as `index.html` has it too.
pub const HOME: &str = "Where could engineering leadership take you?";

/// The main pages, in the navigation.
pub const MAP: &str = "Map";
/// See [`MAP`].
pub const ASSESS: &str = "Assess";
/// See [`MAP`].
pub const GAPS: &str = "Gaps";
/// See [`MAP`].
pub const ROUTE: &str = "Route";
/// See [`MAP`].
pub const PLAN: &str = "Plan";
/// See [`MAP`].
pub const EVIDENCE: &str = "Evidence";
/// See [`MAP`].
pub const PREPARE: &str = "Prepare";
/// See [`MAP`].
pub const GUIDE: &str = "Guide";

/// A page by its title, as the title of the document.
pub fn in_browser(title: &str) -> String {
    format!("{title} – {APP}")
}

/// A page.
pub fn title(page: &Page, guide: &Guide) -> String {
    let name = |id: &TitleId| guide.title_by_id(id).map(|title| guide.title(title).name.as_str());
    let text = match page {
        Page::Home => HOME,
        Page::Map => super::map::NAME,
        Page::Title(id) => name(id).unwrap_or("Unknown title"),
        Page::Compare(first, second) => {
            let name = |id| name(id).unwrap_or("unknown title");
            return format!("{} and {}", name(first), name(second));
        }
        Page::Assess | Page::AssessSkill(_) => "Rate your skills",
        Page::AssessList => "All skills",
        Page::Gaps => GAPS,
        Page::Routes => "Routes",
        Page::Plan => PLAN,
        Page::PlanSteps => "Every step",
        Page::Guide => GUIDE,
        Page::GuideSection(id) | Page::GuideEntry(id, _) => guide.section(id).map_or(GUIDE, |section| section.name.as_str()),
        Page::GuideSearch(_) => "Search the guide",
        Page::SharedBox => "Open a link",
        Page::Shared(_) => "Shared plan",
        Page::Rate(_) => "Rate a colleague",
        Page::Rated(_) => "Second opinion",
        Page::Data => "Your data",
        Page::Evidence => EVIDENCE,
        Page::EvidenceEntry(_) => "An entry of your log",
        Page::Prepare => PREPARE,
        Page::Interview => "Interview",
        Page::LinkedIn => "LinkedIn",
        Page::Resume => "Résumé",
        Page::Certifications => "Certifications, tools and resources",
        Page::Pay => "Pay and balance",
        Page::Actions => "Actions",
        Page::Goals => "Goals",
        Page::Review => "Quarterly review",
        Page::History => "History",
        Page::Brief => "Promotion brief",
        Page::NotFound(_) => "Page not found",
    };
    text.to_owned()
}
