//! Pickers for titles.

use crate::dom::signals::*;
use crate::dom::{El, el, text};
use crate::domain::guide::{LevelKind, TitleGroup, TitleId};

/// A drop-down of titles, grouped by level, and behind them their other names in the same order, so that typing a name finds it.
/// Levels of the kind `without` are left out. It opens with what is `chosen`, and keeps that as one chooses.
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
    let group = |name: &str, options: Vec<El>| el("optgroup").attr("label", name).with(options);
    let (mut groups, mut others) = (Vec::new(), Vec::new());
    for level in titles.iter().filter(|g| g.kind != without) {
        let mut own = Vec::new();
        for title in &level.titles {
            let option = |words: &str| text("option", "", words).attr("value", title.id.as_str());
            let chosen = option(&title.name);
            chosen.set_flag("selected", now.as_ref() == Some(&title.id));
            own.push(chosen);
            others.extend(title.also.iter().map(|name| option(name).text(" (").text(&title.name).text(")")));
        }
        groups.push(group(&level.level, own));
    }
    if !others.is_empty() {
        groups.push(group("Also called", others));
    }
    let none = text("option", "", placeholder).attr("value", "").attr("disabled", "");
    none.set_flag("selected", now.is_none());
    el("select").class("in").attr("id", id).add(none).with(groups).on("change", move |event| {
        let value = event.value();
        if !value.is_empty() {
            chosen.set(Some(TitleId::new(value)));
        }
    })
}
