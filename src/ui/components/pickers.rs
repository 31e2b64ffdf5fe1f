//! Pickers for titles.

use crate::domain::guide::{Guide, LevelKind, TitleId};
use crate::ui::dom::{El, el, text};
use leptos::prelude::*;

/// A drop-down of the guide's titles, grouped by level. Levels of the kind `without` are left out. It gives and takes the choice
/// through `chosen`.
pub fn title_picker(
    guide: &'static Guide,
    id: &str,
    chosen: RwSignal<Option<TitleId>>,
    without: Option<LevelKind>,
    placeholder: &str,
) -> El {
    let groups: Vec<El> = guide
        .pack()
        .levels
        .iter()
        .filter(|l| l.kind != without)
        .map(|level| {
            let options: Vec<El> = guide
                .titles_of_level(level)
                .map(|title| {
                    let record = guide.title(title);
                    text("option", "", &record.name)
                        .attr("value", record.id.as_str())
                        .flag_from("selected", move || chosen.with(|c| c.as_ref() == Some(&record.id)))
                })
                .collect();
            el("optgroup").attr("label", &level.name).with(options)
        })
        .collect();
    el("select")
        .class("in")
        .attr("id", id)
        .add(
            text("option", "", placeholder)
                .attr("value", "")
                .attr("disabled", "")
                .flag_from("selected", move || chosen.with(Option::is_none)),
        )
        .with(groups)
        .on("change", move |event| {
            let value = event.value();
            if !value.is_empty() {
                chosen.set(Some(TitleId::new(value)));
            }
        })
}
