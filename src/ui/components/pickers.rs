//! Pickers for titles.

use crate::dom::{El, el, text};
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{LevelKind, TitleChoice, TitleGroup, TitleId};
use leptos::prelude::*;

/// A drop-down of titles, grouped by level, with their other names behind them in the order of the alphabet, so that typing a name
/// finds it. Levels of the kind `without` are left out. It opens with what is `chosen`, and keeps that as one chooses.
///
/// The name that one chose stays shown: a drop-down that goes elsewhere on its own would hold up whoever steps through it by arrow
/// keys.
pub fn title_picker(
    titles: &[TitleGroup],
    id: &str,
    chosen: RwSignal<Option<TitleId>>,
    without: Option<LevelKind>,
    placeholder: &str,
) -> El {
    let now = chosen.get_untracked();
    let shown: Vec<&TitleGroup> = titles.iter().filter(|g| g.kind != without).collect();
    let option = |id: &TitleId, words: &str| text("option", "", words).attr("value", id.as_str());
    let own = |title: &TitleChoice| {
        let option = option(&title.id, &title.name);
        option.set_flag("selected", now.as_ref() == Some(&title.id));
        option
    };
    let group = |name: &str, options: Vec<El>| el("optgroup").attr("label", name).with(options);
    let groups: Vec<El> = shown.iter().map(|g| group(&g.level, g.titles.iter().map(own).collect())).collect();
    let mut others: Vec<(String, &TitleId)> = Vec::new();
    for title in shown.iter().flat_map(|g| &g.titles) {
        others.extend(title.also.iter().map(|name| (format!("{name} ({})", title.name), &title.id)));
    }
    sort_by_key(&mut others, |(words, _)| words.clone());
    let others: Vec<El> = others.iter().map(|(words, id)| option(id, words)).collect();
    let none = text("option", "", placeholder).attr("value", "").attr("disabled", "");
    none.set_flag("selected", now.is_none());
    el("select").class("in").attr("id", id).add(none).with(groups).add(group("Also called", others)).on("change", move |event| {
        let value = event.value();
        if !value.is_empty() {
            chosen.set(Some(TitleId::new(value)));
        }
    })
}
