//! Pickers for titles.

use crate::domain::guide::{Guide, LevelKind, TitleId};
use leptos::prelude::*;

/// A drop-down of the guide's titles, grouped by level.
#[component]
pub fn TitlePicker(
    /// The guide.
    guide: &'static Guide,
    /// Id of the control, for its label.
    id: &'static str,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Option<TitleId>>,
    /// Called with a choice.
    on_choose: impl Fn(TitleId) + 'static,
    /// What stands there while nothing is chosen.
    #[prop(default = "Choose a title")]
    placeholder: &'static str,
    /// Whether the titles before leading engineering are on offer.
    #[prop(default = true)]
    feeders: bool,
    /// Whether the related paths are on offer.
    #[prop(default = true)]
    onward: bool,
    /// Id of the message that says what is wrong with the choice, if there is one.
    #[prop(optional, into)]
    error: Signal<Option<&'static str>>,
) -> impl IntoView {
    let groups = guide
        .pack()
        .levels
        .iter()
        .filter(|l| (feeders || l.kind != Some(LevelKind::Feeder)) && (onward || l.kind != Some(LevelKind::Onward)))
        .map(|level| {
            let options = guide
                .titles_of_level(level)
                .map(|title| {
                    let record = guide.title(title);
                    let selected = move || chosen.with(|c| c.as_ref() == Some(&record.id));
                    view! { <option value=record.id.as_str() selected=selected>{record.name.as_str()}</option> }
                })
                .collect_view();
            view! { <optgroup label=level.name.as_str()>{options}</optgroup> }
        })
        .collect_view();
    view! {
        <select
            class="in"
            id=id
            aria-invalid=move || error.get().map(|_| "true")
            aria-describedby=move || error.get()
            on:change=move |event| {
                let value = event_target_value(&event);
                if !value.is_empty() {
                    on_choose(TitleId::new(value));
                }
            }
        >
            <option value="" disabled=true selected=move || chosen.with(Option::is_none)>{placeholder}</option>
            {groups}
        </select>
    }
}
