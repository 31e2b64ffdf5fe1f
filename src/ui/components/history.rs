//! Taking edits back and doing them again, with the words that tell of it. Knows the state of the app.

use crate::dom::signals::*;
use crate::dom::{El, button, el};
use crate::domain::page::Page;
use crate::domain::plan::edit::EditKind;
use crate::state::App;
use crate::ui::words::edits;

/// The last change with the way to take it back. Right after a change it stays in view, where the change was made; on another page it stands
/// above the footer, and says where what it takes back is to be seen.
pub fn last_change(app: App) -> El {
    let page = app.address.page();
    let is_recent = RwSignal::new(false);
    Effect::new(move |before: Option<()>| {
        let _ = (app.own.undoable(), app.own.redoable());
        // Where keys rate, the last rating stands beside its question.
        if before.is_some() && !page.with_untracked(Page::takes_keys) {
            is_recent.set(true);
        }
    });
    Effect::new(move |_| {
        page.track();
        is_recent.set(false);
    });
    let ways = move |(undoable, redoable): &(Option<EditKind>, Option<EditKind>)| {
        let named = |words: String, what: EditKind| page.with_untracked(|page| words + &edits::elsewhere(what, page));
        let undo = undoable.map(|what| button("link", named(edits::undo(what), what), move |_| undo(app)).attr("id", "undo"));
        let redo = redoable.map(|what| button("link", named(edits::redo(what), what), move |_| redo(app)).attr("id", "redo"));
        undo.into_iter().chain(redo).collect()
    };
    // The names of the buttons depend on the page.
    let now = move || (page.get(), (app.own.undoable(), app.own.redoable()));
    el("section")
        .attr("aria-label", "Last change")
        .attr_from("class", move || Some(if is_recent.get() { "last-change small recent" } else { "last-change small" }.to_owned()))
        .show_for(now, move |(_, both)| ways(both))
}

/// Takes the last edit back.
pub fn undo(app: App) {
    if let Some(what) = app.own.undo() {
        app.live.announce(edits::undone(what));
    }
}

/// Does the edit again that was taken back last.
pub fn redo(app: App) {
    if let Some(what) = app.own.redo() {
        app.live.announce(edits::done_again(what));
    }
}
