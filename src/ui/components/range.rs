//! A range from 0 to 100 as a bar.

use leptos::prelude::*;

/// A bar from 0 to 100 % with a filled part up to `low`, a pale one up to `high`, and a mark. It only repeats what stands beside it
/// in words, so it is hidden from screen readers.
#[component]
pub fn RangeBar(
    /// Low end, in percent.
    #[prop(into)]
    low: Signal<u32>,
    /// High end, in percent.
    #[prop(into)]
    high: Signal<u32>,
    /// Where the mark stands, in percent.
    mark: u32,
) -> impl IntoView {
    view! {
        <div class="range" aria-hidden="true">
            <i class="grow open" style:--at="0%" style:--wide=move || format!("{}%", high.get())></i>
            <i class="grow" style:--at="0%" style:--wide=move || format!("{}%", low.get())></i>
            <b style:--at=format!("{mark}%")></b>
        </div>
    }
}
