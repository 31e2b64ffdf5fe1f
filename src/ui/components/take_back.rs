//! What was just done in one place of a page, and the button that takes it back right there. Knows the state of the app.

use super::history::undo;
use crate::dom::{El, button, el, text};
use crate::domain::plan::edit::EditKind;
use crate::state::App;
use crate::ui::words::edits;
use leptos::prelude::*;

/// The place where it is said. A copy is a handle to the same place.
#[derive(Clone, Copy)]
pub struct TakeBack {
    app: App,
    said: RwSignal<Option<(EditKind, String)>>,
}

impl TakeBack {
    /// A place where nothing was done yet.
    pub fn new(app: App) -> Self {
        Self { app, said: RwSignal::new(None) }
    }

    /// Says what was done by the edit that was made last.
    pub fn say(self, words: String) {
        self.app.live.announce(words.clone());
        self.said.set(self.app.own.undoable().map(|kind| (kind, words)));
    }

    /// The place itself. It stays empty once something else is what would be taken back.
    pub fn place(self) -> El {
        let (app, said) = (self.app, self.said);
        let now = move || said.get().filter(|(kind, _)| app.own.undoable() == Some(*kind));
        let content = move |now: &Option<(EditKind, String)>| {
            let Some((kind, words)) = now else { return Vec::new() };
            let back = button("link", edits::undo(*kind), move |_| {
                undo(app);
                said.set(None);
            });
            vec![el("p").class("small said no-print").with([text("span", "", words), back])]
        };
        el("div").class("take-back").show_for(now, content)
    }
}
