//! Pickers for titles.

use crate::dom::{El, el, text};
use crate::domain::guide::{LevelKind, TitleGroup, TitleId};
use leptos::prelude::*;

/// A drop-down of titles, grouped by level. Levels of the kind `without` are left out. It gives and takes the choice through `chosen`.
pub fn title_picker(
    titles: &[TitleGroup],
    id: &str,
    chosen: RwSignal<Option<TitleId>>,
    without: Option<LevelKind>,
    placeholder: &str,
) -> El {
    let option = |(id, name): &(TitleId, String)| {
        let own = id.clone();
        text("option", "", name).attr("value", id.as_str()).flag_from("selected", move || chosen.with(|c| c.as_ref() == Some(&own)))
    };
    let group = |group: &TitleGroup| {
        let options: Vec<El> = group.titles.iter().map(option).collect();
        el("optgroup").attr("label", &group.level).with(options)
    };
    let groups: Vec<El> = titles.iter().filter(|g| g.kind != without).map(group).collect();
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
