//! Receipts: a figure's arithmetic, folded away until someone asks for it.

use crate::dom::signals::*;
use crate::dom::{El, el, link, text};
use crate::domain::guide::{Guide, SectionRole};
use crate::domain::page::Page;
use crate::domain::receipt::{Basis, Receipt};
use crate::ui::words::receipts::{self as words, RESTS_ON, TERM, Text};

/// What to click, where nothing more specific fits.
pub use crate::ui::words::receipts::HOW;

/// Words that open a receipt. It is worked out while it is open, and only then.
pub fn working(guide: &'static Guide, label: &str, receipt: impl Fn() -> Option<Receipt> + 'static) -> El {
    working_boxed(guide, label, Box::new(receipt))
}

fn working_boxed(guide: &'static Guide, label: &str, receipt: Box<dyn Fn() -> Option<Receipt>>) -> El {
    let open = RwSignal::new(false);
    el("details").class("working").on("toggle", move |event| open.set(event.open())).add(text("summary", "", label)).show(
        move || {
            if open.get() { receipt().map(|r| table(guide, &words::text(guide, &r))).into_iter().collect() } else { Vec::new() }
        },
    )
}

fn table(guide: &Guide, receipt: &Text) -> El {
    // Where the columns find no room a term becomes a block, each figure behind the heading of its column: the styles do that, and the
    // roles say that it is a table all the same.
    let head = |class: &str, words: &str| text("th", class, words).attr("scope", "col").attr("role", "columnheader");
    let heads = receipt.columns.iter().map(|column| head("n", column));
    let head: Vec<El> = std::iter::once(head("", TERM)).chain(heads).chain([head("", RESTS_ON)]).collect();
    let row = || el("tr").attr("role", "row");
    let cell = |class: &str, column: &str, words: &str| text("td", class, words).attr("role", "cell").attr("data-of", column);
    let rows: Vec<El> = receipt
        .terms
        .iter()
        .map(|term| {
            let figures = term.figures.iter().zip(receipt.columns).map(|(figure, column)| cell("n", column, figure));
            row()
                .add(el("th").attr("scope", "row").attr("role", "rowheader").add(link(basis(guide, term.basis).href(), &term.name)))
                .with(figures.collect::<Vec<_>>())
                .add(cell("", RESTS_ON, words::source(term.basis)))
        })
        .collect();
    let group = |tag: &str| el(tag).attr("role", "rowgroup");
    let table = el("table").attr("role", "table").with([
        text("caption", "", &receipt.name),
        group("thead").add(row().with(head)),
        group("tbody").with(rows),
    ]);
    let sums: Vec<El> = receipt.sums.iter().map(|sum| text("p", "small", sum)).collect();
    el("div").class("receipt").add(text("p", "formula", receipt.formula)).add(table).with(sums)
}

/// What may be wider than a narrow screen: it scrolls by itself, also by keyboard.
pub fn scroll(name: &str, inside: El) -> El {
    el("div").class("scroll").attr("role", "region").attr("tabindex", "0").attr("aria-label", name).add(inside)
}

/// Where what a term rests on stands.
fn basis(guide: &Guide, basis: Basis) -> Page {
    match basis {
        Basis::Skill(skill) => Page::guide_skill(guide, skill),
        Basis::Move(number) => Page::Title(guide.one_move(number).to.clone()),
        Basis::Step(..) => Page::guide_section(guide, SectionRole::Method),
    }
}
