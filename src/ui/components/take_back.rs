//! What was just done in one place of a page, and the button that takes it back right there. Knows the state of the app.

use super::history::undo;
use crate::dom::signals::*;
use crate::dom::{El, button, el, text};
use crate::domain::plan::history::EditId;
use crate::state::App;
use crate::ui::words::edits;

/// The button of the place. There is one at most on a page: only one edit is the last.
pub const TAKE_BACK: &str = "take-back";

/// The place where it is said. A copy is a handle to the same place.
#[derive(Clone, Copy)]
pub struct TakeBack {
    app: App,
    said: RwSignal<Option<(EditId, String)>>,
}

impl TakeBack {
    /// A place where nothing was done yet.
    pub fn new(app: App) -> Self {
        Self { app, said: RwSignal::new(None) }
    }

    /// Says what was done by the edit that was made; nothing, where none was.
    pub fn say(self, made: Option<EditId>, words: String) {
        if made.is_some() {
            self.app.live.announce(words.clone());
        }
        self.said.set(made.map(|edit| (edit, words)));
    }

    /// What was said, for as long as it is what undo would take back. Whoever asks follows it.
    pub fn said(self) -> Option<String> {
        self.said.get().filter(|(edit, _)| self.app.own.is_last(*edit)).map(|(_, words)| words)
    }

    /// Takes it back.
    pub fn undo(self) {
        undo(self.app);
        self.said.set(None);
    }

    /// The place itself. It stays empty once something else is what would be taken back.
    pub fn place(self) -> El {
        let content = move |said: &Option<String>| {
            let (Some(words), Some(kind)) = (said, untrack(|| self.app.own.undoable())) else { return Vec::new() };
            let back = button("link", edits::undo(kind), move |_| self.undo()).attr("id", TAKE_BACK);
            vec![el("p").class("small said no-print").with([text("span", "", words), back])]
        };
        el("div").class("take-back").show_for(move || self.said(), content)
    }
}
