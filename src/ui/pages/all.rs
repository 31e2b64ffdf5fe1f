//! Which page shows what, but for the welcome.

use super::{assess, assess_list, compare, data, gaps, guide, home, map, not_found, plan, route, shared, shared_box, title};
use crate::domain::page::Page;
use crate::ui::dom::El;

/// Shows a page.
pub fn show(page: Page) -> Vec<El> {
    match page {
        Page::Home => home::show(),
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
