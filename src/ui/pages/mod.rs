//! The pages. Each one is a module with one function that shows it; a page opens with an `h1` of id `heading`, which takes the
//! focus when the page is opened.

mod assess;
mod assess_list;
mod begin;
mod compare;
mod data;
mod gap_detail;
mod gaps;
mod guide;
mod home;
mod map;
mod not_found;
mod plan;
mod rate;
mod rated;
mod route;
mod shared;
mod shared_box;
mod snapshots;
mod snippet;
mod title;
mod welcome;

pub use begin::started;

use super::opening;
use crate::dom::El;
use crate::domain::guide::Guide;
use crate::domain::page::Page;
use crate::state::use_app;

/// The title of a page, for the document.
pub fn title(page: &Page, guide: &Guide) -> String {
    let title_name = |id| guide.title_by_id(id).map(|t| guide.title(t).name.clone());
    let text = match page {
        Page::Home => opening::HEADING,
        Page::Map => "Map of titles",
        Page::Title(id) => return title_name(id).unwrap_or_else(|| "Unknown title".to_owned()),
        Page::Compare(a, b) => {
            let name = |id| title_name(id).unwrap_or_else(|| "unknown title".to_owned());
            return format!("{} and {}", name(a), name(b));
        }
        Page::Assess | Page::AssessSkill(_) => "Rate your skills",
        Page::AssessList => "All skills",
        Page::Gaps => "Gaps",
        Page::Route => "Routes",
        Page::Plan => "Plan",
        Page::Guide => "Guide",
        Page::GuideSection(id) | Page::GuideEntry(id, _) => {
            return guide.section(id).map_or("Guide", |s| s.name.as_str()).to_owned();
        }
        Page::GuideSearch(_) => "Search the guide",
        Page::SharedBox => "Open a link",
        Page::Shared(_) => "Shared plan",
        Page::Rate(_) => "Rate a colleague",
        Page::Rated(_) => "Second opinion",
        Page::Data => "Your data",
        Page::NotFound(_) => "Page not found",
    };
    text.to_owned()
}

/// Shows a page.
pub fn show(page: Page) -> Vec<El> {
    match page {
        Page::Home if use_app().view().peek().is_complete() => home::show(),
        Page::Home => welcome::show(),
        Page::Assess => assess::show(None),
        Page::AssessSkill(skill) => assess::show(Some(skill)),
        Page::AssessList => assess_list::show(),
        Page::Gaps => gaps::show(),
        Page::Route => route::show(),
        Page::Plan => plan::show(),
        Page::Map => map::show(),
        Page::Title(title) => title::show(title),
        Page::Compare(first, second) => compare::show(first, second),
        Page::Guide => guide::contents(),
        Page::GuideSection(section) => guide::section(&section, None),
        Page::GuideEntry(section, entry) => guide::section(&section, Some(&entry)),
        Page::GuideSearch(words) => guide::search(words),
        Page::Data => data::show(),
        Page::SharedBox => shared_box::show(),
        Page::Shared(_) | Page::Rate(_) | Page::Rated(_) => shared::show(&page),
        Page::NotFound(_) => not_found::show(&page),
    }
}
