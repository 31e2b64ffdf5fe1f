//! What the pages that open links have in common.

use crate::dom::{El, el, text};
use crate::domain::guide::Guide;
use crate::domain::guide::TitleId;
use crate::domain::link::Warning;
use crate::ui::words::links;

/// What a link says that this guide has no place for.
pub fn warnings(warnings: &[Warning]) -> Option<El> {
    let lines: Vec<El> = warnings.iter().map(|w| text("li", "", links::left_out(*w))).collect();
    (!lines.is_empty()).then(|| {
        el("div")
            .class("card small")
            .attr("role", "note")
            .add(text("p", "", "Not all of this link can be shown:"))
            .add(el("ul").with(lines))
    })
}

/// The name of a title.
pub fn name_of(guide: &'static Guide, title: Option<&TitleId>) -> Option<&'static str> {
    title.and_then(|id| guide.title_by_id(id)).map(|t| guide.title(t).name.as_str())
}
