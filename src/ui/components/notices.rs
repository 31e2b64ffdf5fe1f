//! What the app has to tell: trouble with storage. Knows the state of the app.

use crate::domain::page::Page;
use crate::state::AppState;
use crate::ui::dom::{El, button, el, link, text};
use leptos::prelude::*;

/// Notices that stay until what they tell of is over or they are put away.
pub fn notices(app: AppState) -> El {
    let hidden = RwSignal::new(None);
    el("div").class("notices").attr("role", "alert").show(move || {
        let trouble = app.save_status().with(|s| s.trouble).filter(|t| hidden.get() != Some(*t));
        trouble
            .map(|trouble| {
                let words = el("p").add(text("b", "", trouble.headline())).text(" ").text(trouble.explanation());
                let ways = el("div").class("row").with([
                    link(Page::Data.href(), "Keep my plan another way").class("btn quiet"),
                    button("btn quiet", "Hide this", move |_| hidden.set(Some(trouble))),
                ]);
                el("div").class("notice").with([words, ways])
            })
            .into_iter()
            .collect()
    })
}
