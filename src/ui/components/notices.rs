//! What the app has to tell: trouble with storage, what becomes of a plan in an embedded page, and a new version. Knows the state
//! of the app.

use crate::dom::{El, button, el, link, text};
use crate::domain::page::Page;
use crate::state::AppState;
use crate::ui::words::{edits, storage};
use leptos::prelude::*;

/// Notices that stay until what they tell of is over or they are put away.
pub fn notices(app: AppState) -> El {
    let hidden = RwSignal::new(None);
    let told = RwSignal::new(false);
    let trouble = move || {
        let trouble = app.save_status().with(|s| s.trouble).filter(|t| hidden.get() != Some(*t));
        // In an embedding the one notice about storage is the one below, which also says what is in the way.
        let trouble = trouble.filter(|_| app.embed().is_none_or(|embed| !embed.is_apart));
        let show = |trouble: crate::state::StorageTrouble| {
            let way = match trouble {
                crate::state::StorageTrouble::Newer => button("btn quiet", "Reload the page", move |_| app.reload()),
                _ => link(Page::Data.href(), "Keep my plan another way").class("btn quiet"),
            };
            notice(
                storage::headline(trouble),
                storage::explanation(trouble),
                [way, button("btn quiet", "Hide this", move |_| hidden.set(Some(trouble)))],
            )
        };
        trouble.map(show).into_iter().collect()
    };
    // It comes with the next page, since what is in hand would move away below it, and stays until it is put away.
    let embedded = Memo::new(move |before: Option<&bool>| {
        app.page().track();
        before == Some(&true) || untrack(|| app.untold())
    });
    let embedding = move || {
        if told.get() || !embedded.get() {
            return Vec::new();
        }
        app.note_told();
        let (headline, explanation) = match app.save_status().with(|s| s.trouble) {
            Some(trouble) => (storage::headline(trouble), storage::explanation(trouble)),
            None => (
                "This is an embedded page.",
                "Its storage is apart from the full page’s, and some browsers drop it when you leave. The full page, a link or a file keeps your plan.",
            ),
        };
        let link_field = el("input")
            .class("in")
            .attr("id", "embed-link")
            .attr("readonly", "")
            .value_from(move || app.full_page())
            .on("focus", |e| e.select_text());
        vec![notice(
            headline,
            explanation,
            [
                full_page(app, "Open the full page with my plan").class("btn quiet"),
                button("btn quiet", "Save my plan as a file", move |_| {
                    app.back_up();
                }),
                button("btn quiet", "Hide this", move |_| told.set(true)),
                el("div")
                    .class("field wide")
                    .with([text("label", "", "A link to your plan, to copy").attr("for", "embed-link"), link_field]),
            ],
        )]
    };
    let cleared = move || {
        let status = app.save_status();
        if status.with(|s| s.other.is_some()) {
            let choose = |words, other| button("btn quiet", words, move |_| app.choose_plan(other, edits::NOT_CHOSEN));
            let ways = [choose("Keep the plan in this tab", false), choose("Take the one from the other tab", true)];
            let words = "Another tab began a new plan after this browser’s storage was cleared. The one that you don’t choose becomes a snapshot.";
            return vec![notice("There are two plans now.", words, ways)];
        }
        if status.with(|s| s.was_cleared && s.saved.is_some()) {
            let words = "It was written again from this tab. If you cleared it on purpose, erase the plan under “Your data”.";
            let hide = button("btn quiet", "Hide this", move |_| app.forget_clearing());
            return vec![notice("This browser’s storage was cleared while your plan was open.", words, [hide])];
        }
        Vec::new()
    };
    let update = move || {
        if app.update_ready() { vec![update_notice(move || app.update_now())] } else { Vec::new() }
    };
    el("div").class("notices").with([
        el("div").attr("role", "alert").show(trouble),
        el("div").attr("role", "status").show(embedding),
        el("div").attr("role", "status").show(cleared),
        el("div").attr("role", "status").show(update),
    ])
}

/// The offer of a new version, which `accept` takes. Knows no state of the app.
pub fn update_notice(accept: impl Fn() + 'static) -> El {
    notice(
        "A new version is ready.",
        "It takes over when you say so; your plan stays as it is.",
        [button("btn quiet", "Update now", move |_| accept())],
    )
}

fn notice<const N: usize>(headline: &str, explanation: &str, ways: [El; N]) -> El {
    let words = el("p").add(text("b", "", headline)).text(" ").text(explanation);
    el("div").class("notice").with([words, el("div").class("row").with(ways)])
}

/// A link to the full page, with the plan if there is one.
pub fn full_page(app: AppState, words: &str) -> El {
    el("a").attr_from("href", move || Some(app.full_page())).attr("target", "_blank").attr("rel", "noopener").text(words)
}
