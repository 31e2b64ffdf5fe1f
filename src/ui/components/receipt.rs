//! Receipts: a figure's arithmetic, folded away until someone asks for it.

use crate::domain::guide::Guide;
use crate::domain::page::Page;
use crate::domain::receipt::{Basis, Receipt};
use crate::state::use_app;
use leptos::prelude::*;

/// "How this is worked out", which opens a receipt. The receipt is worked out while it is open, and only then.
#[component]
pub fn Working(
    /// What works the receipt out.
    #[prop(into)]
    receipt: Signal<Option<Receipt>>,
    /// What to click.
    #[prop(default = "How this is worked out")]
    label: &'static str,
) -> impl IntoView {
    let app = use_app();
    let open = RwSignal::new(false);
    view! {
        <details class="working" on:toggle=move |event| open.set(event_target::<web_sys::HtmlElement>(&event).has_attribute("open"))>
            <summary>{label}</summary>
            {move || open.get().then(|| receipt.get().map(|receipt| table(app.guide, receipt)))}
        </details>
    }
}

fn table(guide: &'static Guide, receipt: Receipt) -> impl IntoView {
    let columns = receipt.columns;
    let rows = receipt
        .terms
        .into_iter()
        .map(|term| {
            let (page, source) = basis(guide, term.basis);
            let figures = term.figures.into_iter().map(|figure| view! { <td class="n">{figure}</td> }).collect_view();
            view! { <tr><th scope="row"><a href=page.href()>{term.name}</a></th>{figures}<td>{source}</td></tr> }
        })
        .collect_view();
    view! {
        <div class="receipt">
            <p class="formula">{receipt.formula}</p>
            <div class="scroll" role="region" tabindex="0" aria-label="Terms">
                <table>
                    <caption>{receipt.name}</caption>
                    <thead><tr>
                        <th scope="col">"Term"</th>
                        {columns.iter().map(|column| view! { <th scope="col" class="n">{*column}</th> }).collect_view()}
                        <th scope="col">"Rests on"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {receipt.sums.into_iter().map(|sum| view! { <p class="small">{sum}</p> }).collect_view()}
        </div>
    }
}

/// Where a term's entry stands, and whose word it is.
fn basis(guide: &Guide, basis: Basis) -> (Page, &'static str) {
    let entry = |section: &str, id: &str| Page::GuideEntry(section.to_owned(), id.to_owned());
    match basis {
        Basis::Skill(skill) => (entry("skills", guide.skill(skill).id.as_str()), "Importance: the guide. Levels: our judgement."),
        Basis::Title(title) => (entry("titles", guide.title(title).id.as_str()), "The guide"),
        Basis::Move(number) => (Page::Title(guide.one_move(number).to.clone()), "Bands: the guide. Dwell: our judgement."),
        Basis::Effort(_) => (Page::GuideSection("method".to_owned()), "Our judgement"),
    }
}
