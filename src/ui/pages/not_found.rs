//! An address that is no page.

use crate::domain::page::Page;
use leptos::prelude::*;

/// Says so, and offers ways on.
pub fn show(page: &Page) -> AnyView {
    let address = page.to_string();
    view! {
        <h1 id="heading" tabindex="-1">"There is no page at this address"</h1>
        <p class="lead">"The address "<code>{address}</code>" leads nowhere here. The link may be old, or cut short. Your plan is untouched."</p>
        <div class="row">
            <a class="btn" href=Page::Map.href()>"Go to the map"</a>
            <a class="btn quiet" href=Page::Guide.href()>"Search the guide"</a>
        </div>
    }
    .into_any()
}
