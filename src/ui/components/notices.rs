//! What the app has to tell: trouble with storage. Knows the state of the app.

use crate::domain::page::Page;
use crate::state::use_app;
use leptos::prelude::*;

/// Notices that stay until what they tell of is over or they are put away.
#[component]
pub fn Notices() -> impl IntoView {
    let app = use_app();
    let trouble = Memo::new(move |_| app.save_status().with(|s| s.trouble));
    let hidden = RwSignal::new(None);
    view! {
        <div class="notices" role="alert">
            {move || trouble.get().filter(|t| hidden.get() != Some(*t)).map(|trouble| view! {
                <div class="notice">
                    <p><b>{trouble.headline()}</b>" "{trouble.explanation()}</p>
                    <div class="row">
                        <a class="btn quiet" href=Page::Data.href()>"Keep my plan another way"</a>
                        <button class="btn quiet" on:click=move |_| hidden.set(Some(trouble))>"Hide this"</button>
                    </div>
                </div>
            })}
        </div>
    }
}
